import { bundledNames } from './bundled-files.ts';
import { readLayers } from './layers.ts';
import { entry } from './tree.ts';

/** A scenario that comes with the package, for a list to choose from. */
export interface Bundled {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The scenario that it is a variant of. */
  readonly extends?: string;
  readonly parties: readonly string[];
}

/** Every bundled scenario by id, read but not checked. */
export function bundled(): readonly Bundled[] {
  return bundledNames().map((id) => {
    const layers = readLayers(id);
    if (!layers.ok) return { id, title: id, about: layers.error[0]?.message ?? '', parties: [] };
    const { merged, sources } = layers.value;
    const base = entry(sources[0]?.content, 'extends');
    const parties = Object.keys(Object(merged['parties'] ?? {})).filter((key) => key !== 'basis');
    const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
    return {
      id,
      title: text(merged['title']) || id,
      about: text(merged['about']),
      ...(typeof base === 'string' && { extends: base }),
      parties,
    };
  });
}
