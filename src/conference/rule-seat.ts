import type { Chance } from '../model/chance.ts';
import type { Answer, CaucusAct } from '../model/question.ts';
import type { Amendment, Text } from '../model/text.ts';
import { decideAttendance } from '../rules/attendance.ts';
import { chooseActs } from '../rules/caucus.ts';
import { draftChanges } from '../rules/drafting.ts';
import { decideStay } from '../rules/leaving.ts';
import { decideVote } from '../rules/polling.ts';
import { textOf } from '../rules/outcomes.ts';
import { proposalOf } from '../rules/proposal.ts';
import type { Setting } from '../rules/setting.ts';
import { decideTurn } from '../rules/turn.ts';
import type { ChairView } from '../rules/visibility.ts';
import type { Question } from './port.ts';

/** What the rules answer for a seat, from what that seat may know. */
export function answerByRule(setting: Setting, chance: Chance, question: Question): Answer {
  const { view } = question;
  switch (question.type) {
    case 'attendance': {
      const { grade, weighed } = decideAttendance(setting, view, chance);
      return { type: 'attendance', grade, weighed };
    }
    case 'amendments': {
      const proposal = proposalOf(setting, view);
      return { type: 'amendments', amendments: amendmentsTo(setting, view.public.text, proposal) };
    }
    case 'caucus': {
      const acts = chooseActs(setting, view).map((act): CaucusAct => {
        const on = setting.parties[setting.relations[act.relation]!.to]!.id;
        return act.act === 'promise' ? { act: act.act, on, cost: act.cost } : { act: act.act, on };
      });
      return { type: 'caucus', acts };
    }
    case 'draft': {
      const changes = draftChanges(setting, asChair(question), chance).map(({ issue, option }) =>
        amendment(setting, issue, option),
      );
      return { type: 'draft', changes };
    }
    case 'vote': {
      const vote = decideVote(setting, view, chance);
      return vote.accepts
        ? { type: 'vote', accepts: true }
        : { type: 'vote', accepts: false, objection: vote.objection };
    }
    case 'stay':
      return { type: 'stay', stays: decideStay(setting, view, chance) };
    case 'turn': {
      const decided = decideTurn(setting, view, chance);
      if (decided.move !== 'offer') return { type: 'turn', move: decided.move };
      const offer = amendmentsTo(setting, view.public.text, textOf(setting, decided.outcome));
      return { type: 'turn', move: 'offer', offer };
    }
  }
}

export function amendmentsTo(setting: Setting, text: Text, proposal: Text): Amendment[] {
  const amendments: Amendment[] = [];
  for (let k = 0; k < proposal.length; k++)
    if (proposal[k] !== text[k]) amendments.push(amendment(setting, k, proposal[k]!));
  return amendments;
}

function amendment(setting: Setting, issue: number, option: number): Amendment {
  return { issue: setting.issues[issue]!.id, option: setting.issues[issue]!.options[option]! };
}

function asChair({ id, view }: Question): ChairView {
  if (view.room === undefined || view.chair === undefined)
    throw new Error(`${id} was asked for a draft without the chair's notes`);
  return {
    public: view.public,
    room: view.room,
    chair: view.chair,
    me: view.me,
    own: view.own,
    incoming: view.incoming,
  };
}
