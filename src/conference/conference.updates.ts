import type { Chance } from '../model/chance.ts';
import type { DraftReason } from '../model/fact.ts';
import type { CaucusAct, Holder } from '../model/question.ts';
import type { Text } from '../model/text.ts';
import { partiesInCaucus, type Act } from '../rules/caucus.ts';
import { afterCaucus, afterLeak } from '../rules/corridor.ts';
import type { DraftChange } from '../rules/draft-change.ts';
import { draftChanges } from '../rules/drafting.ts';
import { afterChange, NO_COURSE, type Course } from '../rules/course.ts';
import { absentSignatories, isAgreed, isCommunique } from '../rules/endings.ts';
import { afterPoll } from '../rules/learning.ts';
import { afterStrain } from '../rules/leaving.ts';
import { durabilityOf, isRatified } from '../rules/ratification.ts';
import { afterEvents, afterRecess, eventsOf, leakedBy } from '../rules/recess.ts';
import {
  afterAmendments,
  afterAttendance,
  afterDepartures,
  afterDraft,
  afterOpening,
  afterVotes,
  polledParties,
} from '../rules/round.ts';
import type { Setting } from '../rules/setting.ts';
import { chairViewOf, viewOf } from '../rules/visibility.ts';
import { ACCEPTS, worldAtStart, type Vote, type World } from '../rules/world.ts';
import type { Chart } from './chart.ts';
import * as facts from './facts.ts';
import type { ConferenceEvent, ConferencePort, Given, GivenOf, Question } from './port.ts';

export interface ConferenceContext {
  /** In force now: a what-if changes it as a round opens. */
  readonly setting: Setting;
  readonly course: Course;
  readonly chance: Chance;
  readonly world: World;
  /** Questions put so far. */
  readonly asked: number;
  readonly holders: readonly Holder[];
  /** Who left in this round. */
  readonly left: readonly number[];
}

export function contextAtStart(setting: Setting, chance: Chance, course: Course = NO_COURSE): ConferenceContext {
  return {
    setting,
    course,
    chance,
    world: worldAtStart(setting),
    asked: 0,
    holders: setting.parties.map(() => 'rule'),
    left: [],
  };
}

type Update = (context: ConferenceContext, event: ConferenceEvent, port: ConferencePort) => ConferenceContext;

export const conferenceUpdates = {
  askAttendance: (before, _, port) => {
    const context = onCourse(before, 0, port);
    const undecided = context.setting.parties.filter((party) => party.grade === undefined);
    return put(
      context,
      port,
      'attendance',
      undecided.map((party) => party.index),
    );
  },

  settleAttendance: (context, event, port) => {
    const { setting, world } = context;
    const grades = world.public.grades.slice();
    const answers = received(event, 'attendance');
    for (const { party, answer } of answers) grades[party] = answer.grade;
    const next = afterAttendance(world, grades);
    const recorded = record(context, event, port);
    for (const party of setting.parties) {
      const given = answers.find((one) => one.party === party.index);
      port.fact(facts.attendanceSettled(setting, party, grades[party.index]!, given));
      port.tell(party, { type: 'table.seated', grade: grades[party.index]! });
    }
    return { ...recorded, world: next };
  },

  openRound: (before, _, port) => {
    const context = onCourse(before, before.world.public.round + 1, port);
    const world = afterOpening(context.setting, context.world, context.chance);
    port.fact(facts.roundOpened(context.setting, world));
    return { ...context, world };
  },

  askAmendments: (context, _, port) => put(context, port, 'amendments', polledParties(context.world)),

  settleAmendments: (context, event, port) => {
    const { setting, world } = context;
    const proposals: (Text | undefined)[] = setting.parties.map(() => undefined);
    for (const { party, answer } of received(event, 'amendments')) {
      proposals[party] = withAmendments(setting, world.public.text, answer.amendments);
    }
    const recorded = record(context, event, port);
    const next = afterAmendments(setting, world, proposals);
    proposals.forEach((proposal, i) => {
      if (proposal !== undefined) port.fact(facts.amendmentsTabled(setting, world, i, proposal));
    });
    return { ...recorded, world: next };
  },

  askCaucus: (context, _, port) => put(context, port, 'caucus', partiesInCaucus(context.setting, context.world)),

  settleCaucus: (context, event, port) => {
    const { setting, world, chance } = context;
    const recorded = record(context, event, port);
    const acts: Act[] = [];
    for (const { party, answer } of received(event, 'caucus'))
      for (const act of answer.acts) acts.push(actOf(setting, party, act));
    const { world: next, happenings } = afterCaucus(setting, world, acts, chance);
    for (const happening of happenings) port.fact(facts.corridorFact(setting, world, happening));
    return { ...recorded, world: next };
  },

  askDraft: (context, _, port) => {
    const { party } = context.setting.chair;
    return put(context, port, 'draft', party < 0 ? [] : [party]);
  },

  settleDraft: (context, event, port) => {
    const { setting, world, chance } = context;
    const recorded = record(context, event, port);
    const [fromChair] = received(event, 'draft');
    const byRule = () => draftChanges(setting, chairViewOf(setting, world), chance);
    const changes: readonly DraftChange[] = fromChair
      ? fromChair.answer.changes.map(({ issue, option }) => {
          const change = indices(setting, issue, option);
          return { ...change, reason: draftReason(setting, fromChair, change.issue) };
        })
      : byRule();
    const next = afterDraft(world, changes);
    port.fact(facts.textDrafted(setting, world, next, changes));
    return { ...recorded, world: next };
  },

  askVotes: (context, _, port) => put(context, port, 'vote', polledParties(context.world)),

  settleVotes: (context, event, port) => {
    const { setting, world, chance } = context;
    const recorded = record(context, event, port);
    const votes: (Vote | undefined)[] = setting.parties.map(() => undefined);
    for (const { party, view, answer } of received(event, 'vote')) {
      votes[party] = answer.accepts ? ACCEPTS : { accepts: false, objection: answer.objection };
      port.fact(facts.voteCast(setting, view, votes[party], chance));
    }
    const polled = afterVotes(world, votes);
    return { ...recorded, world: afterStrain(setting, afterPoll(setting, polled, chance)) };
  },

  askWhoStays: (context, _, port) => {
    const { setting, world } = context;
    // The chair closes the conference; it does not walk out of it.
    const objecting: number[] = [];
    world.public.votes.forEach((vote, i) => {
      if (vote?.accepts === false && i !== setting.chair.party) objecting.push(i);
    });
    return put(context, port, 'stay', objecting);
  },

  settleDepartures: (context, event, port) => {
    const { setting, world } = context;
    const recorded = record(context, event, port);
    const left: number[] = [];
    for (const { party, view, answer } of received(event, 'stay')) {
      const fact = facts.afterWeighing(setting, view, answer.stays);
      if (fact !== undefined) port.fact(fact);
      if (answer.stays) continue;
      left.push(party);
      port.tell(setting.parties[party]!, { type: 'table.dismissed' });
    }
    return { ...recorded, world: afterDepartures(setting, world, left), left };
  },

  passRecess: (context, _, port) => {
    const { setting, world, chance, left } = context;
    const { round } = world.public;
    const events = eventsOf(setting, world, chance);
    for (const n of events) {
      const { id, headline } = setting.events[n]!;
      port.fact({ type: 'event.struck', round, event: id, headline });
    }
    const leaks = leakedBy(setting, world, events);
    for (const relation of leaks) port.fact(facts.channelLeaked(setting, world, relation, 'event'));
    const struck = afterEvents(setting, afterRecess(setting, world, left), events);
    const next = leaks.reduce((state, relation) => afterLeak(setting, state, relation), struck);
    port.fact(facts.roundClosed(setting, next));
    return { ...context, world: next };
  },

  endInAgreement: (context, _, port) => {
    const { setting, world, chance } = context;
    for (const i of setting.signatories) {
      if (setting.parties[i]!.home > 0)
        port.fact(facts.agreementRatified(setting, world, i, isRatified(setting, world, i, chance)));
    }
    port.fact({ type: 'durability.weighed', round: world.public.round, ...durabilityOf(setting, world) });
    return ended(context, port, 'agreement');
  },
  endInCommunique: (context, _, port) => ended(context, port, 'communique'),
  endInConsultations: (context, _, port) => ended(context, port, 'consultations'),
  endInCollapse: (context, _, port) => ended(context, port, 'collapse'),
  endBeforeItBegan: (context, _, port) => ended(context, port, 'no-conference'),
} satisfies Record<string, Update>;

export const conferenceGuards = {
  aSignatoryStayedAway: ({ setting, world }: ConferenceContext) => absentSignatories(setting, world).length > 0,
  isAgreed: ({ setting, world }: ConferenceContext) => isAgreed(setting, world),
  aSignatoryLeft: ({ setting, left }: ConferenceContext) => left.some((i) => setting.parties[i]!.signatory),
  timeIsUp: ({ setting, world }: ConferenceContext) => world.public.round >= setting.rounds,
  isCommunique: ({ setting, world }: ConferenceContext) => isCommunique(setting, world),
  mayConsultAgain: ({ setting }: ConferenceContext) => setting.consultations,
};

export type ConferenceUpdate = keyof typeof conferenceUpdates;
export type ConferenceGuard = keyof typeof conferenceGuards;
/** A chart that names nothing else. */
export type ConferenceChart = Chart<ConferenceEvent['type'], ConferenceUpdate, ConferenceGuard>;

/** A what-if takes effect before anything of its round happens. */
export function onCourse(context: ConferenceContext, round: number, port: ConferencePort): ConferenceContext {
  const change = context.course.get(round);
  if (change === undefined) return context;
  port.fact({ type: 'course.changed', round, seenBy: [], sets: change.sets });
  const world = afterChange(context.setting, context.world, round, change);
  return { ...context, setting: change.setting, world };
}

/** An act along the relation that it runs along; legality has made sure that there is one. */
function actOf(setting: Setting, party: number, act: CaucusAct): Act {
  const to = setting.partyIndex.get(act.on)!;
  const relation = setting.outgoing[party]!.find((r) => setting.relations[r]!.to === to)!;
  return act.act === 'promise' ? { act: act.act, relation, cost: act.cost } : { act: act.act, relation };
}

/** Puts one question to each of the parties. */
export function put(
  context: ConferenceContext,
  port: ConferencePort,
  type: Question['type'],
  parties: readonly number[],
): ConferenceContext {
  const { setting, world, asked } = context;
  const { round } = world.public;
  port.ask(
    parties.map((party, n) => {
      const view = viewOf(setting, world, party);
      return { number: asked + n + 1, type, party, id: view.me.id, round, view };
    }),
  );
  return { ...context, asked: asked + parties.length };
}

/** The answers to a phase, in id order of the parties, whatever order they came in. */
export function received<T extends Question['type']>(event: ConferenceEvent, type: T): readonly GivenOf<T>[] {
  if (event.type !== 'answers.in') return [];
  const given: GivenOf<T>[] = [];
  let isInOrder = true;
  let last = -1;
  for (const one of event.given) {
    if (one.answer.type !== type) continue;
    given.push(one as GivenOf<T>);
    isInOrder &&= one.party > last;
    last = one.party;
  }
  // In bulk they are in order; to sort what is sorted would cost as much as a rule.
  return isInOrder ? given : given.sort((a, b) => a.party - b.party);
}

/** What did not come from the rules is an input, and goes into the record before what follows from it. */
export function record(context: ConferenceContext, event: ConferenceEvent, port: ConferencePort): ConferenceContext {
  if (
    event.type !== 'answers.in' ||
    event.given.every(
      (one) => one.holder === 'rule' && one.reason === undefined && context.holders[one.party] === 'rule',
    )
  )
    return context;
  const { round } = context.world.public;
  const holders = context.holders.slice();
  for (const one of [...event.given].sort((a, b) => a.party - b.party)) {
    const party = context.setting.parties[one.party]!.id;
    if (one.holder !== holders[one.party] || one.reason !== undefined) {
      const reason = one.reason === undefined ? {} : { reason: one.reason };
      port.fact({ type: 'seat.held', round, party, question: one.answer.type, holder: one.holder, ...reason });
      holders[one.party] = one.holder;
    }
    if (one.holder !== 'rule') port.fact({ type: 'answer.given', round, party, answer: one.answer });
  }
  return { ...context, holders };
}

export function withAmendments(
  setting: Setting,
  text: Text,
  amendments: readonly { issue: string; option: string }[],
): Text {
  const proposal = text.slice();
  for (const amendment of amendments) {
    const { issue, option } = indices(setting, amendment.issue, amendment.option);
    proposal[issue] = option;
  }
  return proposal;
}

function indices(setting: Setting, issue: string, option: string): { issue: number; option: number } {
  const k = setting.issueIndex.get(issue)!;
  return { issue: k, option: setting.issues[k]!.optionIndex.get(option)! };
}

function draftReason(setting: Setting, given: Given, issue: number): DraftReason {
  if (given.holder !== 'rule') return 'chair';
  if (setting.chair.style !== 'facilitation') return 'nash';
  return setting.issues[issue]!.ordered ? 'median' : 'plurality';
}

export function ended(
  context: ConferenceContext,
  port: ConferencePort,
  ending: Parameters<typeof facts.conferenceEnded>[2],
): ConferenceContext {
  port.fact(facts.conferenceEnded(context.setting, context.world, ending, context.left));
  return context;
}
