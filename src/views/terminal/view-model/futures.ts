import type { EndingTold, Difference as Differing, RoundCompared } from '../../../record/diff.ts';
import { ENDING } from '../../prose/codes.ts';
import { capitalised, type Names } from '../../prose/names.ts';
import { moveWords } from '../../prose/differences.ts';
import { objection, wishes } from '../../prose/sentences.ts';
import { quantityName } from '../../prose/quantities.ts';

/** One thing that is otherwise, as each of two futures has it; a dash where one knows nothing of it. */
export interface Difference {
  readonly here: string;
  readonly there: string;
}

/** The rows of one round that are worth reading: what was tried in vain in both is not. */
export function differencesIn({ rows }: RoundCompared, names: Names): readonly Difference[] {
  return rows.filter(matters).map((row) => ({ here: told(row, 'a', names), there: told(row, 'b', names) }));
}

/** How a future ends, and in which round. */
export function endingSentence(ended: EndingTold | undefined): string {
  if (ended === undefined) return 'It does not end';
  return `It ends in ${ENDING[ended.ending]}${ended.round === 0 ? '' : `, round ${ended.round}`}`;
}

function matters(row: Differing): boolean {
  if (row.what === 'set-vote') return false;
  return (
    row.what !== 'act' || row.act !== 'press' || ![row.a, row.b].every((one) => one === undefined || one === 'failed')
  );
}

function told(row: Differing, side: 'a' | 'b', names: Names): string {
  const none = '–';
  switch (row.what) {
    case 'sets':
      return row[side]?.map((set) => setting(set, names)).join(', ') ?? none;
    case 'set-vote':
      return none;
    case 'attendance':
      return `${capitalised(names.party(row.party))}: ${row[side] ?? none}`;
    case 'asks': {
      const asks = row[side];
      return `${capitalised(names.party(row.party))} asks for ${asks === undefined ? 'nothing' : wishes(asks, names, 3)}`;
    }
    case 'move': {
      const move = row[side];
      return `${capitalised(names.party(row.party))} ${move === undefined ? 'has no turn' : moveWords(move, names)}`;
    }
    case 'act':
      return `${capitalised(names.party(row.from))} ${ACTS[row.act]} ${names.party(row.to)}: ${row[side] ?? none}`;
    case 'text': {
      const option = row[side];
      return `Text on ${names.issue(row.issue)}: ${option === undefined ? none : `“${names.option(row.issue, option)}”`}`;
    }
    case 'vote': {
      const vote = row[side];
      const party = capitalised(names.party(row.party));
      if (vote === undefined) return `${party} does not vote`;
      if (vote.objection === undefined) return `✓ ${party} accepts${vote.adReferendum ? ', ad referendum' : ''}`;
      return `✗ ${party} objects: ${objection(vote.objection, names)}`;
    }
    case 'threat':
      return `${capitalised(names.party(row.party))} ${row[side] ? 'speaks of leaving' : 'does not speak of leaving'}`;
    case 'left':
      return `${capitalised(names.party(row.party))} ${row[side] ? 'walks out' : 'stays'}`;
    case 'event':
      return row[side] ? row.headline : none;
    case 'ratified': {
      const ratified = row[side];
      if (ratified === undefined) return none;
      return `${capitalised(names.party(row.party))}’s own side ${ratified ? 'ratifies' : 'does not ratify'}`;
    }
  }
}

const ACTS = {
  press: 'presses',
  promise: 'promises something to',
  reassure: 'reassures',
  warn: 'warns',
  leak: 'leaks its talks with',
} as const;

function setting(set: string, names: Names): string {
  const [path = '', value = ''] = set.split('=');
  const { of, what } = quantityName(path, names);
  return `${capitalised(of)}: ${what} set to ${value}`;
}
