import type { Chart } from './chart.ts';
import type { conferenceGuards, conferenceUpdates } from './conference.updates.ts';
import { partyChart } from './party.chart.ts';
import type { partyGuards, partyUpdates } from './party.updates.ts';
import type { ConferenceEvent, PartyEvent } from './port.ts';
import { singleTextChart } from './single-text.chart.ts';

export type ConferenceChart = Chart<ConferenceEvent['type'], keyof typeof conferenceUpdates, keyof typeof conferenceGuards>;
export type PartyChart = Chart<PartyEvent['type'], keyof typeof partyUpdates, keyof typeof partyGuards>;

/** The charts a conference runs by. Both drivers take one, so what is printed, watched and studied is the same. */
export interface Protocol {
  readonly conference: ConferenceChart;
  readonly party: PartyChart;
}

export const SINGLE_TEXT: Protocol = { conference: singleTextChart, party: partyChart };
