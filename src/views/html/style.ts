export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

const SIZE: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' };

/**
 * The look of every page: light and dark on screen by the reader's choice, black on white in print. Only logical sides
 * (`inline`, `block`) are named, so that a page written from right to left is its mirror. No colour says anything alone.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1b1b; --quiet: #565656; --paper: #fdfdfb; --line: #b9b9b4; --wash: #f0f0ea; --mark: #7a2e12;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --quiet: #b4b4b4; --paper: #17181a; --line: #55585c; --wash: #24262a; --mark: #f0a98c; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-inline-size: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Noto Serif", "Noto Naskh Arabic", "Source Serif 4", Charter, Georgia, "Times New Roman", serif;
  overflow-wrap: break-word;
}
/* Arabic letters are smaller than Latin ones of the same size, and reach further up and down. */
html[dir="rtl"] body { font-size: 1.08rem; line-height: 1.7; }
h1, h2, h3, h4, th, caption, .label {
  font-family: "Noto Sans", "Noto Sans Arabic", "Source Sans 3", system-ui, "Segoe UI", Helvetica, Arial, sans-serif;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 1.8rem 0 .5rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.3rem 0 .3rem; }
p { margin: 0 0 .7rem; }
ul, ol { margin: 0 0 .8rem; padding-inline-start: 1.4rem; }
li { margin-block-end: .25rem; }
/* The mark of an item in the other direction would stand outside of the page. */
:is(ul, ol):dir(ltr) > li:dir(rtl), :is(ul, ol):dir(rtl) > li:dir(ltr) { list-style-position: inside; }
a { color: inherit; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
table { border-collapse: collapse; inline-size: 100%; margin: .4rem 0 1.1rem; font-size: .94rem; }
/* A table may be wider than the window; what it is called is to be read without scrolling it. */
caption { text-align: start; font-weight: 600; padding-block-end: .3rem; max-inline-size: calc(100vw - 2.5rem); }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: start; vertical-align: top; }
th { background: var(--wash); font-weight: 600; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.quiet { color: var(--quiet); }
.label { font-size: .82rem; font-weight: 600; letter-spacing: .02em; color: var(--mark); margin: 0 0 .2rem; }
.box { border: 1px solid var(--line); padding: .7rem .9rem; margin: .6rem 0 1rem; }
.box > :last-child { margin-block-end: 0; }
.scroll { overflow-x: auto; }
code { font: .9em/1.4 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .6rem .8rem; white-space: pre-wrap; direction: ltr; text-align: left; }
`;

/** The rules for paper: its size, black on white, and nothing torn apart that belongs together. */
export function printStyle(paper: Paper): string {
  return `
@page { size: ${SIZE[paper]}; margin: 18mm 17mm; }
@media print {
  :root { --ink: #000; --quiet: #333; --paper: #fff; --line: #777; --wash: #fff; --mark: #000; color-scheme: light; }
  html, body { background: #fff; color: #000; }
  /* Printers round: a border on the very edge of the page area would be lost. */
  body { max-inline-size: none; padding: 0 1px; font-size: 10.5pt; }
  html[dir="rtl"] body { font-size: 11.5pt; }
  h1, h2, h3, h4, .label { break-after: avoid; }
  h1 + *, h2 + *, h3 + * { break-before: avoid; }
  tr, .box, .keep, li { break-inside: avoid; }
  caption, thead { break-after: avoid; }
  thead { display: table-header-group; }
  .whole { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  p:has(+ .whole), .quiet:has(+ .whole) { break-after: avoid; }
  a { text-decoration: none; }
  .scroll { overflow: visible; }
  .screen { display: none; }
  .sheet + .sheet { break-before: page; }
}
`;
}

/** Tables of no more rows are not torn apart by the end of a page. */
const MOST_TOGETHER = 12;

/** What the frame of a table is: it may be scrolled where the table is wider than the window. */
export function scrolled(rows: readonly unknown[]): string {
  return rows.length <= MOST_TOGETHER ? 'scroll whole' : 'scroll';
}
