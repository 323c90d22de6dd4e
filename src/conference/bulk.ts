import { chanceOf } from '../chance/chance.ts';
import type { Fact } from '../model/fact.ts';
import type { Answer, QuestionType } from '../model/question.ts';
import { NO_COURSE, settingIn, type Course } from '../rules/course.ts';
import type { Setting } from '../rules/setting.ts';
import { compile, type Compiled } from './compile.ts';
import type { ConferenceContext } from './conference.updates.ts';
import type { PartyContext } from './party.updates.ts';
import type { ConferenceEvent, ConferencePort, Given, PartyEvent, PartyPort, Question } from './port.ts';
import { PROTOCOLS, type Protocol } from './protocol.ts';
import { scriptedFor, type Script, type Scripted } from './script.ts';

export interface BulkOptions {
  /** Recorded inputs; the rules answer whatever it leaves out. */
  readonly script?: Script;
  /** What a what-if changes, and when. */
  readonly course?: Course;
  /** The scenario's own when left out. */
  readonly protocol?: Protocol;
}

/**
 * Plays a conference to its end over plain data: the same charts as compiled rows, the same facts, byte for byte, as
 * with actors. Throws when the conference stands still: a fault of the charts.
 */
export function playBulk(setting: Setting, seed: string, options: BulkOptions = {}): readonly Fact[] {
  const protocol = options.protocol ?? PROTOCOLS[setting.protocol];
  const { conference, party } = compiled(protocol);
  const chance = chanceOf(seed);
  const course = options.course ?? NO_COURSE;
  const facts: Fact[] = [];
  let put: readonly Question[] | undefined;
  let asked: Question | undefined;
  let scripted: Scripted | undefined;
  let given: Given[] = [];

  const partyPort: PartyPort = {
    ask: (question) => (asked = question),
    reply: (_, answer) => given.push(givenBy(asked!, answer, scripted)),
  };
  const seats = setting.parties.map(({ index }) => party.start({ party: index, open: undefined }, partyPort));
  const tell = (index: number, event: PartyEvent) => {
    seats[index] = party.step(seats[index]!, event, partyPort);
  };
  const port: ConferencePort = {
    fact: (fact) => facts.push(fact),
    ask: (questions) => (put = questions),
    tell: ({ index }, event) => tell(index, event),
  };

  let table = conference.start(protocol.conference.start(setting, chance, course), port);
  while (!table.at.done) {
    const questions: readonly Question[] | undefined = put;
    const before = table;
    put = undefined;
    if (questions === undefined) {
      table = conference.step(table, { type: 'table.resume' }, port);
      if (table === before) throw standstill(table.at.path, 'nothing is asked of anybody');
      continue;
    }
    given = [];
    for (const question of questions) {
      asked = undefined;
      const inForce = course.size === 0 ? setting : settingIn(setting, course, question.round);
      scripted = options.script && scriptedFor(inForce, question, options.script);
      tell(question.party, { type: PUT[question.type], question });
      if (asked === undefined)
        throw standstill(table.at.path, `${question.id} does not take a question in ${seats[question.party]!.at.path}`);
      tell(question.party, {
        type: 'seat.answer',
        number: question.number,
        answer: scripted?.answer ?? protocol.byRule(inForce, chance, question),
      });
    }
    if (given.length !== questions.length) throw standstill(table.at.path, 'not every answer came back');
    table = conference.step(table, { type: 'answers.in', given }, port);
    if (table === before) throw standstill(table.at.path, 'it does not take answers');
  }
  return facts;
}

function givenBy({ party, view }: Question, answer: Answer, scripted: Scripted | undefined): Given {
  if (scripted === undefined) return { party, view, answer, holder: 'rule' };
  const { holder, reason } = scripted;
  return { party, view, answer, holder, ...(reason !== undefined && { reason }) };
}

/** A text that is put together anew at each question would have to be looked up anew in the charts. */
const PUT = {
  attendance: 'table.attendance',
  amendments: 'table.amendments',
  caucus: 'table.caucus',
  draft: 'table.draft',
  vote: 'table.vote',
  stay: 'table.stay',
  turn: 'table.turn',
} as const satisfies { readonly [T in QuestionType]: `table.${T}` };

export function standstill(state: string, why: string): Error {
  return new Error(`the conference stands still in ${state}: ${why}`);
}

interface CompiledProtocol {
  readonly conference: Compiled<ConferenceContext, ConferenceEvent, ConferencePort>;
  readonly party: Compiled<PartyContext, PartyEvent, PartyPort>;
}

const known = new WeakMap<Protocol, CompiledProtocol>();

function compiled(protocol: Protocol): CompiledProtocol {
  let charts = known.get(protocol);
  if (charts === undefined) {
    charts = {
      conference: compile(protocol.conference.chart, protocol.conference),
      party: compile(protocol.party.chart, protocol.party),
    };
    known.set(protocol, charts);
  }
  return charts;
}
