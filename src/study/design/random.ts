import { chanceOf } from '../../chance/chance.ts';
import type { Chance } from '../../model/chance.ts';
import type { Named, Points } from './combinations.ts';

/** Points are drawn so many at a time: a stream costs far more to open than to draw from. */
const BATCH = 256;

/** Points drawn evenly and independently. Each path has draws of its own, so one path more moves no other. */
export function randomPoints({ seed, paths }: Named): Points {
  let open: { readonly batch: number; readonly chance: Chance } | undefined;
  return (index) => {
    const batch = Math.floor(index / BATCH);
    if (open?.batch !== batch) open = { batch, chance: chanceOf(`${seed}/${batch}`) };
    const { chance } = open;
    return paths.map((path) => chance.at(path, index % BATCH));
  };
}
