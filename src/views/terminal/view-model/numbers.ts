import type { Viewing } from '../state.ts';
import type { Evidence } from './programme.ts';
import type { Showing } from './showing.ts';

/** The numbers that the evidence view lists: of the chosen party with its relations, of the chosen issue, or all. */
export function numbersInView(showing: Showing, { evidence, chooses, party, issue }: Viewing): readonly Evidence[] {
  const all = showing.evidence();
  if (evidence.of === 'all') return all;
  if (chooses === 'issue') {
    const part = `.stances.${showing.issues[issue]!.id}.`;
    return all.filter(({ path }) => path.includes(part));
  }
  const { id } = showing.parties[party]!;
  return all.filter(({ path }) => path.startsWith(`parties.${id}.`) || path.startsWith(`relations.${id}.`));
}
