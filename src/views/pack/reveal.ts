import type { ScoreSheet } from '../../analysis/score-sheet.ts';
import type { Briefs } from '../../model/brief.ts';
import type { Basis } from '../../model/quantity.ts';
import type { Party, PartyId, Scenario } from '../../model/scenario.ts';
import { capitalised, listed, namesOf } from '../prose/names.ts';
import { basisName } from '../prose/quantities.ts';
import { heading, paragraph, remark, type Block, type Sheet } from './document.ts';
import { tenths } from './tenths.ts';
import type { Wording } from './wording.ts';

/** What everybody had on its sheets, to be shown when all is over. */
export function revealSheets(
  scenario: Scenario,
  briefs: Briefs,
  words: Wording,
  scores: ReadonlyMap<PartyId, ScoreSheet>,
  bases: Readonly<Record<string, number>>,
): readonly Sheet[] {
  const { own } = words;
  const label = own('For the teacher · after the conference');
  return [
    {
      label,
      title: own('Reveal: what everybody wanted'),
      blocks: [
        paragraph(
          own(
            'Show this when all is over and every group has read out its outcome, not before. It holds what was on the confidential sheets.',
          ),
        ),
        heading(own('Walk-aways')),
        walkAways(scenario, words, scores),
        heading(own('Issue by issue')),
        remark(own('Points are what the whole issue is worth to a party, of 100. Best: the option it likes most.')),
        ...scenario.agenda.map((issue) => issueTable(scenario, words, scores, issue)),
        heading(own('Lines between capitals')),
        relations(scenario, words),
        heading(own('How much of this is known')),
        paragraph(own(basesWords(bases))),
        ...(Object.keys(scenario.sources).length === 0
          ? []
          : [
              paragraph(
                own(
                  'Where a number cites a paragraph, that paragraph is in the public brief. Ask the class which of the assumed numbers they would have set otherwise, and whether the outcome hangs on it.',
                ),
              ),
            ]),
      ],
    },
    ...scenario.parties.map((party) => ({
      label,
      title: words.party(party.id),
      blocks: partyBlocks(scenario, words, briefs, party),
    })),
  ];
}

function walkAways(scenario: Scenario, words: Wording, scores: ReadonlyMap<PartyId, ScoreSheet>): Block {
  const { own } = words;
  return {
    type: 'table',
    caption: own('What no agreement was worth, in points of 100'),
    columns: [
      { head: own('Party') },
      { head: own('At the start'), number: true },
      { head: own('With the other way open'), number: true },
      { head: own('Lost a round'), number: true },
      { head: own('Range that could be defended') },
      { head: own('Where it comes from') },
    ],
    rows: scenario.parties.map((party) => {
      const { walkAway, whileRivalIsOpen } = scores.get(party.id)!;
      const { low, high, basis } = party.walkAway;
      return [
        words.party(party.id),
        own(tenths(walkAway.points)),
        own(whileRivalIsOpen === undefined ? '–' : tenths(whileRivalIsOpen.points)),
        own(tenths(100 * party.pain.value)),
        own(`${tenths(100 * low)} to ${tenths(100 * high)}`),
        own(`${basisName(basis)}${reasonOf(basis)}`),
      ];
    }),
  };
}

function issueTable(
  scenario: Scenario,
  words: Wording,
  scores: ReadonlyMap<PartyId, ScoreSheet>,
  issue: string,
): Block {
  const { own } = words;
  return {
    type: 'table',
    caption: words.issue(issue),
    columns: [
      { head: own('Party') },
      { head: own('Points'), number: true },
      { head: own('Best') },
      { head: own('Red line at') },
      { head: own('Where it stands') },
      { head: own('Basis') },
    ],
    rows: scenario.parties.map((party) => {
      const points = scores.get(party.id)!.issues.find((one) => one.issue === issue)!;
      const stance = party.stances.find((one) => one.issue === issue)!;
      const best = points.options.reduce((top, one) => (one.exact > top.exact ? one : top));
      const never = points.options.filter((option) => option.never).map(({ option }) => words.option(issue, option));
      const { preference } = stance;
      const basis = preference.kind === 'ideal' ? preference.ideal.basis : stance.salience.basis;
      return [
        words.party(party.id),
        own(tenths(points.weight)),
        words.option(issue, best.option),
        never.length === 0 ? own('–') : words.listed(never, 'or'),
        own(stance.voiced === 'public' ? 'said in public' : 'kept to itself'),
        own(`${basisName(basis)}${reasonOf(basis)}`),
      ];
    }),
  };
}

function relations(scenario: Scenario, words: Wording): Block {
  const { own } = words;
  const share = (value: number) => value.toFixed(2).replace('-', '−');
  return {
    type: 'table',
    caption: own('Who could move whom'),
    columns: [
      { head: own('From') },
      { head: own('To') },
      { head: own('Line') },
      { head: own('Influence, 0 to 1'), number: true },
      { head: own('Trust of the second in the first, −1 to 1'), number: true },
    ],
    rows: scenario.relations.map(({ from, to, channel, via, influence, trust }) => [
      words.party(from),
      words.party(to),
      own(via === undefined ? channel : `${channel} (${via})`),
      own(share(influence.value)),
      own(share(trust.value)),
    ]),
  };
}

function partyBlocks(scenario: Scenario, words: Wording, briefs: Briefs, party: Party): readonly Block[] {
  const { own, say } = words;
  const names = namesOf(scenario);
  const back = scenario.relations.filter(({ from, channel }) => from === party.id && channel === 'back');
  const { brief } = party;
  return [
    ...(brief.confidential.trim() === '' ? [] : [heading(say('inShort')), paragraph(own(brief.confidential))]),
    ...words.sections(party.id).flatMap(({ section, text }) => [heading(say(section)), paragraph(text)]),
    ...(back.length === 0
      ? []
      : [paragraph(own(`It had a back channel to ${listed(back.map(({ to }) => names.party(to)))}.`))]),
    ...(party.budget.value > 0
      ? [
          paragraph(
            own(
              `${capitalised(names.party(party.id))} could promise others ${tenths(100 * party.budget.value)} points in all.`,
            ),
          ),
        ]
      : []),
    ...(briefs.parties[party.id] === undefined && brief.confidential.trim() === ''
      ? [paragraph(own('Nothing is written for this seat; its numbers stand above.'))]
      : []),
  ];
}

/** "Of 300 numbers 60 are drawn from a source, and 240 are assumed". */
function basesWords(bases: Readonly<Record<string, number>>): string {
  const total = Object.values(bases).reduce((sum, count) => sum + count, 0);
  const kinds: readonly (readonly [string, string])[] = [
    ['source', 'drawn from a source'],
    ['assumption', 'assumed'],
    ['invented', 'invented'],
    ['imported', 'imported'],
    ['override', 'set by you'],
  ];
  const told = kinds.flatMap(([kind, words]) => (bases[kind] ? [`${bases[kind]} are ${words}`] : []));
  return `Of the ${total} numbers of the scenario ${listed(told)}. parley evidence lists them all, with ranges and reasons.`;
}

function reasonOf(basis: Basis): string {
  return 'reason' in basis && basis.reason.trim() !== '' ? `: ${basis.reason.trim()}` : '';
}
