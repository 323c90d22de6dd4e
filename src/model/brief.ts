import type { PhraseKey } from './phrases.ts';
import type { IssueId, OptionId, PartyId } from './scenario.ts';

/** The sections of a confidential brief, in the order in which they are printed. */
export const BRIEF_SECTIONS = ['interests', 'canLiveWith', 'noDeal', 'redLines', 'knows', 'lines', 'pressed'] as const;
export type BriefSection = (typeof BRIEF_SECTIONS)[number];

/** What is written for the people in a seat, besides what the scenario says. Only `public` may be shown to others. */
export interface PartyTexts extends Readonly<Partial<Record<BriefSection, string>>> {
  readonly public?: string;
}

/** Something that a teacher may tell the class, or one seat, in the middle of it. */
export interface Inject {
  readonly title: string;
  /** When it is best told. */
  readonly when: string;
  /** Who is told; everybody when left out. */
  readonly to?: readonly PartyId[];
  /** What is read out or handed over. */
  readonly text: string;
  /** What to ask about it afterwards; for the teacher alone. */
  readonly ask: string;
}

export interface OptionWords {
  readonly name?: string;
  readonly meaning?: string;
}

export interface IssueWords {
  readonly name?: string;
  readonly about?: string;
  readonly options?: Readonly<Record<OptionId, OptionWords>>;
}

export interface PartyWords extends PartyTexts {
  readonly name?: string;
  readonly head?: string;
  /** The public and the confidential brief that the scenario itself holds. */
  readonly brief?: { readonly public?: string; readonly confidential?: string };
}

/** The same in another language; whatever is left out is told in the language of the scenario. */
export interface Translation {
  /** What the language calls itself. */
  readonly name: string;
  readonly title?: string;
  readonly about?: string;
  readonly background?: string;
  readonly conference?: Readonly<
    Partial<Record<'place' | 'date' | 'host' | 'chair' | 'roundStandsFor' | 'rival', string>>
  >;
  readonly parties?: Readonly<Record<PartyId, PartyWords>>;
  readonly issues?: Readonly<Record<IssueId, IssueWords>>;
  readonly phrases?: Readonly<Partial<Record<PhraseKey, string>>>;
}

/** The texts that a scenario is played with on paper. None of them enters a record: they change nothing of a run. */
export interface Briefs {
  /** Of the scenario and of these texts, as a language tag. */
  readonly language: string;
  /** What the sheets call it and say it is about, where the scenario's own words are not for those who are to play it. */
  readonly title?: string;
  readonly about?: string;
  /** For everybody. */
  readonly background: string;
  readonly parties: Readonly<Record<PartyId, PartyTexts>>;
  readonly injects: readonly Inject[];
  /** For the talk afterwards. */
  readonly questions: readonly string[];
  /** By language tag. */
  readonly translations: Readonly<Record<string, Translation>>;
}

export const NO_BRIEFS: Briefs = {
  language: 'en',
  background: '',
  parties: {},
  injects: [],
  questions: [],
  translations: {},
};
