import type { Chance } from '../model/chance.ts';
import type { Answer } from '../model/question.ts';
import type { Course } from '../rules/course.ts';
import type { Setting } from '../rules/setting.ts';
import type { Parts } from './compile.ts';
import {
  conferenceGuards,
  conferenceUpdates,
  contextAtStart,
  type ConferenceChart,
  type ConferenceContext,
  type ConferenceGuard,
  type ConferenceUpdate,
} from './conference.updates.ts';
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
  readonly conference: Parts<ConferenceContext, ConferenceEvent, ConferencePort, ConferenceUpdate, ConferenceGuard> & {
    readonly chart: ConferenceChart;
    readonly start: (setting: Setting, chance: Chance, course?: Course) => ConferenceContext;
  };
  readonly party: Parts<PartyContext, PartyEvent, PartyPort, PartyUpdate, PartyGuard> & { readonly chart: PartyChart };
  /** What the rules answer for a seat. */
  readonly byRule: (setting: Setting, chance: Chance, question: Question) => Answer;
}

export const SINGLE_TEXT: Protocol = {
  conference: { chart: singleTextChart, updates: conferenceUpdates, guards: conferenceGuards, start: contextAtStart },
  party: { chart: partyChart, updates: partyUpdates, guards: partyGuards },
  byRule: answerByRule,
};
