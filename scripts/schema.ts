import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaText } from '../src/scenario/json-schema.ts';

/** Writes the published schema of scenario files: `npm run schema`. */
const file = fileURLToPath(new URL('../scenarios/scenario.schema.json', import.meta.url));
writeFileSync(file, schemaText());
console.log('scenarios/scenario.schema.json');
