import { parseHTML } from 'linkedom';
import type { PlotOptions } from '@observablehq/plot';
import type { ChartSpec } from './spec.ts';
import { curves } from './curves.ts';
import { endings } from './endings.ts';
import { heat } from './heat.ts';
import { map } from './map.ts';
import { strips } from './strips.ts';
import { tornado } from './tornado.ts';

/** Where Observable Plot makes its elements. This package is checked without the types of a browser, in which Plot’s are told. */
export type Paper = NonNullable<PlotOptions['document']>;

/** What Plot hands back, as far as it is touched here. */
export interface Picture {
  prepend(...elements: readonly unknown[]): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): { remove(): void } | null;
  readonly outerHTML: string;
}

/**
 * A chart as SVG to stand in a page: its title and description for those who do not see it, every colour a variable of
 * the page, every coordinate to a tenth.
 */
export function draw(spec: ChartSpec, title: string, description: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = drawn(spec, document);
  const label = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  label.textContent = title;
  const told = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
  told.textContent = description;
  svg.prepend(label, told);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}. ${description}`);
  // The page has its own rules for size and type; Plot's would be repeated in every chart.
  svg.querySelector('style')?.remove();
  for (const name of ['class', 'font-family']) svg.removeAttribute(name);
  return unlabelled(rounded(svg.outerHTML));
}

function drawn(spec: ChartSpec, paper: Paper): Picture {
  switch (spec.type) {
    case 'map':
      return map(spec, paper);
    case 'endings':
      return endings(spec, paper);
    case 'strips':
      return strips(spec, paper);
    case 'curves':
      return curves(spec, paper);
    case 'tornado':
      return tornado(spec, paper);
    case 'heat':
      return heat(spec, paper);
  }
}

/** The picture has one name; the names that Plot gives to its parts may not stand on what has no role. */
function unlabelled(svg: string): string {
  const end = svg.indexOf('>') + 1;
  return svg.slice(0, end) + svg.slice(end).replaceAll(/ aria-(?:label|description)="[^"]*"/g, '');
}

/** Coordinates are printed with thirteen digits, of which nobody sees more than one behind the point. */
function rounded(svg: string): string {
  return svg.replaceAll(/<[^>]*>/g, (tag) =>
    tag.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1)))),
  );
}
