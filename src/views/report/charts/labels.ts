/** A point that wants a label. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly bold: boolean;
}

/** Where its label stands, in the numbers of the scales; `far` when a line should join the two. */
export interface Labelled extends Anchor {
  readonly toX: number;
  readonly toY: number;
  readonly far: boolean;
}

/** In pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a letter, in pixels. */
const [LETTER, HEIGHT, DOT] = [9, 15, 9];
const NEAREST = 16;
const STEPS = [NEAREST, 26, 38, 52, 68, 86, 106];
const WAYS = 16;

/**
 * Puts a label beside each point, in the nearest place in which it covers no point, nothing that is to be kept free, no other label and no edge. Where
 * there is none, the farthest is taken. Labels that are placed later give way to those before them.
 */
export function labelled(
  anchors: readonly Anchor[],
  across: (x: number) => number,
  up: (y: number) => number,
  edge: Box,
  keptFree: readonly Box[] = [],
): readonly Labelled[] {
  const unscale = (value: number, of: (v: number) => number) => (value - of(0)) / (of(1) - of(0));
  const points = anchors.map(({ x, y }) => boxAround(across(x), up(y), DOT, DOT));
  const taken: Box[] = [];
  return anchors.map((anchor, own) => {
    const [px, py] = [across(anchor.x), up(anchor.y)];
    const wide = Math.max(1, anchor.label.length) * LETTER;
    let place: { readonly x: number; readonly y: number; readonly step: number } | undefined;
    for (const step of STEPS) {
      for (let way = 0; way < WAYS && place === undefined; way++) {
        // From the right, turning up and down by turns.
        const angle = ((way % 2 === 0 ? 1 : -1) * Math.ceil(way / 2) * 2 * Math.PI) / WAYS;
        const x = px + Math.cos(angle) * (step + wide / 2 - LETTER / 2);
        const y = py - Math.sin(angle) * step;
        const box = boxAround(x, y, wide / 2, HEIGHT / 2);
        const isFree =
          inside(box, edge) &&
          taken.every((other) => !overlap(box, other)) &&
          keptFree.every((other) => !overlap(box, other)) &&
          points.every((other, n) => n === own || !overlap(box, other));
        if (isFree) place = { x, y, step };
      }
    }
    const { x, y, step } = place ?? { x: px + STEPS.at(-1)!, y: py, step: STEPS.at(-1)! };
    taken.push(boxAround(x, y, wide / 2, HEIGHT / 2));
    return { ...anchor, toX: unscale(x, across), toY: unscale(y, up), far: step > NEAREST };
  });
}

export function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(box: Box, edge: Box): boolean {
  return box.left >= edge.left && box.right <= edge.right && box.top >= edge.top && box.bottom <= edge.bottom;
}
