import type { Question } from '../conference/port.ts';
import { GRADES } from '../model/attendance.ts';
import type { Choices, OwnNumbers, OwnValues, SeatQuestion } from '../model/choices.ts';
import { CAUCUS_ACTS, OBJECTIONS, type CaucusAct } from '../model/question.ts';
import { audienceCost, commitmentDiscount } from '../rules/costs.ts';
import { mayPress } from '../rules/pressure.ts';
import type { PartySetting } from '../rules/party-setting.ts';
import type { Setting } from '../rules/setting.ts';
import { heldTarget } from '../rules/target.ts';
import { utility, walkAway } from '../rules/utility.ts';
import type { OwnRelation, PartyView } from '../rules/visibility.ts';

/** A question of the desk in ids and numbers, from what its seat may know and nothing else. */
export function seatQuestion(setting: Setting, question: Question): SeatQuestion {
  const { number, type, id, round, view } = question;
  return {
    number,
    question: type,
    party: id,
    round,
    text: Object.fromEntries(
      setting.issues.map((issue, k) => [issue.id, issue.options[view.public.text[k]!]!] as const),
    ),
    own: ownNumbers(setting, view),
    choices: choicesOf(setting, question),
  };
}

function ownNumbers(setting: Setting, view: PartyView): OwnNumbers {
  const { me, own } = view;
  const { text } = view.public;
  return {
    utility: utility(me, text),
    walkAway: walkAway(me, own),
    target: heldTarget(me, own),
    promises: view.promises,
    audience: audienceCost(setting, view, text),
    commitment: commitmentDiscount(setting, view, text),
    strain: own.strain,
    patience: me.patience,
  };
}

function choicesOf(setting: Setting, { type, view }: Question): Choices {
  switch (type) {
    case 'attendance':
      return { type, grades: [...GRADES].toReversed() };
    case 'amendments':
    case 'stay':
      return { type };
    case 'draft':
      return { type, atMost: Math.floor(setting.chair.pace) };
    case 'vote':
      return { type, codes: OBJECTIONS, issues: setting.issues.map((issue) => issue.id) };
    case 'caucus':
      return caucusChoices(setting, view);
    case 'turn':
      return { type, mayAccept: view.room?.bargaining?.standing !== undefined };
  }
}

function caucusChoices(setting: Setting, view: PartyView): Choices {
  const acts = view.outgoing.flatMap((relation) => {
    const on = setting.parties[relation.setting.to]!.id;
    return CAUCUS_ACTS.filter((act) => isOpen(setting, view, relation, act)).map((act) => ({
      act,
      on,
      channel: relation.channel,
    }));
  });
  const promised = view.outgoing.flatMap(({ promise, setting: { to } }) =>
    promise === undefined ? [] : [[setting.parties[to]!.id, promise.cost] as const],
  );
  return { type: 'caucus', acts, budget: view.me.budget, promised: Object.fromEntries(promised) };
}

function isOpen(setting: Setting, view: PartyView, relation: OwnRelation, act: CaucusAct['act']): boolean {
  if (relation.channel === 'none') return false;
  switch (act) {
    case 'press':
      return mayPress(setting, view.public, relation.setting, relation);
    case 'promise':
      return view.me.budget > 0;
    case 'leak':
      return relation.channel === 'back';
    case 'reassure':
    case 'warn':
      return true;
  }
}

export function ownValues(setting: Setting, party: PartySetting): OwnValues {
  const byIssue = <T>(of: (issue: Setting['issues'][number], k: number) => T) =>
    Object.fromEntries(setting.issues.map((issue, k) => [issue.id, of(issue, k)] as const));
  return {
    worth: byIssue((issue, k) =>
      Object.fromEntries(issue.options.map((id, o) => [id, party.weights[k]! * party.values[k]![o]!] as const)),
    ),
    never: byIssue((issue, k) => issue.options.filter((_, o) => !party.allowed[k]![o])),
  };
}
