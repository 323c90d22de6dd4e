/** What a debrief needs beyond the look of every page. Charts take their colours from the same variables. */
export const REPORT_STYLE = `
body { max-inline-size: 54rem; }
nav ol { columns: 2 17rem; padding-inline-start: 1.6rem; font-size: .95rem; }
figure { margin: 1.2rem 0 1.6rem; }
figcaption { font: 600 1rem/1.3 "Noto Sans", "Source Sans 3", system-ui, "Segoe UI", Helvetica, Arial, sans-serif; margin-block-end: .4rem; }
.chart svg { display: block; inline-size: 100%; block-size: auto; min-inline-size: 34rem; color: var(--ink); overflow: visible; }
.chart { overflow-x: auto; }
.chart text { font-family: "Noto Sans", "Noto Sans Arabic", "Source Sans 3", system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
.legend { font-size: .88rem; color: var(--quiet); margin: 0 0 .3rem; }
summary { cursor: pointer; font-size: .88rem; padding-block: .2rem; }
details table { font-size: .85rem; }
section table { font-size: .88rem; }
th.number:first-child { inline-size: 4.5rem; }
th.number { white-space: normal; }
tbody th { background: none; font-weight: 600; }
th { hyphens: manual; }
[id^="table-path-"] th[scope="row"] { overflow-wrap: break-word; min-inline-size: 9rem; }
.scroll { margin: .4rem 0 1.1rem; }
.scroll table { margin: 0; }
.scroll:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.question { border-inline-start: 4px solid var(--mark); padding-inline-start: .9rem; margin-block: 1rem; }
.question p { margin-block-end: .2rem; }
.paper { display: none; }
@media print {
  body { max-inline-size: none; }
  .chart { break-inside: avoid; }
  .legend { break-before: avoid; }
  .chart { overflow: visible; }
  .chart svg { min-inline-size: 0; max-block-size: 170mm; margin-inline: auto; }
  .chart.map svg { max-block-size: 105mm; }
  figcaption { break-after: avoid; }
  /* Paper cannot be unfolded: what is behind a chart is printed below it, what is folded for its length is not. */
  details.numbers::details-content { content-visibility: visible; block-size: auto; }
  details.numbers > summary, details:not(.numbers, [open]) { display: none; }
  details:not(.numbers)[open] > summary { list-style: none; }
  tbody.paper { display: table-row-group; }
  section table { font-size: 8.5pt; }
  th, td { padding: .15rem .3rem; }
  [id^="table-path-"] td.number { white-space: normal; }
  #reveal, #questions { break-before: page; }
  h3, caption { break-after: avoid; }
}
`;
