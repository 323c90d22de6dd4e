import { z } from 'zod';
import { StudyFile } from './study-schema.ts';

/** The text of `scenarios/studies/study.schema.json`. */
export function studySchemaText(): string {
  const { $schema, ...whole } = z.toJSONSchema(StudyFile, { target: 'draft-7', io: 'input' });
  const description =
    'What is played many times over: scenarios, what varies in them, and what is noted of each conference.';
  return `${JSON.stringify({ $schema, title: 'Parley study', description, ...whole }, null, 2)}\n`;
}
