import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { Block as Refusals } from '../../../analysis/debrief/blocks.ts';
import { OBJECTION } from '../../prose/codes.ts';
import { capitalised, listed, times, type Names } from '../../prose/names.ts';
import type { Block, Cell, Section } from '../content.ts';
import { groupsNamed, heading } from '../words.ts';
import { silentOn } from './course.ts';

/** Who refused what and why, over all groups. */
export function blocked(debrief: Debrief, names: Names): Section {
  const { groups } = debrief;
  const all = groups.flatMap(({ label, blocks }) => blocks.map((block) => ({ label, ...block })));
  const blocks: readonly Block[] =
    all.length === 0
      ? [{ type: 'paragraph', text: 'No refusal was recorded.' }]
      : [
          { type: 'paragraph', text: told(all, names) },
          { type: 'table', table: matrix(debrief, all, names) },
          { type: 'table', table: reasons(all, names) },
        ];
  return {
    id: 'blocked',
    title: 'Who blocked what, and why',
    blocks: [...blocks, ...silentOn(groups, 'who refused, and why')],
  };
}

type Refused = Refusals & { readonly label: string };

function told(all: readonly Refused[], names: Names): string {
  const alone = all.filter((one) => one.alone.length > 0).sort((a, b) => b.alone.length - a.alone.length);
  const head =
    'A refusal names the issue that costs the party most. Those who must sign, or have a veto, block by refusing alone.';
  if (alone.length === 0) return `${head} Nobody whose assent was needed ever stood alone.`;
  const list = alone
    .slice(0, 4)
    .map(
      (one) =>
        `${names.party(one.party)} over ${names.issue(one.issue)} in group ${one.label} (${times(one.alone.length)}: ${OBJECTION[one.code]})`,
    );
  return `${head} Alone among them, while all others whose assent was needed accepted, stood ${listed(list)}.`;
}

/** Parties by issues: how many texts each refused over which, all groups together. */
function matrix({ scenario, landmarks }: Debrief, all: readonly Refused[], names: Names) {
  const refusing = scenario.parties.filter(({ id }) => all.some(({ party }) => party === id));
  const ordered = [...refusing].sort((a, b) => Number(b.signatory) - Number(a.signatory));
  const issues = scenario.agenda.filter((id) => all.some(({ issue }) => issue === id));
  const cell = (party: string, issue: string): Cell => {
    const own = all.filter((one) => one.party === party && one.issue === issue);
    const count = own.reduce((sum, { rounds }) => sum + rounds.length, 0);
    if (count === 0) return null;
    return { value: count, shown: `${count}${own.some(({ code }) => code === 'red-line') ? ' ✕' : ''}` };
  };
  return {
    id: 'refusals',
    caption: 'Texts refused over each issue, all groups together (✕: also because of a red line)',
    columns: [
      { head: 'Party' },
      ...issues.map((id) => ({ head: capitalised(names.issue(id)), number: true as const })),
    ],
    rows: ordered.map(({ id }) => [
      `${heading(names.party(id))}${landmarks.parties.includes(id) ? ' (must sign)' : ''}`,
      ...issues.map((issue) => cell(id, issue)),
    ]),
  };
}

function reasons(all: readonly Refused[], names: Names) {
  const kinds = new Map<string, { one: Refused; labels: string[]; count: number; alone: number }>();
  for (const one of all) {
    const key = `${one.party} ${one.issue} ${one.code}`;
    const kind = kinds.get(key) ?? { one, labels: [], count: 0, alone: 0 };
    kinds.set(key, {
      one,
      labels: [...kind.labels, one.label],
      count: kind.count + one.rounds.length,
      alone: kind.alone + one.alone.length,
    });
  }
  const rows = [...kinds.values()].sort((a, b) => Number(b.one.needed) - Number(a.one.needed) || b.count - a.count);
  return {
    id: 'reasons',
    caption: 'Reasons for refusals',
    columns: [
      { head: 'Party' },
      { head: 'Issue' },
      { head: 'Why' },
      { head: 'Texts', number: true as const },
      { head: 'Alone', number: true as const },
      { head: 'Where' },
    ],
    rows: rows.map(({ one, labels, count, alone }): readonly Cell[] => [
      heading(names.party(one.party)),
      names.issue(one.issue),
      OBJECTION[one.code],
      count,
      one.needed ? alone : null,
      groupsNamed(labels),
    ]),
  };
}
