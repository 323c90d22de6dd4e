import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open, stopAll } from '../tests/terminal/screen.ts';
import { SHOTS, SIZE, type Shot } from './pictures/shots.ts';
import { svgOf } from './pictures/svg.ts';

const BIN = fileURLToPath(new URL('../dist/cli/parley.js', import.meta.url));
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

/** Draws the pictures of the documentation from real screens. Runs what was built: `npm run build` first. */
mkdirSync(FOLDER, { recursive: true });
for (const shot of SHOTS) {
  writeFileSync(`${FOLDER}${shot.name}.svg`, await picture(shot));
  console.log(`docs/pictures/${shot.name}.svg  ${shot.title}`);
}
await stopAll();

async function picture({ args, steps, title }: Shot): Promise<string> {
  const screen = open(process.execPath, [BIN, ...args], SIZE);
  await screen.until(/q quit/);
  for (const [typed, seen] of steps) {
    if (typed !== '') screen.press(typed);
    await screen.until(seen);
  }
  const rows = screen.runs();
  await screen.stop();
  return svgOf(rows, SIZE.cols, title);
}
