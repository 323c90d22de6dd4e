import type { Chart } from './chart.ts';
import type { PartyEvent, PartyPort } from './port.ts';

export interface PartyContext {
  readonly party: number;
  /** The number of the question its seat is considering. */
  readonly open: number | undefined;
}

type Update = (context: PartyContext, event: PartyEvent, port: PartyPort) => PartyContext;

export const partyUpdates = {
  consult: (context, event, port) => {
    if (!isQuestion(event)) return context;
    port.ask(event.question);
    return { party: context.party, open: event.question.number };
  },
  reply: (context, event, port) => {
    if (event.type !== 'seat.answer') return context;
    port.reply(event.number, event.answer);
    return { party: context.party, open: undefined };
  },
} satisfies Record<string, Update>;

/** By the type, which a party looks at anyway: to ask each event whether it has a question takes several times as long. */
function isQuestion(event: PartyEvent): event is Extract<PartyEvent, { readonly question: unknown }> {
  return event.type !== 'seat.answer' && event.type !== 'table.seated' && event.type !== 'table.dismissed';
}

export const partyGuards = {
  sitsAtTheTable: (_: PartyContext, event: PartyEvent) =>
    event.type === 'table.seated' && (event.grade === 'official' || event.grade === 'unofficial'),
  watches: (_: PartyContext, event: PartyEvent) => event.type === 'table.seated' && event.grade === 'observer',
};

export type PartyUpdate = keyof typeof partyUpdates;
export type PartyGuard = keyof typeof partyGuards;
/** A chart that names nothing else. */
export type PartyChart = Chart<PartyEvent['type'], PartyUpdate, PartyGuard>;
