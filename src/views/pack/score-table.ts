import type { ScoreSheet, Threshold } from '../../analysis/score-sheet.ts';
import { paragraph, remark, type Block, type Cell } from './document.ts';
import { tenths } from './tenths.ts';
import type { Wording } from './wording.ts';

/** The points of every option, and what a sum of them means. */
export function scoreBlocks(words: Wording, sheet: ScoreSheet): readonly Block[] {
  const { say, own } = words;
  const withExact = sheet.decimals > 0;
  const anyNever = sheet.issues.some(({ options }) => options.some(({ never }) => never));
  const rows = sheet.issues.flatMap(({ issue, options, weight }): readonly (readonly Cell[])[] => [
    [say('stake', { issue: words.issue(issue), points: tenths(weight) })],
    ...options.map((option) => [
      words.option(issue, option.option),
      option.never ? say('never') : own(String(option.points)),
      ...(withExact ? [option.never ? own('–') : own(option.exact.toFixed(sheet.decimals))] : []),
    ]),
  ]);
  return [
    paragraph(say('scoreNote', { most: sheet.most })),
    { type: 'box', label: say('couldSign'), blocks: verdicts(words, sheet) },
    ...(anyNever ? [remark(say('neverNote'))] : []),
    {
      type: 'table',
      room: 'dense',
      caption: say('points'),
      columns: [
        { head: say('option') },
        { head: say('points'), number: true },
        ...(withExact ? [{ head: say('exact'), number: true }] : []),
      ],
      rows,
    },
    {
      type: 'table',
      room: 'dense',
      caption: say('total'),
      columns: [{ head: say('issue') }, ...TRIES.map((n) => ({ head: own(String(n)) }))],
      rows: [...sheet.issues.map(({ issue }) => words.issue(issue)), say('total')].map((first) => [
        first,
        ...TRIES.map(() => undefined),
      ]),
    },
  ];
}

/** Texts that can be added up on the sheet. */
const TRIES = [1, 2, 3, 4, 5, 6];

/** What a sum of points means against the walk-away; twice where there is another way that may close. */
function verdicts(words: Wording, sheet: ScoreSheet): readonly Block[] {
  const { say } = words;
  const { walkAway, whileRivalIsOpen } = sheet;
  return [
    ...(whileRivalIsOpen === undefined
      ? [verdict(words, sheet, walkAway)]
      : [
          paragraph(say('whileOpen', { name: words.rival })),
          verdict(words, sheet, whileRivalIsOpen),
          paragraph(say('closed')),
          verdict(words, sheet, walkAway),
        ]),
    ...(sheet.proved ? [] : [remark(say('unproved'))]),
  ];
}

function verdict({ say }: Wording, sheet: ScoreSheet, { from, below, exactFrom }: Threshold): Block {
  const band = say('between', { low: below + 1, high: from - 1, exact: exactFrom.toFixed(sheet.decimals) });
  return {
    type: 'list',
    items: [say('accept', { points: from }), ...(from > below + 1 ? [band] : []), say('refuse', { points: below })],
  };
}
