import { GRADES } from '../model/attendance.ts';
import { CAUCUS_ACTS, HOLDERS, OBJECTIONS, QUESTIONS } from '../model/question.ts';

/** Whether something read from a file has the shape of an input: who answered, and what, or what was set. Meaning is for the rules of play. */
export function isInput(fact: Readonly<Record<string, unknown>>): boolean {
  if (fact['type'] === 'course.changed') return isTexts(fact['sets']);
  if (typeof fact['party'] !== 'string') return false;
  if (fact['type'] === 'answer.given') return isAnswer(fact['answer']);
  const { question, holder, reason } = fact;
  return oneOf(QUESTIONS, question) && oneOf(HOLDERS, holder) && (reason === undefined || typeof reason === 'string');
}

export function isAnswer(value: unknown): boolean {
  if (!isMap(value)) return false;
  switch (value['type']) {
    case 'attendance':
      return oneOf(GRADES, value['grade']);
    case 'amendments':
      return isList(value['amendments'], isAmendment);
    case 'draft':
      return isList(value['changes'], isAmendment);
    case 'caucus':
      return isList(value['acts'], isAct);
    case 'vote':
      return value['accepts'] === true || (value['accepts'] === false && isObjection(value['objection']));
    case 'turn':
      return value['move'] === 'offer'
        ? isList(value['offer'], isAmendment)
        : oneOf(['accept', 'leave'], value['move']);
    case 'stay':
      return typeof value['stays'] === 'boolean';
    default:
      return false;
  }
}

function isAct(value: Readonly<Record<string, unknown>>): boolean {
  if (!oneOf(CAUCUS_ACTS, value['act']) || typeof value['on'] !== 'string') return false;
  return value['act'] !== 'promise' || typeof value['cost'] === 'number';
}

function isAmendment(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value['issue'] === 'string' && typeof value['option'] === 'string';
}

function isObjection(value: unknown): boolean {
  return isMap(value) && oneOf(OBJECTIONS, value['code']) && typeof value['issue'] === 'string';
}

function isList(value: unknown, of: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isMap(item) && of(item));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item: unknown) => typeof item === 'string');
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf(list: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && list.includes(value);
}
