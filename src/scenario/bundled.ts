import { readFileSync } from 'node:fs';
import { bundledNames } from './bundled-files.ts';
import { readLayers } from './layers.ts';
import { entry, isMap } from './tree.ts';

/** What a list to choose from says of a scenario. */
export interface Card {
  readonly title: string;
  readonly about: string;
  /** The scenario that it is a variant of. */
  readonly extends?: string;
  /** Names of the parties, and their ids in the same order. */
  readonly parties: readonly string[];
  readonly seats: readonly string[];
  readonly issues: number;
  /** 0 where it does not say. */
  readonly rounds: number;
  /** Why it could not be read. */
  readonly trouble?: string;
}

/** A scenario that comes with the package. */
export interface Bundled extends Card {
  readonly id: string;
}

/** Every bundled scenario by id, read but not checked. */
export function bundled(): readonly Bundled[] {
  return bundledNames().map((id) => ({ id, ...cardOf(id) }));
}

/** A scenario by name or file, read but not checked. */
export function cardOf(name: string): Card {
  const layers = readLayers(name);
  if (!layers.ok) {
    const trouble = layers.error[0]?.message ?? 'it cannot be read';
    return { title: name, about: '', parties: [], seats: [], issues: 0, rounds: 0, trouble };
  }
  const { merged, sources } = layers.value;
  const base = entry(sources[0]?.content, 'extends');
  const seats = keysOf(merged['parties']);
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  return {
    title: text(merged['title']) || name,
    about: text(merged['about']),
    ...(typeof base === 'string' && { extends: base }),
    parties: seats.map((id) => text(entry(entry(merged['parties'], id), 'name')) || id),
    seats,
    issues: keysOf(merged['issues']).length,
    rounds: numberIn(entry(merged['conference'], 'rounds')),
  };
}

/** Whether a YAML file looks like a scenario: folders hold YAML of other kinds as well. */
export function isScenarioFile(file: string): boolean {
  try {
    return /^(extends|parties)\s*:/m.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

function keysOf(value: unknown): readonly string[] {
  return isMap(value) ? Object.keys(value).filter((key) => key !== 'basis') : [];
}

/** A number, alone or with its range and basis. */
function numberIn(value: unknown): number {
  const number = isMap(value) ? entry(value, 'value') : value;
  return typeof number === 'number' ? number : 0;
}
