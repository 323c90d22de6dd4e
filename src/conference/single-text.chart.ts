import type { ConferenceChart } from './conference.updates.ts';

/**
 * A conference over a single negotiating text (Raiffa 1982): who comes; then rounds of amendments, caucus, draft,
 * poll and recess, until an ending.
 */
export const singleTextChart = {
  id: 'conference',
  initial: 'convening',
  states: {
    convening: {
      entry: 'askAttendance',
      on: { 'answers.in': { target: 'gathered', actions: 'settleAttendance' } },
    },
    gathered: {
      always: [{ guard: 'aSignatoryStayedAway', target: 'no-conference' }, { target: 'session' }],
    },
    session: {
      initial: 'proposing',
      states: {
        proposing: {
          entry: ['openRound', 'askAmendments'],
          on: { 'answers.in': { target: 'caucus', actions: 'settleAmendments' } },
        },
        caucus: {
          entry: 'askCaucus',
          on: { 'answers.in': { target: 'drafting', actions: 'settleCaucus' } },
        },
        drafting: {
          entry: 'askDraft',
          on: { 'answers.in': { target: 'polling', actions: 'settleDraft' } },
        },
        polling: {
          entry: 'askVotes',
          on: { 'answers.in': { target: 'polled', actions: 'settleVotes' } },
        },
        polled: {
          always: [{ guard: 'isAgreed', target: '#agreement' }, { target: 'leaving' }],
        },
        leaving: {
          entry: 'askWhoStays',
          on: { 'answers.in': { target: 'adjourned', actions: 'settleDepartures' } },
        },
        adjourned: {
          always: [
            { guard: 'aSignatoryLeft', target: '#collapse' },
            { guard: 'timeIsUp', target: '#deadline' },
            { target: 'recess' },
          ],
        },
        recess: {
          entry: 'passRecess',
          on: { 'table.resume': 'proposing' },
        },
      },
    },
    deadline: {
      id: 'deadline',
      always: [
        { guard: 'isCommunique', target: 'communique' },
        { guard: 'mayConsultAgain', target: 'consultations' },
        { target: 'collapse' },
      ],
    },
    agreement: { id: 'agreement', type: 'final', entry: 'endInAgreement' },
    communique: { type: 'final', entry: 'endInCommunique' },
    consultations: { type: 'final', entry: 'endInConsultations' },
    collapse: { id: 'collapse', type: 'final', entry: 'endInCollapse' },
    'no-conference': { type: 'final', entry: 'endBeforeItBegan' },
  },
} as const satisfies ConferenceChart;
