import type { SeatQuestion } from '../../../model/choices.ts';
import { namesOf, score, signed } from '../../prose/names.ts';
import { bar } from '../widgets/bar.ts';
import { legible, truncated, widthOf } from '../widgets/cells.ts';
import { cell, line, lineWidth, paragraph, span, type Line } from '../widgets/line.ts';
import { inSight, pane, type Pane } from '../view-model/pane.ts';
import { adviceText } from './advice.ts';
import { agenda, scoreOf, type Field, type Knowing } from './form.ts';
import { filledIn, type Seated } from './state.ts';

/** Rows of the form that are always in view. */
const LEAST = 4;

/** Cells kept for what a choice means to the seat. */
const NOTE = 15;

/** The question that is open, as something to fill in, with what the answer would be worth to the seat. */
export function decidePane(
  question: SeatQuestion,
  knowing: Knowing,
  seated: Seated,
  width: number,
  height: number,
): Pane {
  const { form, picks } = filledIn(question, knowing, seated);
  const own = seated.number === question.number;
  const at = own ? seated.field : 0;
  const label = Math.min(
    Math.max(...form.fields.map((field) => widthOf(legible(field.label))), 8),
    Math.floor(width * 0.4),
  );
  const fields = form.fields.map((field, n) => fieldRow(field, picks[n]!, n === at, field.open(picks), label, width));
  const hint = [...paragraph(form.hint, width, 'quiet'), []];
  const worth: readonly Line[] = [[], ...worthRows(question, knowing, seated, width)];
  const advice = adviceRows(question, knowing, seated, width);
  const text = textRows(question, knowing, width);
  // What is left out first where there is no room: the text (Tab shows it), the hint, the bars below advice.
  const layouts = [
    { before: [...hint.slice(0, -1), ...(text.length === 0 ? [[]] : text)], after: [...worth, ...advice] },
    { before: hint, after: [...worth, ...advice] },
    { before: [], after: [...worth, ...advice] },
    { before: [], after: advice.length === 0 ? worth : advice },
  ];
  const roomIn = ({ before, after }: (typeof layouts)[number]) => height - 1 - before.length - after.length;
  const least = Math.min(fields.length, LEAST);
  const { before, after } =
    layouts.find((layout, n) => roomIn(layout) >= (n === 0 ? fields.length : least)) ?? layouts.at(-1)!;
  const rows = [...before, ...inSight(fields, at, Math.max(1, height - 1 - before.length - after.length)), ...after];
  return pane(line(form.title, 'strong'), rows, width, height);
}

/** Rows that a question asks for. */
export function decideHeight(question: SeatQuestion, knowing: Knowing, seated: Seated, width: number): number {
  const { form } = filledIn(question, knowing, seated);
  const hint = paragraph(form.hint, width).length;
  const below =
    worthRows(question, knowing, seated, width).length + adviceRows(question, knowing, seated, width).length;
  const text = textRows(question, knowing, width).length;
  return 1 + hint + Math.max(1, text) + form.fields.length + 1 + below;
}

/** The text that is voted on, issue by issue, with what each option is to the seat. */
function textRows({ question, text }: SeatQuestion, { scenario, values }: Knowing, width: number): readonly Line[] {
  if (question !== 'vote' && question !== 'stay') return [];
  const issues = agenda(scenario);
  const label = Math.min(Math.max(...issues.map((issue) => widthOf(legible(issue.name)))), Math.floor(width * 0.4));
  const rows = issues.map((issue): Line => {
    const held = issue.options.find((option) => option.id === text[issue.id])!;
    const worth = values.worth[issue.id]!;
    const best = Math.max(...Object.values(worth));
    const crossed = values.never[issue.id]!.includes(held.id);
    const short = best - worth[held.id]!;
    const note = short < 0.005 ? 'your best' : signed(-short, 2);
    return [
      span('  '),
      cell(issue.name, label),
      span('  '),
      span(`[${legible(held.name)}]`, 'strong'),
      span('  '),
      crossed ? span('your red line', 'against') : span(note, 'quiet'),
    ];
  });
  const heading: Line = [
    span('  '),
    cell('The text', label, 'quiet'),
    span('  and how far from your best option', 'quiet'),
  ];
  return [heading, ...rows, []];
}

function fieldRow(
  { label, choices, note }: Field,
  pick: number,
  here: boolean,
  open: boolean,
  width: number,
  room: number,
): Line {
  if (!open) return [span('  '), cell(label, width, 'quiet'), span('  '), span('–', 'quiet')];
  const head: Line = [span(here ? '▸ ' : '  ', 'strong'), cell(label, width, here ? 'strong' : undefined), span('  ')];
  const { text, tone } = pick < 0 ? { text: here ? '← → choose' : '', tone: 'quiet' as const } : note(pick);
  const end: Line = text === '' ? [] : [span('  '), span(text, tone)];
  // The same for every choice, so that the line keeps its shape while one chooses.
  const left = room - lineWidth(head) - Math.max(NOTE, lineWidth(end));
  const all = allChoices(choices, pick);
  if (lineWidth(all) <= left) return [...head, ...all, ...end];
  const place = pick < 0 ? '' : ` ${pick + 1}/${choices.length}`;
  const chosen = truncated(pick < 0 ? '…' : choices[pick]!, Math.max(4, left - 4 - place.length));
  return [...head, span(`‹ ${chosen} ›`, 'strong'), span(place, 'quiet'), ...end];
}

function allChoices(choices: readonly string[], pick: number): Line {
  return choices.flatMap((choice, n) => [
    span(n === 0 ? '' : ' · ', 'quiet'),
    n === pick ? span(`[${legible(choice)}]`, 'strong') : span(legible(choice), 'quiet'),
  ]);
}

/** What the text is worth to the seat: as it stands, or as it asks for it, against walk-away and target. */
function worthRows(question: SeatQuestion, knowing: Knowing, seated: Seated, width: number): readonly Line[] {
  const { own } = question;
  if (question.question === 'attendance')
    return [measure('no agreement', own.walkAway, 'what staying away leaves you with', width)];
  const { picks } = filledIn(question, knowing, seated);
  const asked = scoreOf(question, knowing, picks);
  const changed = Math.abs(asked - own.utility) > 1e-9;
  const drawn = question.question === 'amendments' || question.question === 'draft' || question.question === 'turn';
  return [
    measure('the text', own.utility, distance(own.utility, own.walkAway), width),
    ...(drawn
      ? [
          measure(
            question.question === 'draft' ? 'your draft' : question.question === 'turn' ? 'your offer' : 'as you ask',
            asked,
            changed ? distance(asked, own.walkAway) : 'as it stands',
            width,
          ),
        ]
      : []),
    measure('walk-away', own.walkAway, 'what no agreement is worth', width),
    measure('target', own.target, 'what the rule holds out for', width),
    ...(question.question === 'vote' ? signing(own, width) : []),
  ];
}

/** What is added and taken off when it comes to signing. */
function signing({ utility, promises, audience, commitment }: SeatQuestion['own'], width: number): readonly Line[] {
  const parts = [
    promises === 0 ? '' : `promises ${promises > 0 ? '+' : '−'} ${score(Math.abs(promises))}`,
    audience === 0 ? '' : `lost at home − ${score(audience)}`,
    commitment === 0 ? '' : `doubt that it is kept − ${score(commitment)}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  return paragraph(
    `Signed it is worth ${minus(utility + promises - audience - commitment)} to you: ${score(utility)}, ${parts.join(', ')}.`,
    width,
    'quiet',
  );
}

/** With a true minus. */
function minus(value: number): string {
  return value < 0 ? `−${score(-value)}` : score(value);
}

function measure(name: string, value: number, note: string, width: number): Line {
  const cells = Math.min(24, Math.max(8, width - 52));
  return [cell(name, 13), ...bar(value, cells), span('  '), cell(score(value), 6), span(note, 'quiet')];
}

function distance(value: number, walkAway: number): string {
  const by = Math.abs(value - walkAway);
  return `${by < 0.005 ? 'just' : score(by)} ${value < walkAway ? 'below' : 'above'} your walk-away`;
}

function adviceRows(question: SeatQuestion, { scenario }: Knowing, seated: Seated, width: number): readonly Line[] {
  if (seated.number !== question.number) return [];
  const rows: Line[] = [];
  if (seated.advice !== undefined)
    rows.push(
      [],
      ...paragraph(`${adviceText(question, seated.advice, namesOf(scenario))} (a again fills it in)`, width),
    );
  if (seated.notice !== undefined) rows.push([], ...paragraph(seated.notice, width, 'against'));
  return rows;
}
