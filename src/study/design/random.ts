import { chanceOf } from '../../chance/chance.ts';
import type { Named, Points } from './combinations.ts';

/** Points drawn evenly and independently. Each path has a draw of its own, so one path more moves no other. */
export function randomPoints({ seed, paths }: Named): Points {
  return (index) => {
    const chance = chanceOf(`${seed}/${index}`);
    return paths.map((path) => chance.at(path, 0));
  };
}
