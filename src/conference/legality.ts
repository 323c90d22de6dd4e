import type { Answer } from '../model/question.ts';
import type { Amendment } from '../model/text.ts';
import { TOLERANCE } from '../rules/arithmetic.ts';
import { mayPress } from '../rules/pressure.ts';
import type { Setting } from '../rules/setting.ts';
import type { Question } from './port.ts';

/** Why an answer cannot be taken, in a few words; nothing when it can. Rules never need it; people and programs do. */
export function objectionTo(setting: Setting, question: Question, answer: Answer): string | undefined {
  if (answer.type !== question.type) return `asked for ${question.type}, got ${answer.type}`;
  switch (answer.type) {
    case 'attendance':
    case 'stay':
      return undefined;
    case 'amendments':
      return amendments(setting, answer.amendments);
    case 'draft':
      return answer.changes.length > setting.chair.pace
        ? `the chair changes at most ${setting.chair.pace} issues a round`
        : amendments(setting, answer.changes);
    case 'caucus':
      return acts(setting, question, answer);
    case 'vote':
      return answer.accepts || setting.issueIndex.has(answer.objection.issue)
        ? undefined
        : `no issue ${answer.objection.issue}`;
    case 'turn':
      return turn(setting, question, answer);
  }
}

function turn(setting: Setting, { view }: Question, answer: Extract<Answer, { type: 'turn' }>): string | undefined {
  switch (answer.move) {
    case 'offer':
      return amendments(setting, answer.offer);
    case 'accept':
      return view.room?.bargaining?.standing === undefined ? 'there is no offer on the table to accept' : undefined;
    case 'leave':
      return undefined;
  }
}

function amendments(setting: Setting, list: readonly Amendment[]): string | undefined {
  const seen = new Set<string>();
  for (const { issue, option } of list) {
    const k = setting.issueIndex.get(issue);
    if (k === undefined) return `no issue ${issue}`;
    if (!setting.issues[k]!.optionIndex.has(option)) return `no option ${option} on ${issue}`;
    if (seen.has(issue)) return `two options for ${issue}`;
    seen.add(issue);
  }
  return undefined;
}

function acts(setting: Setting, { view }: Question, answer: Extract<Answer, { type: 'caucus' }>): string | undefined {
  const seen = new Set<string>();
  let promised = 0;
  for (const one of answer.acts) {
    const relation = view.outgoing.find((each) => setting.parties[each.setting.to]!.id === one.on);
    if (relation === undefined || relation.channel === 'none') return `no channel to ${one.on}`;
    if (seen.has(`${one.act} ${one.on}`)) return `${one.act} ${one.on} twice in one round`;
    seen.add(`${one.act} ${one.on}`);
    if (one.act === 'press' && view.me.signatory && setting.parties[relation.setting.to]!.signatory)
      return 'signatories bargain; they do not press each other';
    if (one.act === 'press' && !mayPress(setting, view.public, relation.setting, relation))
      return `${one.on} has not objected, or cannot be influenced`;
    if (one.act === 'leak' && relation.channel !== 'back') return `the channel to ${one.on} is no secret`;
    if (one.act !== 'promise') continue;
    if (!(one.cost >= 0 && one.cost <= 1)) return 'a promise costs from 0 to 1';
    promised += one.cost - (relation.promise?.cost ?? 0);
  }
  for (const { promise } of view.outgoing) promised += promise?.cost ?? 0;
  return promised > view.me.budget + TOLERANCE
    ? `promises of ${promised.toFixed(2)} exceed the budget of ${view.me.budget.toFixed(2)}`
    : undefined;
}
