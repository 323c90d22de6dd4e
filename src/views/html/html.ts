/** Text that is HTML already: what `html` made, or what `trusted` vouches for. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text is escaped, HTML is not, lists are joined, `undefined` and `false` are left out. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** A tagged template that escapes all that is put into it, in elements and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((before, text, index) => before + rendered(parts[index - 1]) + text));
}

/** HTML from elsewhere that needs no escaping, such as a chart as SVG. Never for what others wrote. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Paragraphs of a text in which an empty line parts them. */
export function paragraphs(text: string): Html {
  const parts = text.trim().split(/\n\s*\n/);
  return html`${parts.filter((part) => part.trim() !== '').map((part) => html`<p>${part.trim()}</p> `)}`;
}

/** A run of letters that is wider than a column may be; where it may be broken, though no word ends there. */
const LONG_WORD = /\S{25,}/gu;
const PIECE = /\S{1,16}/gu;

/** Text in which words of unusual length may go on in the next line, lest they push a table off the page. */
export function breakable(text: string): Html {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    parts.push(
      text.slice(from, index),
      (word.match(PIECE) ?? []).map((piece, n) => [n > 0 && new Html('<wbr>'), piece]),
    );
    from = index + word.length;
  }
  return html`${[...parts, text.slice(from)]}`;
}

function rendered(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part instanceof Html ? part.toString() : part.map(rendered).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What no document may hold: control characters and halves of pairs. Scenarios are written by others. */
const UNWELCOME = /[^\P{Cc}\r\n\t]|\p{Cs}/gu;

function escaped(text: string): string {
  return text.replace(UNWELCOME, '\u{fffd}').replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}
