import { z } from 'zod';

/** Ids of parties, issues, options, events and sources. */
export const ID = /^[a-z][a-z0-9-]*$/;

/** What a `basis:` of a section is: it holds for every number in the section that has none of its own. */
export const sectionBasis = z
  .string()
  .describe('Basis of every number in this section that has none of its own: the nearest one holds.')
  .optional();

export const text = (description: string) => z.string().min(1).describe(description);
export const prose = (description: string) => z.string().describe(description).optional();
export const id = (description: string) => z.string().regex(ID).describe(description);
export const list = (description: string) => z.array(z.string()).describe(description).optional();

/** A map from ids, with a default basis beside them. */
export function section<T extends z.ZodType>(entry: T, description: string) {
  const schema = z.object({ basis: sectionBasis }).catchall(entry);
  return schema.meta({ description, propertyNames: { pattern: ID.source } });
}

export function byId<T extends z.ZodType>(entry: T, description: string) {
  return z.record(z.string(), entry).meta({ description, propertyNames: { pattern: ID.source } });
}

/** The entries of a section, without its default basis. */
export function entriesOf<T>(
  of: { readonly [id: string]: T | string | undefined } | undefined,
): readonly (readonly [string, T])[] {
  return Object.entries(of ?? {}).filter((entry): entry is [string, T] => entry[0] !== 'basis');
}
