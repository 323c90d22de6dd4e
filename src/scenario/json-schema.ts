import { z } from 'zod';
import { BriefsDocument } from './briefs-schema.ts';
import { Document } from './document.ts';
import { NUMBER_KIND } from './quantity.ts';
import { isMap, type Tree } from './tree.ts';

/**
 * The published JSON Schema of scenario files. A scenario that extends another may leave anything out and put `null`
 * where it takes something away.
 */
export function scenarioJsonSchema(): Tree {
  const { $schema, ...whole } = z.toJSONSchema(Document, { target: 'draft-7', io: 'input' });
  const numbers: Record<string, unknown> = {};
  const scenario = hoisted(whole, numbers);
  return {
    $schema,
    title: 'Parley scenario',
    description: 'A conference: its issues, its parties with their stances, and where every number comes from.',
    if: { required: ['extends'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { $ref: '#/definitions/variant' },
    else: { $ref: '#/definitions/scenario' },
    definitions: { scenario, variant: relaxed(scenario), ...numbers },
  };
}

/** The text of `scenarios/scenario.schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

/** The text of `scenarios/briefs/briefs.schema.json`: of briefs that extend others, `null` takes away what they have. */
export function briefsSchemaText(): string {
  const { $schema, ...briefs } = z.toJSONSchema(BriefsDocument, { target: 'draft-7', io: 'input' });
  const schema = {
    $schema,
    title: 'Parley briefs',
    description: 'What people in the seats of a scenario are told on paper, and in which languages.',
    ...(relaxed(briefs) as Tree),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The schema with each kind of number moved to `numbers` and referred to. */
function hoisted(schema: unknown, numbers: Record<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => hoisted(item, numbers));
  if (!isMap(schema)) return schema;
  const { [NUMBER_KIND]: kind, description, anyOf } = schema;
  if (typeof kind !== 'string')
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, hoisted(value, numbers)]));
  numbers[kind] = { anyOf };
  return { description, allOf: [{ $ref: `#/definitions/${kind}` }] };
}

/** The schema with nothing required and with `null` allowed for every entry of a map. */
function relaxed(schema: unknown): unknown {
  if (!isMap(schema) || 'allOf' in schema) return schema;
  const { required: _, properties, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    ...(isMap(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, removable(value)])),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isMap(additionalProperties) ? removable(additionalProperties) : additionalProperties,
    }),
  };
}

function removable(schema: unknown): unknown {
  const description =
    isMap(schema) && typeof schema['description'] === 'string' ? { description: schema['description'] } : {};
  return { ...description, anyOf: [relaxed(schema), { type: 'null' }] };
}
