import { z } from 'zod';
import { boundsText, takesWords, type Bounds } from './bounds.ts';
import { WORDS } from './likelihood.ts';
import type { Fault } from './problem.ts';
import { BASIS_FORMS, readQuantity, type Draft } from './read-quantity.ts';

// A file is checked once: compiling its validators would cost more than they save.
z.config({ jitless: true });

const boundsOf = new WeakMap<object, Bounds>();

/** The bounds of a schema made by `quantity`, or nothing when it is a schema of something else. */
export function quantityBounds(schema: object): Bounds | undefined {
  return boundsOf.get(schema);
}

/** A number with its range and basis, in any of the three ways a file may write it. */
export function quantity(bounds: Bounds, description: string) {
  const schema = z
    .unknown()
    .transform((input, context): Draft => {
      const faults: Fault[] = [];
      const draft = readQuantity(input, bounds, (fault) => faults.push(fault));
      for (const { path, message, ...rest } of faults) {
        context.issues.push({ code: 'custom', path: [...path], message, params: rest, input });
      }
      return draft ?? z.NEVER;
    })
    .meta({ description: `${description} (${boundsText(bounds)})`, ...quantityJsonSchema(bounds) });
  boundsOf.set(schema, bounds);
  return schema;
}

/** Marks a number in the generated JSON Schema, so that each kind of number is published once. */
export const NUMBER_KIND = 'x-number';

function quantityJsonSchema(bounds: Bounds): Record<string, unknown> {
  const kind = boundsText(bounds).replaceAll(/[\s,]+/g, '-');
  const number = {
    type: bounds.whole ? 'integer' : 'number',
    [bounds.above ? 'exclusiveMinimum' : 'minimum']: bounds.min,
    maximum: bounds.max,
  };
  const point = takesWords(bounds) ? { anyOf: [number, { enum: WORDS }] } : number;
  const whole = {
    type: 'object',
    properties: {
      value: { ...point, description: 'The number itself.' },
      range: {
        type: 'array',
        items: number,
        minItems: 2,
        maxItems: 2,
        description: 'Lowest and highest value that a fair-minded analyst could give it.',
      },
      basis: { type: 'string', description: `Where it comes from: ${BASIS_FORMS}.` },
    },
    required: ['value'],
    additionalProperties: false,
  };
  return { [NUMBER_KIND]: kind, anyOf: [...(takesWords(bounds) ? [number, { enum: WORDS }] : [number]), whole] };
}
