import type { PartyChart } from './party.updates.ts';

/**
 * A party: invited, then at the table, watching or away. At each of the conference's questions it consults its seat
 * (a rule, a person or a program) and passes on the answer.
 */
export const partyChart = {
  id: 'party',
  initial: 'invited',
  states: {
    invited: {
      initial: 'waiting',
      on: {
        'table.seated': [
          { guard: 'sitsAtTheTable', target: 'seated' },
          { guard: 'watches', target: 'observing' },
          { target: 'away' },
        ],
      },
      states: {
        waiting: { on: { 'table.attendance': { target: 'deciding', actions: 'consult' } } },
        deciding: { on: { 'seat.answer': { target: 'waiting', actions: 'reply' } } },
      },
    },
    seated: {
      initial: 'listening',
      on: { 'table.dismissed': 'away' },
      states: {
        listening: {
          on: {
            'table.amendments': { target: 'amending', actions: 'consult' },
            'table.caucus': { target: 'caucusing', actions: 'consult' },
            'table.draft': { target: 'drafting', actions: 'consult' },
            'table.vote': { target: 'voting', actions: 'consult' },
            'table.stay': { target: 'weighing', actions: 'consult' },
            'table.turn': { target: 'bargaining', actions: 'consult' },
          },
        },
        amending: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
        caucusing: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
        drafting: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
        voting: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
        weighing: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
        bargaining: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
      },
    },
    observing: {
      initial: 'listening',
      states: {
        listening: { on: { 'table.caucus': { target: 'caucusing', actions: 'consult' } } },
        caucusing: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
      },
    },
    away: {
      initial: 'listening',
      states: {
        listening: { on: { 'table.caucus': { target: 'caucusing', actions: 'consult' } } },
        caucusing: { on: { 'seat.answer': { target: 'listening', actions: 'reply' } } },
      },
    },
  },
} as const satisfies PartyChart;
