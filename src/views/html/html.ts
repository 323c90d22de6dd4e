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
