import { alternatingOffersChart } from './alternating-offers.chart.ts';
import { offersGuards, offersUpdates } from './alternating-offers.updates.ts';
import type { Chance } from '../model/chance.ts';
import type { Answer } from '../model/question.ts';
import type { Course } from '../rules/course.ts';
import type { ProtocolName } from '../model/scenario.ts';
import type { Setting } from '../rules/setting.ts';
import type { Chart } from './chart.ts';
import type { Parts } from './compile.ts';
import { conferenceGuards, conferenceUpdates, contextAtStart, type ConferenceContext } from './conference.updates.ts';
import { partyChart } from './party.chart.ts';
import {
  partyGuards,
  partyUpdates,
  type PartyChart,
  type PartyContext,
  type PartyGuard,
  type PartyUpdate,
} from './party.updates.ts';
import type { ConferenceEvent, ConferencePort, PartyEvent, PartyPort, Question } from './port.ts';
import { answerByRule } from './rule-seat.ts';
import { singleTextChart } from './single-text.chart.ts';

/** What a conference runs by. Both drivers take one, so what is printed, watched and studied is the same. */
export interface Protocol {
  /** Each chart names only its own updates and guards; of those the drivers know no more than that they are names. */
  readonly conference: Parts<ConferenceContext, ConferenceEvent, ConferencePort> & {
    readonly chart: Chart<ConferenceEvent['type']>;
    readonly start: (setting: Setting, chance: Chance, course?: Course) => ConferenceContext;
  };
  readonly party: Parts<PartyContext, PartyEvent, PartyPort, PartyUpdate, PartyGuard> & { readonly chart: PartyChart };
  /** What the rules answer for a seat. */
  readonly byRule: (setting: Setting, chance: Chance, question: Question) => Answer;
}

const party: Protocol['party'] = { chart: partyChart, updates: partyUpdates, guards: partyGuards };

export const SINGLE_TEXT: Protocol = {
  conference: { chart: singleTextChart, updates: conferenceUpdates, guards: conferenceGuards, start: contextAtStart },
  party,
  byRule: answerByRule,
};

export const ALTERNATING_OFFERS: Protocol = {
  conference: { chart: alternatingOffersChart, updates: offersUpdates, guards: offersGuards, start: contextAtStart },
  party,
  byRule: answerByRule,
};

/** The protocol that a scenario names. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  'single-text': SINGLE_TEXT,
  'alternating-offers': ALTERNATING_OFFERS,
};
