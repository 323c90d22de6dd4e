import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { briefsSchemaText, schemaText } from '../src/scenario/json-schema.ts';
import { studySchemaText } from '../src/study/file/json-schema.ts';

/** Writes the published schemas of scenario, brief and study files: `npm run schema`. */
const files = {
  'scenario.schema.json': schemaText(),
  'briefs/briefs.schema.json': briefsSchemaText(),
  'studies/study.schema.json': studySchemaText(),
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(fileURLToPath(new URL(`../scenarios/${name}`, import.meta.url)), text);
  console.log(`scenarios/${name}`);
}
