import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import { capitalised, listed, type Names } from '../../prose/names.ts';
import { change, figure, type Block, type Cell, type Section } from '../content.ts';
import { groupsNamed, heading, textWords } from '../words.ts';

/** A text that everybody who must sign would have preferred, and that no group had on the table. */
export function untried(debrief: Debrief, names: Names): Section {
  return {
    id: 'untried',
    title: 'The better deal nobody tried',
    blocks: [...deal(debrief, names), ...counts(debrief)],
  };
}

function deal(
  { untried: { deal: found, method, tabled }, landmarks, scenario, groups }: Debrief,
  names: Names,
): readonly Block[] {
  const how =
    method === 'listed'
      ? `All ${landmarks.outcomes.toLocaleString('en')} texts were looked at, ${tabled} of which were on some table.`
      : method === 'frontier'
        ? 'There are too many texts to look at each: only the best points of the frontier were.'
        : 'There are too many texts to look at.';
  if (found === undefined) {
    const open = groups.some(({ outcome }) => outcome !== undefined);
    const why = !open
      ? 'No group has come to an end yet.'
      : method === 'none'
        ? 'Whether there is one is not known.'
        : 'There is none: no text that would have passed, and that no group had on the table, leaves everybody who must sign better off than some group ended.';
    return [{ type: 'paragraph', text: `${why} ${how}` }];
  }
  const others = found.suits.filter((id) => !landmarks.parties.includes(id));
  const doubt =
    found.doubtful.length === 0
      ? 'It still suits everybody who must sign with their walk-aways at the high end of their ranges.'
      : `With a walk-away at the high end of its range ${listed(found.doubtful.map(names.party))} would refuse it: how good it is rests on that number.`;
  return [
    {
      type: 'box',
      label: 'The deal',
      text: [
        `${capitalised(textWords(found.text, scenario.agenda, names))}.`,
        `Everybody who must sign would have been better off with it than with what ${groupsNamed(found.over.map(({ label }) => label))} ended with.${others.length === 0 ? '' : ` It also suits ${listed(others.map(names.party))}.`} ${doubt}`,
      ],
    },
    {
      type: 'paragraph',
      text: `It passes by the agreement rule when each accepts what suits it at its walk-away of the start. ${how} Of those that would have improved on the most groups it has the greatest product of gains. No party could know it: only who sees all stances can.`,
      quiet: true,
    },
    {
      type: 'table',
      table: {
        id: 'better-deal',
        caption: 'What it would have added, for each who must sign',
        columns: [
          { head: 'Against' },
          ...landmarks.parties.map((id) => ({ head: heading(names.party(id)), number: true as const })),
        ],
        rows: [
          ...found.over.map(({ label, gains }): readonly Cell[] => [
            `group ${label}`,
            ...gains.map((gain) => change(gain)),
          ]),
          ['its utility', ...found.utilities.map((u) => figure(u))],
          ['walk-away at the start', ...landmarks.walkAways.map((u) => figure(u))],
        ],
      },
    },
  ];
}

function counts({ untried: { groups, method } }: Debrief): readonly Block[] {
  if (method !== 'listed' || groups.length === 0) return [];
  return [
    {
      type: 'table',
      table: {
        id: 'better-texts',
        caption: 'Texts that would have passed and left everybody who must sign better off than the group ended',
        columns: [{ head: 'Group' }, { head: 'Better texts', number: true }, { head: 'On no table', number: true }],
        rows: groups.map(({ label, better, untried: never }) => [label, better ?? null, never ?? null]),
      },
    },
  ];
}
