import type { Issue, Party, Stance } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { bar } from '../widgets/bar.ts';
import { legible, widthOf } from '../widgets/cells.ts';
import { cell, span, type Line } from '../widgets/line.ts';
import type { Showing } from './showing.ts';
import { paragraphsOfWish } from './sources.ts';

/** What a party wants, issue by issue, weightiest first: ✓ where the text holds it, ▹ where it asks for a change now. */
export function stanceRows(showing: Showing, state: ConferenceState, party: Party, width: number): readonly Line[] {
  const total = party.stances.reduce((sum, stance) => sum + stance.salience.value, 0);
  const weightiest = party.stances.toSorted((a, b) => b.salience.value - a.salience.value);
  const most = weightiest[0]?.salience.value ?? 1;
  const name = Math.min(Math.max(...showing.issues.map((issue) => widthOf(issue.name))), Math.floor(width * 0.45));
  return weightiest.flatMap((stance) => {
    const issue = showing.issues.find((one) => one.id === stance.issue);
    if (issue === undefined) return [];
    const wanted = wantedOption(issue, stance);
    const held = state.text[issue.id] === wanted.id;
    const ask = state.parties[party.id]!.asks.find((change) => change.issue === issue.id);
    return [
      [
        span(held ? '✓ ' : ask === undefined ? '  ' : '▹ ', held ? 'for' : 'strong'),
        cell(issue.name, name),
        span(' '),
        ...(width < 70 ? [] : [span(' '), ...bar(stance.salience.value / most, 6, 'quiet')]),
        cell(`${Math.round((100 * stance.salience.value) / total)}%`, 4, 'quiet', 'right'),
        span('  '),
        span(legible(wanted.name), held ? 'for' : 'strong'),
        ...(ask === undefined || ask.to === wanted.id
          ? []
          : [span(`, asks for ${legible(optionName(issue, ask.to))}`)]),
        span(
          paragraphsOfWish(stance, wanted.id)
            .map((n) => ` ¶${n}`)
            .join(''),
          'quiet',
        ),
        ...crossed(stance, issue),
      ],
    ];
  });
}

function optionName({ options }: Issue, id: string): string {
  return options.find((option) => option.id === id)?.name ?? id;
}

/** The option nearest to its ideal, or the one it values most. */
export function wantedOption({ options }: Issue, { preference }: Stance): Issue['options'][number] {
  const merit = (option: Issue['options'][number]) =>
    preference.kind === 'ideal'
      ? -Math.abs(option.position - preference.ideal.value)
      : (preference.values[option.id]?.value ?? 0);
  return options.reduce((best, option) => (merit(option) > merit(best) ? option : best));
}

function crossed({ redLine }: Stance, { options }: Issue): Line {
  if (redLine === undefined) return [];
  const never = options.filter((option) => isRedLine(redLine, option));
  return never.length === 0
    ? []
    : [span(`, never ${never.map((option) => legible(option.name)).join(' or ')}`, 'against')];
}

export function isRedLine(
  redLine: NonNullable<Stance['redLine']>,
  { id, position }: Issue['options'][number],
): boolean {
  if (redLine.kind === 'never') return redLine.options.includes(id);
  return position < (redLine.atLeast?.value ?? 0) || position > (redLine.atMost?.value ?? 1);
}
