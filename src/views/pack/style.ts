/** What the sheets of a class have besides the common look: room to write, four quarters, name plates. */
export const PACK_STYLE = `
h4 { font-size: 1rem; margin: 1rem 0 .3rem; }
.sheet + .sheet { margin-block-start: 3rem; border-block-start: 3px double var(--line); padding-block-start: 1.5rem; }
.rule { border-block-end: 1px solid var(--line); block-size: 1.9rem; }
.keep { margin-block-end: 1.2rem; }
.quarters { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); }
.quarter { border: 1px solid var(--line); padding: .6rem .8rem; min-block-size: 17rem; min-inline-size: 0; }
.quarter :is(h2, h3, h4) { margin-block-start: 0; }
.plate { border: 1px solid var(--line); padding: 2.5rem 1rem; margin: 1rem 0; text-align: center; }
.plate .name { font-size: 2.2rem; line-height: 1.2; font-weight: 700; margin: 0 0 .4rem; }
.plate p { margin: 0; }
tbody th { font-weight: 600; background: none; }
tr.over th { background: var(--wash); break-after: avoid; }
table.dense { font-size: .88rem; }
table.dense :is(th, td) { padding-block: .12rem; }
table.dense tbody th[scope="row"] { font-weight: 400; font-family: inherit; }
td:empty { inline-size: 40%; block-size: 2rem; }
td:empty ~ td:empty, td:has(~ td:empty) { inline-size: auto; }
table.roomy td:empty { block-size: 3.6rem; }
table.dense td:empty { inline-size: 2.4rem; block-size: auto; }
table.dense td:empty:nth-child(2):last-child { inline-size: 60%; block-size: 1.5rem; }
@media (max-width: 30rem) { .quarters { grid-template-columns: 1fr; } }
@media print {
  .sheet + .sheet { margin-block-start: 0; border: 0; padding: 0; }
  .quarter { min-block-size: 95mm; }
  .plate { break-inside: avoid; padding: 22mm 5mm; }
  td, th { hyphens: auto; }
  tbody:has(tr.over) { break-inside: avoid; }
  .sheet { break-inside: auto; }
}
`;
