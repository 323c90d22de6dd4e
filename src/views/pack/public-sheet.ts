import { fixedGrade, type Party, type Scenario } from '../../model/scenario.ts';
import { heading, paragraph, remark, section, type Block, type Sheet, type Told } from './document.ts';
import type { Wording } from './wording.ts';

/** What everybody may know. `scenario` is as nobody's seat sees it. */
export function publicSheet(scenario: Scenario, words: Wording): Sheet {
  const { say } = words;
  return {
    label: say('publicNote'),
    title: words.title,
    blocks: [
      paragraph(words.about),
      ...section(say('background'), words.background),
      heading(say('conference')),
      conferenceTable(scenario, words),
      heading(say('howAgreed')),
      { type: 'list', items: agreementRule(scenario, words) },
      heading(say('parties')),
      partyTable(scenario, words),
      heading(say('issues')),
      ...scenario.agenda.map((id) => issueTable(scenario, words, id)),
      ...saidInPublic(scenario, words),
      ...openBriefs(scenario, words),
      ...sources(scenario, words),
    ],
  };
}

export function conferenceTable(scenario: Scenario, words: Wording): Block {
  const { say } = words;
  const { rounds } = scenario.conference;
  const rows: readonly (readonly [Told, Told])[] = [
    [say('place'), words.place],
    [say('date'), words.date],
    [say('host'), words.host],
    ...(scenario.conference.protocol === 'alternating-offers' ? [] : [[say('chair'), words.chair] as const]),
    [say('rounds'), say('roundsOf', { rounds: rounds.value, span: words.roundStandsFor })],
  ];
  return {
    type: 'table',
    caption: words.title,
    columns: [],
    rows: rows.map((row) => [...row]),
  };
}

/** The rule of agreement in words. */
export function agreementRule(scenario: Scenario, words: Wording): readonly Told[] {
  const { say } = words;
  const { rule, consultations, protocol, order } = scenario.conference;
  const signatories = scenario.parties.filter((party) => party.signatory).map(({ id }) => id);
  const others = scenario.parties.filter((party) => !party.signatory);
  const named = (ids: readonly string[]) => words.listed(ids.map(words.spokenOf));
  const turns = order ?? scenario.parties.map(({ id }) => id);
  return [
    ...(signatories.length > 0 ? [say('ruleSign', { parties: named(signatories) })] : []),
    ...(others.length === 0 ? [] : [othersRule(rule, say)]),
    ...(rule.vetoes.length > 0 ? [say('ruleVeto', { parties: named(rule.vetoes) })] : []),
    ...(protocol === 'alternating-offers' ? [say('offersInTurn', { parties: named(turns) })] : []),
    ...(consultations ? [say('consultations')] : []),
  ];
}

function othersRule(rule: Scenario['conference']['rule'], say: Wording['say']): Told {
  if (rule.allBut === undefined) return say('ruleShare', { percent: Math.round(100 * (rule.quorum?.value ?? 1)) });
  return rule.allBut.value === 0 ? say('ruleAll') : say('ruleAllBut', { count: rule.allBut.value });
}

function partyTable(scenario: Scenario, words: Wording): Block {
  const { say } = words;
  return {
    type: 'table',
    caption: say('parties'),
    columns: [{ head: say('party') }, { head: say('part') }],
    rows: scenario.parties.map((party) => [words.party(party.id), partOf(scenario, party, words)]),
  };
}

/** "must sign; at the table; holds the chair". */
export function partOf(scenario: Scenario, party: Party, words: Wording): Told {
  const { say } = words;
  const head = words.head(party.id);
  const parts = [
    ...(head === undefined ? [] : [say('headedBy', { head })]),
    ...(party.signatory ? [say('signatory')] : []),
    presence(party, words),
    ...(scenario.conference.chair.party === party.id ? [say('holdsChair')] : []),
  ];
  const { text, lang } = words.joined(parts);
  return { text: `${text[0]!.toUpperCase()}${text.slice(1)}`, lang };
}

function presence(party: Party, { say }: Wording): Told {
  switch (fixedGrade(party.attendance)) {
    case 'official':
      return party.signatory ? say('comes') : say('votes');
    case 'absent':
      return say('staysAway');
    case 'observer':
      return say('observes');
    case 'unofficial':
      return say('withoutMandate');
    case undefined:
      return say('undecided');
  }
}

function issueTable(scenario: Scenario, words: Wording, id: string): Block {
  const { say } = words;
  const issue = scenario.issues.find((one) => one.id === id)!;
  const marks = (option: string) => [
    ...(option === issue.statusQuo ? [say('isStatusQuo')] : []),
    ...(option === issue.opening ? [say('isOpening')] : []),
  ];
  return {
    type: 'table',
    caption: { ...words.issue(id), text: `${words.issue(id).text}: ${words.aboutIssue(id).text}` },
    columns: [{ head: say('option') }, { head: say('meaning') }, { head: say('mark') }],
    rows: issue.options.map((option) => {
      const told = marks(option.id);
      return [
        words.option(id, option.id),
        words.meaning(id, option.id),
        told.length === 0 ? words.own('–') : words.joined(told),
      ];
    }),
  };
}

/** What each has voiced: of an ideal the option that lies nearest. */
function saidInPublic(scenario: Scenario, words: Wording): readonly Block[] {
  const { say } = words;
  const voiced = scenario.parties.map((party) => ({
    id: party.id,
    said: scenario.agenda.flatMap((issue) => {
      const option = nearestOption(scenario, party, issue);
      return option === undefined
        ? []
        : [{ ...words.issue(issue), text: `${words.issue(issue).text}: ${words.option(issue, option).text}` }];
    }),
  }));
  if (voiced.every(({ said }) => said.length === 0)) return [];
  return [
    heading(say('saidInPublic')),
    remark(say('saidNote')),
    {
      type: 'table',
      caption: say('saidInPublic'),
      columns: [{ head: say('party') }, { head: say('saidInPublic') }],
      rows: voiced.map(({ id, said }) => [
        words.party(id),
        said.length === 0 ? words.own('–') : { ...words.joined(said), text: `${words.joined(said).text}.` },
      ]),
    },
  ];
}

/** What is said of each in public; nothing of those of whom nothing is said. */
function openBriefs(scenario: Scenario, words: Wording): readonly Block[] {
  const told = scenario.parties.filter(({ id }) => words.open(id).length > 0);
  if (told.length === 0) return [];
  return [
    heading(words.say('inPublic')),
    ...told.flatMap(({ id }) => [heading(words.party(id), 3), ...words.open(id).map(paragraph)]),
  ];
}

export function nearestOption(scenario: Scenario, party: Party, issueId: string): string | undefined {
  const issue = scenario.issues.find((one) => one.id === issueId)!;
  const preference = party.stances.find((one) => one.issue === issueId)?.preference;
  if (preference?.kind !== 'ideal') return undefined;
  const far = (position: number) => Math.abs(position - preference.ideal.value);
  return issue.options.reduce((best, option) => (far(option.position) < far(best.position) ? option : best)).id;
}

function sources(scenario: Scenario, words: Wording): readonly Block[] {
  const given = Object.values(scenario.sources);
  if (given.length === 0) return [];
  return [
    heading(words.say('source')),
    ...given.flatMap(({ citation, paragraphs }): readonly Block[] => [
      remark(words.own(citation)),
      { type: 'list', items: Object.entries(paragraphs).map(([n, text]) => words.own(`¶${n}: ${text.trim()}`)) },
    ]),
  ];
}
