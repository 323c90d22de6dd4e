import type { OwnValues, SeatQuestion } from '../../../model/choices.ts';
import { CAUCUS_ACTS, OBJECTIONS, type Answer, type CaucusAct } from '../../../model/question.ts';
import type { Issue, Scenario } from '../../../model/scenario.ts';
import type { Grade } from '../../../model/attendance.ts';
import type { Amendment } from '../../../model/text.ts';
import { OBJECTION } from '../../prose/codes.ts';
import { capitalised, namesOf, score, signed } from '../../prose/names.ts';
import type { Tone } from '../theme.ts';

/** One thing to choose. A pick is the index of a choice, −1 while none is made. */
export interface Field {
  readonly label: string;
  readonly choices: readonly string[];
  readonly note: (pick: number) => { readonly text: string; readonly tone?: Tone };
  /** Whether it matters, given the other picks. */
  readonly open: (picks: Picks) => boolean;
}

export type Picks = readonly number[];

/** A question as something to fill in: ↑ and ↓ go from field to field, ← and → choose. */
export interface Form {
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly Field[];
  readonly start: Picks;
}

/** What a seat knows when it fills in a form. */
export interface Knowing {
  readonly scenario: Scenario;
  readonly values: OwnValues;
}

/** How much a promise grows by one key. */
const STEP = 0.01;

const GRADE: Readonly<Record<Grade, string>> = {
  official: 'officially',
  unofficial: 'with a delegation without mandate',
  observer: 'to observe',
  absent: 'not at all',
};

const ACT: Readonly<Record<CaucusAct['act'], string>> = {
  press: 'Press',
  promise: 'Promise to',
  reassure: 'Reassure',
  warn: 'Warn of leaving',
  leak: 'Leak the channel to',
};

const always = () => true;
const nothing = () => ({ text: '' });

export function formOf(question: SeatQuestion, knowing: Knowing): Form {
  const { choices } = question;
  switch (choices.type) {
    case 'attendance':
      return {
        title: 'Do you come?',
        hint: `An undecided party decides once. ${knowing.scenario.conference.place} waits for your answer.`,
        fields: [
          { label: 'You come', choices: choices.grades.map((grade) => GRADE[grade]), note: nothing, open: always },
        ],
        start: [-1],
      };
    case 'amendments':
      return {
        title: 'What do you ask for?',
        hint: 'Choose options to ask for; where you choose nothing you leave the text as it is.',
        ...issueFields(question, knowing),
      };
    case 'draft':
      return {
        title: 'You are in the chair: draft the next text',
        hint: `You may change ${choices.atMost === 1 ? 'one issue' : `at most ${choices.atMost} issues`}; then all vote on your text.`,
        ...issueFields(question, knowing),
      };
    case 'caucus':
      return { title: 'In the corridor', ...corridorFields(question, knowing) };
    case 'vote':
      return { title: 'Do you accept the text?', ...voteFields(question, knowing) };
    case 'turn':
      return { title: 'It is your turn', ...turnFields(question, knowing, choices.mayAccept) };
    case 'stay':
      return {
        title: 'Do you stay?',
        hint: `You objected. ${Math.min(question.own.strain, question.own.patience)} of ${question.own.patience} rounds of your patience are used; who leaves does not come back.`,
        fields: [{ label: 'You', choices: ['stay', 'leave the conference'], note: nothing, open: always }],
        start: [-1],
      };
  }
}

/** The answer that is filled in; nothing while a choice is missing. */
export function answerOf(question: SeatQuestion, { scenario }: Knowing, picks: Picks): Answer | undefined {
  const { choices } = question;
  const [first = -1] = picks;
  switch (choices.type) {
    case 'attendance':
      return first < 0 ? undefined : { type: 'attendance', grade: choices.grades[first]! };
    case 'amendments':
      return { type: 'amendments', amendments: changes(question, scenario, picks) };
    case 'draft':
      return { type: 'draft', changes: changes(question, scenario, picks) };
    case 'caucus':
      return {
        type: 'caucus',
        acts: choices.acts.flatMap(({ act, on }, n): CaucusAct[] => {
          if (picks[n]! <= 0) return [];
          return [act === 'promise' ? { act, on, cost: costAt(picks[n]!) } : { act, on }];
        }),
      };
    case 'vote':
      if (first < 0) return undefined;
      if (first === 0) return { type: 'vote', accepts: true };
      return {
        type: 'vote',
        accepts: false,
        objection: { code: choices.codes[picks[1]!]!, issue: agenda(scenario)[picks[2]!]!.id },
      };
    case 'turn': {
      const move = movesIn(choices.mayAccept)[first];
      if (move === undefined) return undefined;
      return move === 'offer'
        ? { type: 'turn', move, offer: changes(question, scenario, picks.slice(1)) }
        : { type: 'turn', move };
    }
    case 'stay':
      return first < 0 ? undefined : { type: 'stay', stays: first === 0 };
  }
}

/** An answer, filled in. */
export function picksOf(question: SeatQuestion, knowing: Knowing, answer: Answer): Picks {
  const { scenario } = knowing;
  const { choices } = question;
  switch (answer.type) {
    case 'attendance':
      return choices.type === 'attendance' ? [choices.grades.indexOf(answer.grade)] : [];
    case 'amendments':
      return picksOfChanges(question, scenario, answer.amendments);
    case 'draft':
      return picksOfChanges(question, scenario, answer.changes);
    case 'caucus':
      if (choices.type !== 'caucus') return [];
      return choices.acts.map(({ act, on }) => {
        const done = answer.acts.find((one) => one.act === act && one.on === on);
        if (done === undefined) return 0;
        return done.act === 'promise' ? Math.round(done.cost / STEP) : 1;
      });
    case 'vote': {
      const { start } = formOf(question, knowing);
      if (answer.accepts) return [0, ...start.slice(1)];
      const { code, issue } = answer.objection;
      return [1, OBJECTIONS.indexOf(code), agenda(scenario).findIndex((one) => one.id === issue)];
    }
    case 'turn':
      return [
        choices.type === 'turn' ? movesIn(choices.mayAccept).indexOf(answer.move) : -1,
        ...picksOfChanges(question, scenario, answer.move === 'offer' ? answer.offer : []),
      ];
    case 'stay':
      return [answer.stays ? 0 : 1];
  }
}

/** What the text would be worth with the options that are picked. */
export function scoreOf(question: SeatQuestion, { scenario, values }: Knowing, picks: Picks): number {
  const asked = new Map(wishedIn(question, scenario, picks).map(({ issue, option }) => [issue, option] as const));
  return Object.entries(question.text).reduce(
    (sum, [issue, option]) => sum + values.worth[issue]![asked.get(issue) ?? option]!,
    0,
  );
}

export function agenda(scenario: Scenario): readonly Issue[] {
  return scenario.agenda.map((id) => scenario.issues.find((issue) => issue.id === id)!);
}

function issueFields({ text }: SeatQuestion, { scenario, values }: Knowing): Pick<Form, 'fields' | 'start'> {
  const issues = agenda(scenario);
  const heldAt = (issue: Issue) => issue.options.findIndex((option) => option.id === text[issue.id]);
  return {
    fields: issues.map((issue) => ({
      label: issue.name,
      choices: issue.options.map((option) => option.name),
      note: (pick) => {
        const option = issue.options[pick]!.id;
        if (values.never[issue.id]!.includes(option)) return { text: 'your red line', tone: 'against' };
        const gain = values.worth[issue.id]![option]! - values.worth[issue.id]![text[issue.id]!]!;
        if (pick === heldAt(issue)) return { text: 'in the text', tone: 'quiet' };
        return { text: `${signed(gain, 2)} for you`, tone: gain < 0 ? 'against' : 'for' };
      },
      open: always,
    })),
    start: issues.map(heldAt),
  };
}

/** The changes that the picks make in the text, where the question is about that. */
function wishedIn(question: SeatQuestion, scenario: Scenario, picks: Picks): readonly Amendment[] {
  switch (question.choices.type) {
    case 'amendments':
    case 'draft':
      return changes(question, scenario, picks);
    case 'turn':
      return picks[0] === 0 ? changes(question, scenario, picks.slice(1)) : [];
    default:
      return [];
  }
}

/** What can be done with a turn of alternating offers; an offer stands first. */
function movesIn(mayAccept: boolean): readonly ('offer' | 'accept' | 'leave')[] {
  return mayAccept ? ['offer', 'accept', 'leave'] : ['offer', 'leave'];
}

const MOVE = { offer: 'make an offer', accept: 'accept', leave: 'leave the conference' } as const;

function turnFields(
  question: SeatQuestion,
  knowing: Knowing,
  mayAccept: boolean,
): Pick<Form, 'hint' | 'fields' | 'start'> {
  const { fields, start } = issueFields(question, knowing);
  const offering = (picks: Picks) => picks[0] === 0;
  return {
    hint: mayAccept
      ? 'Accept the offer on the table, answer it with your own, or leave. It is signed when all others accept it in a row.'
      : 'Nothing has been offered yet: make the first offer, or leave.',
    fields: [
      { label: 'You', choices: movesIn(mayAccept).map((move) => MOVE[move]), note: nothing, open: always },
      ...fields.map((field) => ({ ...field, open: offering })),
    ],
    start: [-1, ...start],
  };
}

function corridorFields(question: SeatQuestion, { scenario }: Knowing): Pick<Form, 'hint' | 'fields' | 'start'> {
  if (question.choices.type !== 'caucus') throw new Error('no question about the corridor');
  const { acts, budget, promised } = question.choices;
  const names = namesOf(scenario);
  const purse = acts.some(({ act }) => act === 'promise')
    ? ` Your promises may cost ${score(budget)} in all, and are kept only if the text is signed.`
    : '';
  const steps = Array.from({ length: Math.floor(budget / STEP + 1e-9) }, (_, n) => score(costAt(n + 1)));
  const ordered = acts.toSorted((a, b) => CAUCUS_ACTS.indexOf(a.act) - CAUCUS_ACTS.indexOf(b.act));
  return {
    hint:
      ordered.length === 0
        ? 'Nobody can be reached on a channel of yours. Enter goes on.'
        : `Speak with those you have a channel to, or with nobody.${purse}`,
    fields: acts.map(({ act, on, channel }) => ({
      label: `${ACT[act]} ${names.party(on)}${channel === 'back' ? ' (quietly)' : ''}`,
      choices: act === 'promise' ? ['nothing new', ...steps] : ['no', 'yes'],
      note: () =>
        act === 'promise' && promised[on] !== undefined
          ? { text: `${score(promised[on])} promised so far`, tone: 'quiet' }
          : { text: '' },
      open: always,
    })),
    start: acts.map(() => 0),
  };
}

function voteFields(question: SeatQuestion, { scenario, values }: Knowing): Pick<Form, 'hint' | 'fields' | 'start'> {
  const issues = agenda(scenario);
  const { own, text } = question;
  const objects = (picks: Picks) => picks[0] === 1;
  const crossed = issues.findIndex(({ id }) => values.never[id]!.includes(text[id]!));
  const loss = ({ id }: Issue) => Math.max(...Object.values(values.worth[id]!)) - values.worth[id]![text[id]!]!;
  const dearest = issues.reduce((worst, issue, n) => (loss(issue) > loss(issues[worst]!) ? n : worst), 0);
  const worth = own.utility + own.promises - own.audience - own.commitment;
  const code = crossed >= 0 ? 'red-line' : worth < own.walkAway ? 'below-walk-away' : 'below-target';
  return {
    hint:
      crossed >= 0
        ? `The text crosses your red line on ${namesOf(scenario).issue(issues[crossed]!.id)}.`
        : 'An agreement needs all who must sign. Who objects says why, and over what.',
    fields: [
      { label: 'You', choices: ['accept', 'object'], note: nothing, open: always },
      { label: 'because', choices: OBJECTIONS.map((one) => capitalised(OBJECTION[one])), note: nothing, open: objects },
      { label: 'most of all over', choices: issues.map((issue) => issue.name), note: nothing, open: objects },
    ],
    start: [-1, OBJECTIONS.indexOf(code), crossed >= 0 ? crossed : dearest],
  };
}

function changes({ text }: SeatQuestion, scenario: Scenario, picks: Picks): Amendment[] {
  return agenda(scenario).flatMap((issue, n) => {
    const option = issue.options[picks[n]!]!.id;
    return option === text[issue.id] ? [] : [{ issue: issue.id, option }];
  });
}

function picksOfChanges({ text }: SeatQuestion, scenario: Scenario, asked: readonly Amendment[]): Picks {
  return agenda(scenario).map((issue) => {
    const wanted = asked.find((one) => one.issue === issue.id)?.option ?? text[issue.id];
    return issue.options.findIndex((option) => option.id === wanted);
  });
}

function costAt(pick: number): number {
  return Math.round(pick * STEP * 100) / 100;
}
