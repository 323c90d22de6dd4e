import {
  afterAcceptance,
  afterOffer,
  afterRoundOfOffers,
  isAcceptedByAll,
  isRoundOfOffersOver,
  partyToMove,
  unableToSign,
} from '../rules/bargaining.ts';
import type { Chart } from './chart.ts';
import {
  conferenceGuards,
  conferenceUpdates,
  onCourse,
  put,
  received,
  record,
  withAmendments,
  type ConferenceContext,
} from './conference.updates.ts';
import * as facts from './offer-facts.ts';
import type { ConferenceEvent, ConferencePort } from './port.ts';

type Update = (context: ConferenceContext, event: ConferenceEvent, port: ConferencePort) => ConferenceContext;

const { askAttendance, settleAttendance, endInAgreement, endInConsultations } = conferenceUpdates;

/** Coming to the table, and signing, are as over a single text. */
export const offersUpdates = {
  askAttendance,
  settleAttendance,

  openRoundOfOffers: (before, _, port) => {
    const context = onCourse(before, before.world.public.round + 1, port);
    const world = afterRoundOfOffers(context.setting, context.world);
    port.fact(facts.roundOfOffersOpened(context.setting, world));
    return { ...context, world };
  },

  /** Nobody's, once it is agreed, or somebody has left, or all have moved. */
  askWhoseTurnItIs: (context, _, port) => {
    const isOver = isAcceptedByAll(context.world) || context.left.length > 0 || isRoundOfOffersOver(context.world);
    return isOver ? context : put(context, port, 'turn', [partyToMove(context.world)]);
  },

  settleTurn: (context, event, port) => {
    const { setting, world } = context;
    const recorded = record(context, event, port);
    const [given] = received(event, 'turn');
    if (given === undefined) return recorded;
    const { party, answer } = given;
    switch (answer.move) {
      case 'offer': {
        const text = withAmendments(setting, world.public.text, answer.offer);
        const next = afterOffer(setting, world, party, text);
        port.fact(facts.offerMade(setting, world, next, party));
        return { ...recorded, world: next };
      }
      case 'accept':
        port.fact(facts.offerAccepted(setting, world, party));
        return { ...recorded, world: afterAcceptance(world) };
      case 'leave':
        port.fact(facts.partyLeftOffers(setting, world, party));
        return { ...recorded, left: [party] };
    }
  },

  endInAgreement,
  endInConsultations,
  endWithoutAgreement: (context, _, port) => {
    port.fact(facts.endedWithoutAgreement(context.setting, context.world, context.left));
    return context;
  },
  endForWantOfMandates: (context, _, port) => {
    port.fact(facts.endedForWantOfMandates(context.setting, context.world));
    return context;
  },
} satisfies Record<string, Update>;

export const offersGuards = {
  /** Or there are not two to bargain. */
  somebodyCannotSign: ({ setting, world }: ConferenceContext) =>
    unableToSign(setting, world).length > 0 || world.public.grades.filter((grade) => grade === 'official').length < 2,
  isAcceptedByAllOthers: ({ world }: ConferenceContext) => isAcceptedByAll(world),
  somebodyLeft: ({ left }: ConferenceContext) => left.length > 0,
  everybodyHasMoved: ({ world }: ConferenceContext) => isRoundOfOffersOver(world),
  timeIsUp: conferenceGuards.timeIsUp,
  mayConsultAgain: conferenceGuards.mayConsultAgain,
};

/** A chart that names nothing else. */
export type OffersChart = Chart<ConferenceEvent['type'], keyof typeof offersUpdates, keyof typeof offersGuards>;
