import type { SeatQuestion } from '../../../model/choices.ts';
import type { Answer, CaucusAct } from '../../../model/question.ts';
import type { Amendment } from '../../../model/text.ts';
import { CONSIDERATION, OBJECTION } from '../../prose/codes.ts';
import { listed, score, type Names } from '../../prose/names.ts';

/** What the rule would answer in a seat's stead, and why, from what that seat knows. */
export function adviceText({ own }: SeatQuestion, answer: Answer, names: Names): string {
  switch (answer.type) {
    case 'attendance':
      return `The rule would ${COMING[answer.grade]}${answer.weighed === undefined ? '' : `: ${CONSIDERATION[answer.weighed]}`}.`;
    case 'amendments':
      return answer.amendments.length === 0
        ? `The rule would ask for nothing: the text is worth its target of ${score(own.target)} to you.`
        : `The rule would ask for ${wished(answer.amendments, names)}: the fewest moves that bring the text within your red lines to its target of ${score(own.target)}.`;
    case 'caucus':
      return corridor(answer.acts, own, names);
    case 'draft':
      return answer.changes.length === 0
        ? 'The rule would leave the text as it is.'
        : `The rule would put ${wished(answer.changes, names)} into the text: what brings those who must sign nearer together.`;
    case 'vote':
      return answer.accepts
        ? 'The rule would accept: the text is worth what it would itself ask for next.'
        : `The rule would object, over ${names.issue(answer.objection.issue)}: ${OBJECTION[answer.objection.code]}.`;
    case 'turn':
      switch (answer.move) {
        case 'accept':
          return 'The rule would accept the offer on the table: it is worth what it would itself offer next.';
        case 'leave':
          return 'The rule would leave: nothing on the table is worth more than no agreement.';
        case 'offer':
          return answer.offer.length === 0
            ? 'The rule would offer the text on the table as its own.'
            : `The rule would offer the text with ${wished(answer.offer, names)}.`;
      }
    case 'stay':
      return answer.stays
        ? `The rule would stay: ${own.strain > own.patience ? 'your patience is used up, but it waits once more' : 'your patience is not used up'}.`
        : 'The rule would leave: your patience is used up.';
  }
}

const COMING = {
  official: 'come officially',
  unofficial: 'send a delegation without mandate',
  observer: 'come to observe',
  absent: 'stay away',
} as const;

function wished(changes: readonly Amendment[], names: Names): string {
  return listed(changes.map(({ issue, option }) => `“${names.option(issue, option)}” on ${names.issue(issue)}`));
}

function corridor(acts: readonly CaucusAct[], own: SeatQuestion['own'], names: Names): string {
  if (acts.length === 0) {
    return own.utility < own.walkAway
      ? 'The rule would do nothing: the text is worth less to you than no agreement, so why bring others to it?'
      : 'The rule would do nothing: there is nobody to move.';
  }
  const done = acts.map((one) => {
    const on = names.party(one.on);
    switch (one.act) {
      case 'press':
        return `press ${on}, which objected`;
      case 'promise':
        return `promise ${on} what costs you ${score(one.cost)}`;
      case 'reassure':
        return `reassure ${on}, which you lean to`;
      case 'warn':
        return `warn ${on} that you may leave`;
      case 'leak':
        return `leak the channel to ${on}`;
    }
  });
  return `The rule would ${listed(done)}.`;
}
