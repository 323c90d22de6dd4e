import { directionOf } from '../html/direction.ts';
import { breakable, html, paragraphs, type Html, type Part } from '../html/html.ts';
import { page } from '../html/page.ts';
import { printStyle, scrolled, STYLE, type Paper } from '../html/style.ts';
import { captionsSaidAbove, type Block, type Cell, type Document, type Sheet, type Told } from './document.ts';
import { PACK_STYLE } from './style.ts';

/** A document as a page of its own. A single sheet is headed by its title; several stand under the document's. */
export function asHtml(document: Document, paper: Paper): string {
  const writer = new Writer(document.lang, document.sheets.length === 1 ? 1 : 2);
  const title =
    document.sheets.length > 1 &&
    html`<h1${document.isBundle === true && html` class="screen"`}>${writer.words(document.title)}</h1>`;
  return page({
    title: document.title.text,
    lang: document.lang,
    style: `${STYLE}${PACK_STYLE}${printStyle(paper)}`,
    body: html`<main>${title} ${document.sheets.map((sheet) => writer.sheet(sheet))}</main>`,
  });
}

class Writer {
  readonly #lang: string;
  /** Level of the headings of sheets; those in them are below. */
  readonly #level: number;

  constructor(lang: string, level: number) {
    this.#lang = lang;
    this.#level = level;
  }

  sheet(sheet: Sheet): Html {
    const { label, title, blocks } = sheet;
    const said = captionsSaidAbove(sheet);
    return html`<section class="sheet">
      ${label && html`<p class="label">${this.words(label)}</p>`}${this.#heading(this.#level, title)}
      ${blocks.map((block) => this.#block(block, said))}
    </section>`;
  }

  /** Words inside a line; those of another language say so. */
  words({ text, lang }: Told): Part {
    const written = breakable(text);
    return lang === this.#lang ? written : html`<span lang="${lang}" dir="${directionOf(lang)}">${written}</span>`;
  }

  #heading(level: number, text: Told): Html {
    const words = this.words(text);
    switch (level) {
      case 1:
        return html`<h1>${words}</h1>`;
      case 2:
        return html`<h2>${words}</h2>`;
      case 3:
        return html`<h3>${words}</h3>`;
      default:
        return html`<h4>${words}</h4>`;
    }
  }

  #block(block: Block, said: ReadonlySet<Block>): Html {
    switch (block.type) {
      case 'heading':
        return this.#heading(this.#level + block.level - 1, block.text);
      case 'text':
        return this.#text(block.text, block.quiet === true);
      case 'list':
        return this.#list(block.items, block.ordered === true);
      case 'table':
        return this.#table(block, said.has(block));
      case 'box':
        return html`<div class="box">
          <p class="label">${this.words(block.label)}</p>
          ${block.blocks.map((one) => this.#block(one, said))}
        </div>`;
      case 'lines': {
        const rules = Array.from({ length: block.count }, () => html`<div class="rule"></div>`);
        return html`<div class="keep">
          <p class="label">${this.words(block.label)}</p>
          ${rules}
        </div>`;
      }
      case 'quarters':
        return html`<div class="quarters">
          ${block.parts.map(
            ({ title, ask }) =>
              html`<div class="quarter">
                ${this.#heading(this.#level + 1, title)}
                <p class="quiet">${this.words(ask)}</p>
              </div>`,
          )}
        </div>`;
      case 'plate':
        return html`<div class="plate">
          <p class="name">${this.words(block.name)}</p>
          <p>${this.words(block.below)}</p>
        </div>`;
      case 'links':
        return html`<ul>
          ${block.items.map(({ href, text }) => html`<li><a href="${href}">${this.words(text)}</a></li>`)}
        </ul>`;
      case 'command':
        return html`<pre dir="ltr" lang="en">${block.text}</pre>`;
    }
  }

  /** A list in another language runs in its own direction, marks and all; in a mixed one each such item does. */
  #list(items: readonly Told[], ordered: boolean): Html {
    const one = items[0]?.lang ?? this.#lang;
    const isMixed = items.some(({ lang }) => lang !== one);
    const whole = !isMixed && this.#directionOf(one);
    const told = items.map(({ text, lang }) => html`<li${isMixed && this.#directionOf(lang)}>${breakable(text)}</li>`);
    return ordered
      ? html`<ol${whole}>
          ${told}
        </ol>`
      : html`<ul${whole}>
          ${told}
        </ul>`;
  }

  /** What the element says of a language that is not that of the page. */
  #directionOf(lang: string): Html | undefined {
    return lang === this.#lang ? undefined : html` lang="${lang}" dir="${directionOf(lang)}"`;
  }

  #text({ text, lang }: Told, quiet: boolean): Html {
    const direction = this.#directionOf(lang);
    if (direction === undefined && !quiet) return paragraphs(text);
    return html`<div${quiet && html` class="quiet"`}${direction}>${paragraphs(text)}</div>`;
  }

  #table({ caption, columns, rows, room }: Extract<Block, { type: 'table' }>, isSaid: boolean): Html {
    const number = (index: number) => columns[index]?.number === true && html` class="number"`;
    const cell = (of: Cell, index: number) => {
      const words = of && this.words(of);
      return index === 0 ? html`<th scope="row" ${number(0)}>${words}</th>` : html`<td${number(index)}>${words}</td>`;
    };
    const row = (cells: readonly Cell[]) =>
      cells.length === 1 && columns.length > 1
        ? html`<tr class="over">
            <th scope="rowgroup" colspan="${columns.length}">${cells[0] && this.words(cells[0])}</th>
          </tr>`
        : html`<tr>
            ${cells.map(cell)}
          </tr>`;
    const head = html`<thead>
      <tr>
        ${columns.map(({ head: of }, index) => html`<th scope="col" ${number(index)}>${this.words(of)}</th>`)}
      </tr>
    </thead>`;
    const bodies = groupsOf(rows).map(
      (group) =>
        html`<tbody>
          ${group.map(row)}
        </tbody>`,
    );
    return html`<div class="${scrolled(rows)}" role="group" tabindex="0" aria-label="${caption.text}">
      <table${room && html` class="${room}"`}><caption${isSaid && html` class="heard"`}>${this.words(caption)}</caption>${columns.length > 0 && head}${bodies}</table>
    </div>`;
  }
}

/** Rows under the one that heads them. */
function groupsOf(rows: readonly (readonly Cell[])[]): readonly (readonly (readonly Cell[])[])[] {
  const groups: (readonly Cell[])[][] = [[]];
  for (const row of rows) {
    if (row.length === 1 && groups.at(-1)!.length > 0) groups.push([]);
    groups.at(-1)!.push(row);
  }
  return groups;
}
