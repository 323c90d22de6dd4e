import type { Fact } from '../model/fact.ts';
import type { Answer, Holder } from '../model/question.ts';
import type { Setting } from '../rules/setting.ts';
import { questionKey } from './desk.ts';
import { objectionTo } from './legality.ts';
import type { Question } from './port.ts';

/** What the inputs of a record say of one question. */
export interface Scripted {
  readonly holder: Holder;
  readonly reason?: string;
  /** Nothing when the rule answered in somebody's stead. */
  readonly answer?: Answer;
}

/** The recorded inputs of a conference by question: with scenario and seed, all that it takes to run it again. */
export type Script = ReadonlyMap<string, Scripted>;

export function scriptOf(facts: readonly Fact[]): Script {
  const script = new Map<string, Scripted>();
  const holders = new Map<string, Holder>();
  for (const fact of facts) {
    if (fact.type === 'seat.held') {
      holders.set(fact.party, fact.holder);
      const reason = fact.reason === undefined ? {} : { reason: fact.reason };
      script.set(questionKey(fact.round, fact.question, fact.party), { holder: fact.holder, ...reason });
    } else if (fact.type === 'answer.given') {
      const key = questionKey(fact.round, fact.answer.type, fact.party);
      script.set(key, { holder: 'person', ...script.get(key), ...holderOf(holders, fact.party), answer: fact.answer });
    }
  }
  return script;
}

/** Goes into the record where a what-if left somebody's answer behind: the rule answers in its stead. */
export const NO_LONGER_FITS = 'no-longer-fits';

/** What a script says of a question; an answer that may not be given to it is the rule's to replace. */
export function scriptedFor(setting: Setting, question: Question, script: Script): Scripted | undefined {
  const scripted = script.get(questionKey(question.round, question.type, question.id));
  if (scripted?.answer === undefined || objectionTo(setting, question, scripted.answer) === undefined) return scripted;
  return { holder: 'rule', reason: NO_LONGER_FITS };
}

function holderOf(holders: ReadonlyMap<string, Holder>, party: string): { holder?: Holder } {
  const holder = holders.get(party);
  return holder === undefined ? {} : { holder };
}
