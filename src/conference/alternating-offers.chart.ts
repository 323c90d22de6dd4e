import type { OffersChart } from './alternating-offers.updates.ts';

/**
 * Stacked alternating offers (Aydoğan, Festen, Hindriks and Jonker 2017): who comes; then rounds in which each in turn
 * accepts the offer on the table, makes another or leaves, until all the others have accepted one, or time is up.
 */
export const alternatingOffersChart = {
  id: 'conference',
  initial: 'convening',
  states: {
    convening: {
      entry: 'askAttendance',
      on: { 'answers.in': { target: 'gathered', actions: 'settleAttendance' } },
    },
    gathered: {
      always: [{ guard: 'somebodyCannotSign', target: 'no-conference' }, { target: 'session' }],
    },
    session: {
      initial: 'opening',
      states: {
        opening: {
          entry: 'openRoundOfOffers',
          always: 'bargaining',
        },
        bargaining: {
          entry: 'askWhoseTurnItIs',
          // Nothing is left, so that a turn costs one step.
          on: { 'answers.in': { actions: ['settleTurn', 'askWhoseTurnItIs'] } },
          always: [
            { guard: 'isAcceptedByAllOthers', target: '#agreement' },
            { guard: 'somebodyLeft', target: '#collapse' },
            { guard: 'everybodyHasMoved', target: 'adjourned' },
          ],
        },
        adjourned: {
          always: [{ guard: 'timeIsUp', target: '#deadline' }, { target: 'recess' }],
        },
        recess: {
          on: { 'table.resume': 'opening' },
        },
      },
    },
    deadline: {
      id: 'deadline',
      always: [{ guard: 'mayConsultAgain', target: 'consultations' }, { target: 'collapse' }],
    },
    agreement: { id: 'agreement', type: 'final', entry: 'endInAgreement' },
    consultations: { type: 'final', entry: 'endInConsultations' },
    collapse: { id: 'collapse', type: 'final', entry: 'endWithoutAgreement' },
    'no-conference': { type: 'final', entry: 'endForWantOfMandates' },
  },
} as const satisfies OffersChart;
