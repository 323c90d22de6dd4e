import type { TurningPoint } from '../../analysis/turning-points.ts';
import { inWords, type Names } from './names.ts';

/** What turned, as one clause: "the first red line: the Taliban, on power-sharing". */
export function turning(point: TurningPoint, names: Names): string {
  switch (point.type) {
    case 'cannot-sign':
      return point.grade === 'absent'
        ? `${names.party(point.party)}, who must sign, stays away`
        : `${names.party(point.party)}, who must sign, comes without a mandate`;
    case 'first-red-line':
      return `the first red line: ${names.party(point.party)}, on ${names.issue(point.issue)}`;
    case 'first-threat':
      return `the first threat to walk out: ${names.party(point.party)}`;
    case 'first-acceptance':
      return `the first to accept of those who must sign: ${names.party(point.party)}`;
    case 'event':
      return `an event: ${point.headline}`;
    case 'leak':
      return `a back channel comes to light: ${names.party(point.from)} and ${names.party(point.to)}`;
    case 'walk-out':
      return `${names.party(point.party)} walks out`;
    case 'decisive-vote':
      return `the vote that decided: ${names.party(point.party)} ${point.accepts ? 'accepts' : 'objects'}`;
  }
}

/** What decided it, as a sentence: who came, or the last change of mind of those who had to agree; nothing if neither. */
export function decisiveSentence(points: readonly TurningPoint[], names: Names): string | undefined {
  const missing = points.find((point) => point.type === 'cannot-sign');
  if (missing !== undefined && missing.grade !== 'absent')
    return `What decided it came before the first round: ${names.party(missing.party)} was there without a mandate.`;
  const vote = points.find((point) => point.type === 'decisive-vote');
  if (vote === undefined) return undefined;
  const after =
    vote.polls === 1
      ? 'it was the last poll'
      : `in the ${inWords(vote.polls - 1)} ${vote.polls === 2 ? 'poll' : 'polls'} after it nobody who had to agree voted otherwise`;
  return `The vote that decided was in round ${vote.round}, when ${names.party(vote.party)} ${vote.accepts ? 'accepted' : 'objected'}: ${after}.`;
}
