import type { ScoreSheet, Threshold } from '../../analysis/score-sheet.ts';
import { paragraph, remark, type Block, type Cell } from './document.ts';
import type { Wording } from './wording.ts';

/** The points of every option, and what a sum of them means. */
export function scoreBlocks(words: Wording, sheet: ScoreSheet): readonly Block[] {
  const { say, own } = words;
  const withExact = sheet.decimals > 0;
  const anyNever = sheet.issues.some(({ options }) => options.some(({ never }) => never));
  const rows = sheet.issues.flatMap(({ issue, options }) =>
    options.map((option): readonly Cell[] => [
      { ...words.issue(issue), text: `${words.issue(issue).text}: ${words.option(issue, option.option).text}` },
      option.never ? say('never') : own(String(option.points)),
      ...(withExact ? [option.never ? own('–') : own(option.exact.toFixed(sheet.decimals))] : []),
    ]),
  );
  return [
    paragraph(say('scoreNote', { most: sheet.most })),
    ...verdict(words, sheet, sheet.whileRivalIsOpen ?? sheet.walkAway),
    ...(anyNever ? [remark(say('neverNote'))] : []),
    {
      type: 'table',
      caption: say('points'),
      columns: [
        { head: say('option') },
        { head: say('points'), number: true },
        ...(withExact ? [{ head: say('exact'), number: true }] : []),
      ],
      rows,
    },
    ...(sheet.whileRivalIsOpen ? [paragraph(say('closed')), ...verdict(words, sheet, sheet.walkAway)] : []),
    {
      type: 'table',
      caption: say('total'),
      columns: [{ head: say('issue') }, ...['1', '2', '3', '4', '5', '6'].map((n) => ({ head: own(n) }))],
      rows: [...sheet.issues.map(({ issue }) => words.issue(issue)), say('total')].map((first) => [
        first,
        ...Array.from({ length: 6 }, () => undefined),
      ]),
    },
  ];
}

/** What a sum of points means against the walk-away. */
export function verdict({ say }: Wording, sheet: ScoreSheet, threshold: Threshold): readonly Block[] {
  const { from, below, exactFrom } = threshold;
  const band = from > below + 1;
  const low = below + 1;
  return [
    {
      type: 'list',
      items: [
        say('accept', { points: from }),
        ...(band ? [say('between', { low, high: from - 1, exact: exactFrom.toFixed(sheet.decimals) })] : []),
        say('refuse', { points: below }),
      ],
    },
    ...(sheet.proved ? [] : [remark(say('unproved'))]),
  ];
}
