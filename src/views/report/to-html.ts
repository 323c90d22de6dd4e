import { html, trusted, type Html } from '../html/html.ts';
import { page } from '../html/page.ts';
import { printStyle, scrolled, STYLE, type Paper } from '../html/style.ts';
import { shownCell, type Block, type Cell, type Column, type Content, type Section, type Table } from './content.ts';
import type { ChartSpec } from './charts/spec.ts';
import { REPORT_STYLE } from './style.ts';

/** Draws a chart as SVG that can stand in a page. */
export type Draw = (spec: ChartSpec, title: string, description: string) => string;

/** A debrief as one page that needs nothing besides itself. */
export function toHtml(content: Content, draw: Draw, paper: Paper = 'a4'): string {
  return page({
    title: content.title,
    lang: 'en',
    style: STYLE + REPORT_STYLE + printStyle(paper),
    body: html`<header>
        <h1 dir="auto">${content.title}</h1>
        <p class="quiet" dir="auto">${content.subtitle}</p>
        ${content.opening.map((block) => blockHtml(block, draw))}
      </header>
      <nav class="screen" aria-label="Sections">
        <ol>
          ${content.sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
        </ol>
      </nav>
      <main>${content.sections.map((section) => sectionHtml(section, draw))}</main>`,
  });
}

function sectionHtml({ id, title, blocks }: Section, draw: Draw): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${blocks.map((block) => blockHtml(block, draw))}
  </section> `;
}

function blockHtml(block: Block, draw: Draw): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p${block.quiet === true && trusted(' class="quiet"')}>${block.text}</p>\n`;
    case 'heading':
      return html`<h3 dir="auto">${block.text}</h3> `;
    case 'list': {
      const items = block.items.map((item) => html`<li dir="auto">${item}</li> `);
      return block.ordered === true
        ? html`<ol>
            ${items}
          </ol> `
        : html`<ul>
            ${items}
          </ul> `;
    }
    case 'box':
      return html`<div class="box">
        <p class="label">${block.label}</p>
        ${block.text.map((text) => html`<p dir="auto">${text}</p> `)}
      </div> `;
    case 'question':
      return html`<div class="question keep">
        <p><strong>${block.question}</strong></p>
        <p class="quiet">Why this question: ${block.because}</p>
      </div> `;
    case 'table':
      return block.folded === true
        ? html`<details>
            <summary>${block.table.caption}</summary>
            ${tableHtml(block.table)}
          </details> `
        : tableHtml(block.table);
    case 'chart':
      return html`<figure>
        <figcaption>${block.title}</figcaption>
        <div class="chart ${block.spec.type}">${trusted(draw(block.spec, block.title, block.description))}</div>
        ${block.legend.map((text) => html`<p class="legend">${text}</p> `)}
        <details class="numbers">
          <summary>The numbers of this chart: ${block.title}</summary>
          ${tableHtml(block.table)}
        </details>
      </figure> `;
  }
}

/** The path of a number has no spaces; it may break after its dots. */
function breakable(path: string): readonly Html[] {
  const parts = path.split(/(?<=\.)/);
  return parts.map((part, n) => (n === 0 ? html`${part}` : html`<wbr />${part}`));
}

/** The first column with words heads its row. A table that may be wider than the page can be scrolled, by keys too. */
function tableHtml({ id, caption, columns, rows, inShort }: Table): Html {
  const from = inShort?.from ?? rows.length;
  const isPath = id.startsWith('path-');
  return html`<div class="${scrolled(rows)}" tabindex="0" role="group" aria-label="${caption}">
    <table id="table-${id}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head, number }) => html`<th scope="col" ${number === true && trusted(' class="number"')} dir="auto">${head === '' ? 'Label' : head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, from).map((cells) => rowHtml(cells, columns, isPath))}
      </tbody>
      ${
        inShort &&
        html`<tbody class="screen">
            ${rows.slice(from).map((cells) => rowHtml(cells, columns, isPath))}
          </tbody>
          <tbody class="paper">
            ${inShort.rows.map((cells) => rowHtml(cells, columns, isPath))}
          </tbody>`
      }
    </table>
  </div> `;
}

function rowHtml(cells: readonly Cell[], columns: readonly Column[], isPath: boolean): Html {
  return html`<tr>
    ${cells.map((cell, n) => {
      const text = shownCell(cell);
      if (n === 0 && columns[n]!.number !== true)
        return html`<th scope="row" dir="auto">${isPath ? breakable(text) : text}</th>`;
      return columns[n]!.number === true ? html`<td class="number">${text}</td>` : html`<td dir="auto">${text}</td>`;
    })}
  </tr> `;
}
