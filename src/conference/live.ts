import {
  createActor,
  fromCallback,
  type Actor,
  type ActorRef,
  type ActorSystem,
  type ActorSystemInfo,
  type InspectionEvent,
  type Snapshot,
} from 'xstate';
import { chanceOf } from '../chance/chance.ts';
import type { Fact } from '../model/fact.ts';
import type { Answer, Holder } from '../model/question.ts';
import { NO_COURSE, settingIn, type Course } from '../rules/course.ts';
import type { Setting } from '../rules/setting.ts';
import { standstill } from './bulk.ts';
import type { ConferenceContext } from './conference.updates.ts';
import { Desk, type Receipt } from './desk.ts';
import { machineOf } from './machine.ts';
import type { PartyContext } from './party.updates.ts';
import type { ConferencePort, PartyEvent, PartyPort, Question } from './port.ts';
import { PROTOCOLS, type Protocol } from './protocol.ts';
import { scriptedFor, type Script } from './script.ts';

export interface LiveOptions {
  readonly onFact: (fact: Fact) => void;
  /** Who holds which seat at the start, by party id; the rules hold the rest. */
  readonly holders?: Readonly<Record<string, Holder>>;
  /** Answers that are set beforehand, whoever holds the seat. */
  readonly script?: Script;
  /** What a what-if changes, and when. */
  readonly course?: Course;
  /** The scenario's own when left out. */
  readonly protocol?: Protocol;
  readonly inspect?: (event: InspectionEvent) => void;
}

type DeskMessage =
  | { readonly type: 'phase.opened'; readonly questions: readonly Question[] }
  | { readonly type: 'seat.consulted'; readonly question: Question }
  | { readonly type: 'party.answered'; readonly number: number; readonly answer: Answer };

type System = ActorSystem<ActorSystemInfo>;
/** XState types spawning by the machine that spawns; ours is made generically. */
type Spawn = (key: string, options: { id: string; systemId: string; input: unknown }) => unknown;

/** Plays a conference to its end with actors, every seat held by the rules. */
export function playLive(setting: Setting, seed: string, options: Omit<LiveOptions, 'holders'>): void {
  const conference = new LiveConference(setting, seed, options);
  while (!conference.ended) conference.resume();
}

/**
 * A conference of XState actors: the conference, the desk, and one actor a party. It runs by itself until somebody
 * who is not a rule must answer, and pauses between rounds until `resume`.
 */
export class LiveConference {
  readonly #actor: Actor<ConferenceMachine>;
  readonly #desk: Desk;
  readonly #setting: Setting;
  #failure: unknown;

  constructor(setting: Setting, seed: string, options: LiveOptions) {
    this.#setting = setting;
    const chance = chanceOf(seed);
    const { protocol = PROTOCOLS[setting.protocol], course = NO_COURSE, script } = options;
    const settingFor = (question: Question) => settingIn(setting, course, question.round);
    this.#desk = new Desk(setting, options.holders ?? {}, {
      settingFor,
      scripted: (question) => script && scriptedFor(settingFor(question), question, script),
      byRule: (question) => protocol.byRule(settingFor(question), chance, question),
      deliver: (party, number, answer) => this.#party(party).send({ type: 'seat.answer', number, answer }),
      complete: (given) => this.#actor.send({ type: 'answers.in', given }),
    });
    const input = { setting, desk: this.#desk, start: protocol.conference.start(setting, chance, course) };
    this.#actor = createActor(machineFor(protocol), { input, ...(options.inspect && { inspect: options.inspect }) });
    this.#actor.on('*', (fact) => options.onFact(fact as unknown as Fact));
    // A rule that throws leaves its actor in error; without a listener XState would report that on its own, later.
    this.#actor.subscribe({ error: (failure) => (this.#failure = failure) });
    this.#actor.start();
    this.#check();
  }

  get ended(): boolean {
    return this.#actor.getSnapshot().status === 'done';
  }

  /** Questions that wait for a person or a program. */
  pending(): readonly Question[] {
    return this.#desk.pending();
  }

  /** Answers an open question by its number. */
  answer(number: number, answer: Answer): Receipt {
    const receipt = this.#desk.answer(number, answer);
    this.#check();
    return receipt;
  }

  /** What the rules would answer to an open question; nothing when it is not open. */
  advice(number: number): Answer | undefined {
    return this.#desk.advice(number);
  }

  /** Lets the rules answer one open question in the seat's stead. */
  pass(number: number, reason?: string): Receipt {
    const receipt = this.#desk.pass(number, reason);
    this.#check();
    return receipt;
  }

  /** Who holds a seat, by index. */
  holder(party: number): Holder {
    return this.#desk.holder(party);
  }

  /** Gives a seat to another holder. */
  hand(party: string, holder: Holder, reason?: string): void {
    this.#desk.hand(party, holder, reason);
    this.#check();
  }

  /** Goes on after a round. Does nothing while an answer is awaited. */
  resume(): void {
    if (this.pending().length > 0 || this.ended) return;
    const snapshot = this.#actor.getSnapshot();
    if (!snapshot.can({ type: 'table.resume' }))
      throw standstill(JSON.stringify(snapshot.value), 'nobody is awaited and it does not resume');
    this.#actor.send({ type: 'table.resume' });
    this.#check();
  }

  stop(): void {
    this.#actor.stop();
  }

  #party(index: number) {
    return partyIn(this.#actor.system, this.#setting.parties[index]!.id);
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

interface ConferenceInput {
  readonly setting: Setting;
  readonly desk: Desk;
  readonly start: ConferenceContext;
}

type ConferenceMachine = ReturnType<typeof conferenceMachine>;

/** Machines hold nothing of one conference, so each protocol needs them once. */
const machines = new WeakMap<Protocol, ConferenceMachine>();

function machineFor(protocol: Protocol): ConferenceMachine {
  const machine = machines.get(protocol) ?? conferenceMachine(protocol);
  machines.set(protocol, machine);
  return machine;
}

/** Where actors are wired: the conference spawns the desk and the parties when it starts, and finds them by name. */
function conferenceMachine(protocol: Protocol) {
  return machineOf(protocol.conference.chart, {
    ...protocol.conference,
    actors: { party: partyMachine(protocol), desk: deskLogic },
    context: ({ spawn, input: { setting, desk, start } }: { spawn: Spawn; input: ConferenceInput }) => {
      spawn('desk', { id: 'desk', systemId: 'desk', input: desk });
      for (const { index, id } of setting.parties)
        spawn('party', { id: `party:${id}`, systemId: `party:${id}`, input: index });
      return start;
    },
    port: (enqueue, { system }): ConferencePort => ({
      fact: (fact) => enqueue.emit(fact),
      ask: (questions) => {
        enqueue.sendTo(deskIn(system), { type: 'phase.opened', questions });
        for (const question of questions)
          enqueue.sendTo(partyIn(system, question.id), { type: `table.${question.type}`, question });
      },
      tell: ({ id }, event) => enqueue.sendTo(partyIn(system, id), event),
    }),
  });
}

function partyMachine(protocol: Protocol) {
  return machineOf(protocol.party.chart, {
    ...protocol.party,
    context: ({ input }: { input: number }): PartyContext => ({ party: input, open: undefined }),
    port: (enqueue, { system }): PartyPort => ({
      ask: (question) => enqueue.sendTo(deskIn(system), { type: 'seat.consulted', question }),
      reply: (number, answer) => enqueue.sendTo(deskIn(system), { type: 'party.answered', number, answer }),
    }),
  });
}

function deskIn(system: System): ActorRef<Snapshot<unknown>, DeskMessage> {
  return system.get('desk') as ActorRef<Snapshot<unknown>, DeskMessage>;
}

function partyIn(system: System, id: string): ActorRef<Snapshot<unknown>, PartyEvent> {
  return system.get(`party:${id}`) as ActorRef<Snapshot<unknown>, PartyEvent>;
}

/** The desk as an actor, so that all that passes between a party and its seat is a message. */
const deskLogic = fromCallback<DeskMessage, Desk>(({ receive, input: desk }) => {
  receive((message) => {
    switch (message.type) {
      case 'phase.opened':
        return desk.open(message.questions);
      case 'seat.consulted':
        return desk.consult(message.question);
      case 'party.answered':
        return desk.reply(message.number);
    }
  });
});
