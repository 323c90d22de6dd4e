import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './parley.ts';

/** A small study of the tutorial, in a folder of its own: 8 cells × 250 repeats, 8 blocks. */
export function millStudy(change: (text: string) => string = (text) => text): string {
  const file = join(folder(), 'mill.yaml');
  writeFileSync(file, change(TEXT));
  return file;
}

const TEXT = `
title: The mill
about: How hard the upper valley is to please.
scenario: two-valleys
vary:
  parties.upper.walkAway: [0.2, 0.3, 0.4, 0.5]
  conference.chair.style: [facilitation, formulation]
repeats: 250
metrics: [ending, agreement, rounds, utility.upper, durability]
`;

/** Every file under a folder by name, with the hash of its bytes. */
export function hashes(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest('hex'),
      ]),
  );
}
