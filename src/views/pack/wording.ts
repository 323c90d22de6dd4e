import { BRIEF_SECTIONS, type Briefs, type BriefSection } from '../../model/brief.ts';
import { PHRASES, type PhraseKey } from '../../model/phrases.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../../model/scenario.ts';
import { directionOf } from '../html/direction.ts';
import { namesOf } from '../prose/names.ts';
import type { Told } from './document.ts';

export type Slots = Readonly<Record<string, string | number | Told>>;

/**
 * A scenario and its briefs in one language: each text in that language where it is given there, else in the language of
 * the scenario, and what the sheets say besides in English where it is not translated.
 */
export interface Wording {
  readonly lang: string;
  readonly say: (key: PhraseKey, slots?: Slots) => Told;
  readonly title: Told;
  readonly about: Told;
  readonly background: Told;
  readonly place: Told;
  readonly date: Told;
  readonly host: Told;
  readonly chair: Told;
  readonly roundStandsFor: Told;
  /** The rival forum; nothing where there is none. */
  readonly rival: Told;
  /** Other words of the scenario, which are not translated. */
  readonly own: (text: string) => Told;
  readonly party: (id: PartyId) => Told;
  /** As a sentence names it. */
  readonly spokenOf: (id: PartyId) => Told;
  readonly head: (id: PartyId) => Told | undefined;
  readonly issue: (id: IssueId) => Told;
  readonly aboutIssue: (id: IssueId) => Told;
  readonly option: (issue: IssueId, option: OptionId) => Told;
  readonly meaning: (issue: IssueId, option: OptionId) => Told;
  /** The public brief, and what the file of briefs adds to it. */
  readonly open: (id: PartyId) => readonly Told[];
  readonly inShort: (id: PartyId) => Told;
  readonly sections: (id: PartyId) => readonly { readonly section: BriefSection; readonly text: Told }[];
  /** "a; b", in the language of the first. */
  readonly joined: (items: readonly Told[]) => Told;
  /** "a, b and c", as the language lists. */
  readonly listed: (items: readonly Told[], last?: 'and' | 'or') => Told;
}

export function wordingOf(scenario: Scenario, briefs: Briefs, lang: string): Wording {
  const translation = briefs.translations[lang];
  const own = (text: string): Told => ({ text, lang: briefs.language });
  const given = (text: string | undefined, otherwise: string): Told =>
    text === undefined ? own(otherwise) : { text, lang };
  const names = namesOf(scenario);
  const party = (id: PartyId) => scenario.parties.find((one) => one.id === id)!;
  const issue = (id: IssueId) => scenario.issues.find((one) => one.id === id)!;
  const option = (id: IssueId, choice: OptionId) => issue(id).options.find((one) => one.id === choice)!;
  const partyWords = (id: PartyId) => translation?.parties?.[id];
  const issueWords = (id: IssueId) => translation?.issues?.[id];
  const { conference } = scenario;
  return {
    lang,
    say: (key, slots = {}) => {
      const translated = translation?.phrases?.[key];
      // English phrases serve pages of every language that has none of its own.
      const of = translated === undefined ? 'en' : lang;
      return { text: filled(translated ?? PHRASES[key], slots, of), lang: of };
    },
    title: given(translation?.title, briefs.title ?? scenario.title),
    about: given(translation?.about, briefs.about ?? scenario.about),
    background: given(translation?.background, briefs.background),
    place: given(translation?.conference?.place, conference.place),
    date: given(translation?.conference?.date, conference.date),
    host: given(translation?.conference?.host, conference.host),
    chair: given(translation?.conference?.chair, conference.chair.name),
    roundStandsFor: given(translation?.conference?.roundStandsFor, conference.roundStandsFor),
    rival: given(translation?.conference?.rival, conference.rival?.name ?? ''),
    own,
    party: (id) => given(partyWords(id)?.name, party(id).name),
    spokenOf: (id) => given(partyWords(id)?.name, names.party(id)),
    head: (id) => {
      const { head } = party(id);
      return head === undefined ? undefined : given(partyWords(id)?.head, head);
    },
    issue: (id) => given(issueWords(id)?.name, issue(id).name),
    aboutIssue: (id) => given(issueWords(id)?.about, issue(id).about),
    option: (id, choice) => given(issueWords(id)?.options?.[choice]?.name, option(id, choice).name),
    meaning: (id, choice) => given(issueWords(id)?.options?.[choice]?.meaning, option(id, choice).meaning),
    open: (id) =>
      [
        given(partyWords(id)?.brief?.public, party(id).brief.public),
        given(partyWords(id)?.public, briefs.parties[id]?.public ?? ''),
      ].filter(({ text }) => text.trim() !== ''),
    inShort: (id) => given(partyWords(id)?.brief?.confidential, party(id).brief.confidential),
    sections: (id) =>
      BRIEF_SECTIONS.map((section) => ({
        section,
        text: given(partyWords(id)?.[section], briefs.parties[id]?.[section] ?? ''),
      })).filter(({ text }) => text.text.trim() !== ''),
    joined: (items) => {
      const of = items[0]?.lang ?? lang;
      return { text: items.map(({ text }) => text).join(directionOf(of) === 'rtl' ? '؛ ' : '; '), lang: of };
    },
    listed: (items, last = 'and') => {
      const of = items.every((item) => item.lang === lang) ? lang : briefs.language;
      // British lists have no comma before the last item, as in all that Parley prints.
      const list = new Intl.ListFormat(of === 'en' ? 'en-GB' : of, {
        type: last === 'and' ? 'conjunction' : 'disjunction',
      });
      return { text: list.format(items.map(({ text }) => text)), lang: of };
    },
  };
}

/** A phrase with its slots filled. What is put into writing from right to left keeps its own direction. */
function filled(phrase: string, slots: Slots, lang: string): string {
  const isolate = (text: string) => (directionOf(lang) === 'rtl' ? `\u2068${text}\u2069` : text);
  return phrase.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const slot = slots[name];
    if (slot === undefined) return whole;
    return isolate(typeof slot === 'object' ? slot.text : String(slot));
  });
}
