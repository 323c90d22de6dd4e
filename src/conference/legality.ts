import type { Answer } from '../model/question.ts';
import type { Amendment } from '../model/text.ts';
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
  for (const { on } of answer.acts) {
    const relation = view.outgoing.find((one) => setting.parties[one.setting.to]!.id === on);
    if (relation === undefined || relation.channel === 'none') return `no channel to ${on}`;
    if (seen.has(on)) return `${on} twice in one round`;
    seen.add(on);
    if (view.me.signatory && setting.parties[relation.setting.to]!.signatory)
      return 'signatories bargain; they do not press each other';
  }
  return undefined;
}
