import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import { capitalised, listed, times, type Names } from '../../prose/names.ts';
import { change, type Block, type Cell, type Section } from '../content.ts';
import { heading } from '../words.ts';
import { silentOn } from './course.ts';

/** What was done in the corridor, and what it moved. */
export function movers({ movers: all, groups }: Debrief, names: Names): Section {
  const pressed = all.filter(({ tried }) => tried > 0);
  const blocks: readonly Block[] =
    all.length === 0
      ? [{ type: 'paragraph', text: 'Nobody did anything in the corridor that was recorded.' }]
      : [
          { type: 'paragraph', text: told(pressed, names) },
          {
            type: 'table',
            table: {
              id: 'moved',
              caption: 'Who acted on whom, over all groups that have a record',
              columns: [
                { head: 'From' },
                { head: 'To' },
                { head: 'Pressed', number: true },
                { head: 'Worked', number: true },
                { head: 'Backfired', number: true },
                { head: 'Moved its walk-away by', number: true },
                { head: 'Promised', number: true },
                { head: 'Reassured', number: true },
                { head: 'Warned', number: true },
                { head: 'Groups' },
              ],
              rows: all.map((one): readonly Cell[] => [
                heading(names.party(one.from)),
                heading(names.party(one.to)),
                one.tried,
                one.worked,
                one.backfired,
                change(one.walkAwayBy, 3),
                one.promises,
                one.reassurances,
                one.warnings,
                one.groups.join(' '),
              ]),
            },
          },
          ...leaks(groups, names),
        ];
  return {
    id: 'moved',
    title: 'Who moved whom',
    blocks: [...blocks, ...silentOn(groups, 'what was done in the corridor')],
  };
}

function told(pressed: Debrief['movers'], names: Names): string {
  const all = pressed.reduce((sum, { tried }) => sum + tried, 0);
  if (all === 0) return 'Nobody pressed anybody.';
  const worked = pressed.reduce((sum, one) => sum + one.worked, 0);
  const backfired = pressed.reduce((sum, one) => sum + one.backfired, 0);
  const best = pressed
    .filter((one) => one.worked > 0)
    .slice(0, 3)
    .map((one) => `${names.party(one.from)} on ${names.party(one.to)} (${times(one.worked)} in ${one.tried})`);
  const most = best.length === 0 ? '' : ` Most moving were ${listed(best)}.`;
  return `Pressure was tried ${times(all)}, ${worked === 0 ? 'never worked' : `worked ${times(worked)}`} and ${backfired === 0 ? 'never backfired' : `backfired ${times(backfired)}`}. Where it works the other comes to need a deal more: its walk-away falls.${most}`;
}

function leaks(groups: Debrief['groups'], names: Names): readonly Block[] {
  const items = groups.flatMap(({ label, analysis }) =>
    (analysis?.influence.leaks ?? []).map(
      ({ round, from, to, leftOut }) =>
        `Group ${label}, round ${round}: the back channel between ${names.party(from)} and ${names.party(to)} came to light${leftOut.length === 0 ? '' : `; left out had been ${listed(leftOut.map(names.party))}`}.`,
    ),
  );
  return items.length === 0 ? [] : [{ type: 'list', items: items.map(capitalised) }];
}
