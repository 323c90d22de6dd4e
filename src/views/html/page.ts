import { directionOf, type Direction } from './direction.ts';
import { html, trusted, type Part } from './html.ts';

export interface Page {
  readonly title: string;
  /** A language tag such as `en` or `fa-AF`. */
  readonly lang: string;
  /** That of the language when left out. */
  readonly dir?: Direction;
  /** CSS, ours. */
  readonly style: string;
  readonly body: Part;
}

/**
 * A whole document that needs nothing besides itself: no script, no address. The policy in its head makes a browser
 * refuse either, should one ever slip in.
 */
export function page({ title, lang, dir = directionOf(lang), style, body }: Page): string {
  return `<!doctype html>\n${html`<html lang="${lang}" dir="${dir}">
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
      />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <style>
        ${trusted(style)}
      </style>
    </head>
    <body>
      ${body}
    </body>
  </html> `.toString()}`;
}
