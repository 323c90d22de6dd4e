import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { goldens } from '../tests/goldens/goldens.ts';

// Rewrites the goldens from the rules as they are now. Read the difference before you commit it.
const folder = new URL('../tests/goldens/', import.meta.url);
for (const name of readdirSync(folder)) if (name.endsWith('.txt')) rmSync(new URL(name, folder));
for (const [name, text] of goldens()) writeFileSync(new URL(name, folder), text);
