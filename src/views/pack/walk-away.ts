import type { ScoreSheet } from '../../analysis/score-sheet.ts';
import type { Party, Scenario } from '../../model/scenario.ts';
import { heading, paragraph, type Block } from './document.ts';
import { tenths } from './tenths.ts';
import type { Wording } from './wording.ts';

/** What the party has without an agreement, how that changes, and room for what it makes of it. */
export function walkAwayBlocks(scenario: Scenario, words: Wording, party: Party, sheet: ScoreSheet): readonly Block[] {
  const { say } = words;
  const { rounds } = scenario.conference;
  const open = sheet.whileRivalIsOpen;
  const written = words.sections(party.id).find(({ section }) => section === 'noDeal');
  const { basis } = party.walkAway;
  return [
    paragraph(say('whyNoDeal', { points: tenths(sheet.walkAway.points) })),
    ...(written !== undefined
      ? [heading(say('reason')), paragraph(written.text)]
      : 'reason' in basis && basis.reason.trim() !== ''
        ? [heading(say('reason')), paragraph(words.own(sentence(basis.reason)))]
        : []),
    ...(open === undefined
      ? []
      : [paragraph(say('openWorth', { name: words.rival, points: tenths(open.points - sheet.walkAway.points) }))]),
    { type: 'list', items: [pain(party, rounds.value, words), ...courses(party, scenario, words)] },
    { type: 'lines', label: say('myTarget'), count: 2 },
    { type: 'lines', label: say('myLowest'), count: 2 },
    { type: 'lines', label: say('myTrades'), count: 2 },
    { type: 'lines', label: say('myAlternative'), count: 2 },
  ];
}

function pain({ pain: each, walkAway }: Party, rounds: number, { say }: Wording) {
  if (Math.round(100 * each.value * rounds) < 1) return say('painless');
  const end = Math.max(0, 100 * (walkAway.value - each.value * rounds));
  return say('pain', { points: tenths(100 * each.value), end: Math.round(end), round: rounds });
}

function courses(party: Party, scenario: Scenario, words: Wording) {
  const { say } = words;
  const { spoiler } = party;
  return [
    say('patience', { rounds: party.patience.value }),
    ...(party.signatory && party.home.value > 0 ? [say('home', { points: Math.round(100 * party.home.value) })] : []),
    party.budget.value > 0 ? say('budget', { points: tenths(100 * party.budget.value) }) : say('noBudget'),
    ...(spoiler === undefined ? [] : [spoils(spoiler, scenario, words)]),
  ];
}

function spoils(spoiler: NonNullable<Party['spoiler']>, scenario: Scenario, words: Wording) {
  const { say } = words;
  switch (spoiler.type) {
    case 'total':
      return say('totalSpoiler');
    case 'greedy':
      return say('greedySpoiler');
    case 'limited': {
      const issue = scenario.issues.find(({ id }) => id === spoiler.issue)!.id;
      const options = words.listed(
        spoiler.within.map((option) => words.option(issue, option)),
        'or',
      );
      return say('limitedSpoiler', { issue: words.issue(issue), options });
    }
  }
}

function sentence(reason: string): string {
  const text = reason.trim();
  const capital = text[0]!.toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
