import { z } from 'zod';
import type { Bounds } from './bounds.ts';
import { Document } from './document.ts';
import type { Path } from './problem.ts';
import { quantityBounds } from './quantity.ts';

/** What the file format has at a path. */
export type Field =
  | { readonly kind: 'quantity'; readonly bounds: Bounds; readonly about: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly about: string }
  | { readonly kind: 'text' | 'number' | 'boolean'; readonly about: string }
  | { readonly kind: 'list'; readonly about: string }
  /** A map with fields of its own; `open` when its other keys are ids. */
  | { readonly kind: 'section'; readonly fields: readonly string[]; readonly open: boolean; readonly about: string };

/** The field at a path, or nothing when the format has none there; the format is that of scenarios unless another is given. */
export function fieldAt(path: Path, format: z.core.$ZodType = Document): Field | undefined {
  let schema: z.core.$ZodType | undefined = format;
  for (const key of path) {
    schema = schema && child(schema, key);
    if (!schema) return undefined;
  }
  return schema && describe(schema);
}

/** Whether a file may leave the field out. */
export function isOptional(path: Path): boolean {
  let schema: z.core.$ZodType | undefined = Document;
  for (const key of path) schema = schema && child(schema, key);
  return schema instanceof z.ZodOptional;
}

function child(schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    return Object.hasOwn(shape, key) ? shape[key] : asOpen(inner.def.catchall);
  }
  if (inner instanceof z.ZodRecord) return inner.valueType;
  if (inner instanceof z.ZodArray) return inner.element;
  return undefined;
}

/** A strict object has a catch-all too: one that accepts nothing. */
function asOpen(catchall: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return catchall instanceof z.ZodNever ? undefined : catchall;
}

function describe(schema: z.core.$ZodType): Field | undefined {
  const inner = unwrapped(schema);
  const about = z.globalRegistry.get(schema)?.description ?? z.globalRegistry.get(inner)?.description ?? '';
  const bounds = quantityBounds(inner);
  if (bounds) return { kind: 'quantity', bounds, about };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', choices: inner.options.map(String), about };
  if (inner instanceof z.ZodString) return { kind: 'text', about };
  if (inner instanceof z.ZodNumber) return { kind: 'number', about };
  if (inner instanceof z.ZodBoolean) return { kind: 'boolean', about };
  if (inner instanceof z.ZodArray) return { kind: 'list', about };
  if (inner instanceof z.ZodRecord) return { kind: 'section', fields: [], open: true, about };
  if (inner instanceof z.ZodObject) {
    return { kind: 'section', fields: Object.keys(inner.shape), open: asOpen(inner.def.catchall) !== undefined, about };
  }
  return undefined;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
