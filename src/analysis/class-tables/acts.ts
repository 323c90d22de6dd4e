import type { FactOf } from '../../model/fact.ts';
import { table, type DataTable, type Row, type Take } from './table.ts';

type Act = FactOf<'party.pressed' | 'party.promised' | 'party.reassured' | 'party.warned'>;

export function acts(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is Act =>
        ['party.pressed', 'party.promised', 'party.reassured', 'party.warned'].includes(fact.type),
      )
      .map((act) => ({ ...row, act })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round', ({ act }) => act.round],
    ['act', 'text', 'press, promise, reassure or warn', ({ act }) => ACT[act.type]],
    ['from', 'text', 'who did it', ({ act }) => act.from],
    ['to', 'text', 'to whom', ({ act }) => act.to],
    ['channel', 'text', 'open or back', ({ act }) => act.channel],
    [
      'outcome',
      'text',
      'of a press: worked, failed or backfired; of words: believed or not-believed; of a promise: made',
      ({ act }) => outcomeOfAct(act),
    ],
    [
      'over',
      'text',
      'the issue that the pressed party objected to',
      ({ act }) => (act.type === 'party.pressed' ? act.over : null),
    ],
    [
      'moved',
      'number',
      'what it changed for the other, in utility: its walk-away by a press, the gain of a promise, what it expects by a reassurance, its target by a warning',
      ({ act }) => movedBy(act),
    ],
  ];
  return table('acts', 'an act in the corridor', takes, all);
}

const ACT = {
  'party.pressed': 'press',
  'party.promised': 'promise',
  'party.reassured': 'reassure',
  'party.warned': 'warn',
} as const satisfies Record<Act['type'], string>;

function outcomeOfAct(act: Act): string {
  switch (act.type) {
    case 'party.pressed':
      return act.outcome;
    case 'party.promised':
      return 'made';
    case 'party.reassured':
    case 'party.warned':
      return act.credible ? 'believed' : 'not-believed';
  }
}

function movedBy(act: Act): number | undefined {
  switch (act.type) {
    case 'party.pressed': {
      const own = act.private[act.to];
      return own !== undefined && 'walkAwayBy' in own ? own.walkAwayBy : undefined;
    }
    case 'party.promised': {
      const own = act.private[act.to];
      return own !== undefined && 'gain' in own ? own.gain : undefined;
    }
    case 'party.reassured':
      return act.private[act.to]?.expectationBy;
    case 'party.warned':
      return act.private[act.to]?.targetBy;
  }
}
