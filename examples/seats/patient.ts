/**
 * A seat for Parley that concedes with time: it asks for its best option on one issue a round, the dearest first, and
 * accepts what is worth a target that falls from its best towards its walk-away as the rounds run out.
 *
 *     parley run two-valleys --seat "upper=program:node examples/seats/patient.ts"
 *
 * It speaks the protocol of docs/seat-protocol.md, and needs Node 22.18 or newer and nothing else.
 */
import { createInterface } from 'node:readline';

interface Own {
  readonly worth: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly never: Readonly<Record<string, readonly string[]>>;
}

interface Hello {
  readonly type: 'hello';
  readonly scenario: { readonly own: Own; readonly conference: { readonly rounds: number } };
}

interface Question {
  readonly type: 'question';
  readonly number: number;
  readonly question: 'attendance' | 'amendments' | 'caucus' | 'draft' | 'vote' | 'stay';
  readonly round: number;
  readonly text: Readonly<Record<string, string>>;
  readonly own: { readonly utility: number; readonly walkAway: number };
}

type Message = Hello | Question | { readonly type: 'facts' | 'lost' | 'end' };

let own: Own = { worth: {}, never: {} };
let rounds = 1;

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line) as Message;
  if (message.type === 'hello') {
    own = message.scenario.own;
    rounds = message.scenario.conference.rounds;
  } else if (message.type === 'question') {
    const answer = answerTo(message);
    process.stdout.write(`${JSON.stringify({ type: 'answer', number: message.number, answer })}\n`);
  }
}

function answerTo(question: Question): object {
  switch (question.question) {
    case 'attendance':
      return { type: 'attendance', grade: 'official' };
    case 'amendments':
      return { type: 'amendments', amendments: dearest(question.text).slice(0, 1) };
    case 'draft':
      return { type: 'draft', changes: dearest(question.text).slice(0, 1) };
    case 'caucus':
      return { type: 'caucus', acts: [] };
    case 'vote':
      return vote(question);
    case 'stay':
      return { type: 'stay', stays: true };
  }
}

/** The changes that would gain most, the greatest first. */
function dearest(text: Question['text']): readonly { readonly issue: string; readonly option: string }[] {
  return Object.keys(text)
    .map((issue) => ({ issue, option: best(issue), gain: gain(issue, text[issue]!) }))
    .filter((change) => change.gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ issue, option }) => ({ issue, option }));
}

function vote({ text, round, own: numbers }: Question): object {
  const issues = Object.keys(text).toSorted((a, b) => gain(b, text[b]!) - gain(a, text[a]!));
  const crossed = issues.find((issue) => own.never[issue]!.includes(text[issue]!));
  if (crossed !== undefined) return { type: 'vote', accepts: false, objection: { code: 'red-line', issue: crossed } };
  const top = Object.keys(text).reduce((sum, issue) => sum + own.worth[issue]![best(issue)]!, 0);
  const conceded = (round - 1) / Math.max(1, rounds - 1);
  const target = numbers.walkAway + (top - numbers.walkAway) * (1 - conceded);
  if (numbers.utility >= target) return { type: 'vote', accepts: true };
  const code = numbers.utility < numbers.walkAway ? 'below-walk-away' : 'below-target';
  return { type: 'vote', accepts: false, objection: { code, issue: issues[0]! } };
}

function best(issue: string): string {
  const options = Object.entries(own.worth[issue]!).filter(([option]) => !own.never[issue]!.includes(option));
  return options.reduce((first, other) => (other[1] > first[1] ? other : first))[0];
}

function gain(issue: string, option: string): number {
  return own.worth[issue]![best(issue)]! - own.worth[issue]![option]!;
}
