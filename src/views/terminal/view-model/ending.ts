import { ENDING } from '../../prose/codes.ts';
import { capitalised } from '../../prose/names.ts';
import { ENDING_PAGES, type EndingPage } from '../state.ts';
import { widthOf } from '../widgets/cells.ts';
import { line, paragraph, span, type Line } from '../widgets/line.ts';
import type { Conclusion, Suggestion } from './conclusion.ts';
import { pane, type Pane } from './pane.ts';

/** What an ending pane tells; `account` leaves the next steps to a pane of their own. */
type Scope = 'all' | 'account';

/** How it ended, beside the baseline, and what to try next: on one page, or on as many as it takes. */
export function endingPane(
  conclusion: Conclusion,
  page: EndingPage,
  scope: Scope,
  width: number,
  height: number,
): Pane {
  const pages = pagination(conclusion, scope, width, height - 1);
  const at = Math.min(ENDING_PAGES.indexOf(page), pages.length - 1);
  const title = [
    span('How it ended', 'strong'),
    ...(pages.length < 2 ? [] : [span(` · ${at + 1} of ${pages.length}`, 'quiet')]),
  ];
  return pane(title, pages[at]!, width, height, line(capitalised(ENDING[conclusion.ending]), 'strong-for'));
}

/** The pages that a conclusion takes in a pane of this size. */
export function endingPages(
  conclusion: Conclusion,
  scope: Scope,
  width: number,
  height: number,
): readonly EndingPage[] {
  return ENDING_PAGES.slice(0, pagination(conclusion, scope, width, height - 1).length);
}

export function nextStepsPane(conclusion: Conclusion, width: number): Pane {
  const rows = nextSteps(conclusion, width);
  return pane(line('Try next', 'strong'), rows, width, rows.length + 1);
}

/** All in the order of a report where it fits; otherwise the comparison last, so that the next step is seen first. */
function pagination(conclusion: Conclusion, scope: Scope, width: number, room: number): readonly (readonly Line[])[] {
  const account = paragraph(conclusion.reading, width);
  const next = scope === 'account' ? [] : [line('Try next', 'strong'), ...nextSteps(conclusion, width)];
  const comparison = [
    ...paragraph(conclusion.baseline, width, 'quiet'),
    ...paragraph(conclusion.caveat, width, 'quiet'),
  ];
  const whole = [account, comparison, next]
    .filter((block) => block.length > 0)
    .flatMap((block, n) => (n === 0 ? block : [[], ...block]));
  if (whole.length <= room) return [whole];
  const pages: Line[][] = [];
  for (let n = 0; n < account.length; n += room) pages.push(account.slice(n, n + room));
  for (const block of [next, comparison]) {
    const page = pages.at(-1)!;
    if (page.length + 1 + block.length <= room) page.push([], ...block);
    else pages.push([...block]);
  }
  return pages;
}

function nextSteps({ next }: Conclusion, width: number): readonly Line[] {
  const longest = Math.max(...next.map(({ command }) => widthOf(command)));
  const beside = next.every(({ what }) => longest + widthOf(what) + 4 <= width);
  return next.flatMap((one) => (beside ? [besideRow(one, longest)] : belowRows(one, width)));
}

function besideRow({ command, what }: Suggestion, longest: number): Line {
  return [span(`  ${command}`.padEnd(longest + 4), 'for'), span(what, 'quiet')];
}

function belowRows({ command, what }: Suggestion, width: number): readonly Line[] {
  return [line(`  ${what}`, 'quiet'), ...paragraph(command, width, 'for', 4)];
}
