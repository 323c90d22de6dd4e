import type { Scenario } from '../model/scenario.ts';
import { fieldAt } from '../scenario/fields.ts';
import type { Loaded } from '../scenario/loaded.ts';
import { withOverrides } from '../scenario/overrides.ts';
import type { Result } from '../scenario/result.ts';
import { valueAt, type Tree } from '../scenario/tree.ts';
import { numberSetter, type Place } from '../scenario/with-values.ts';
import type { Experiment, Value, Variation } from './study.ts';

/** Makes the scenarios of an experiment's cells, by their values in the order of what varies. */
export interface ScenarioMaker {
  /** The scenario that `loaded` gives, made without checking the whole of it again; throws where that is not sound. */
  readonly scenario: (values: readonly Value[]) => Scenario;
  /** The scenario of the experiment with `overrides` set, checked in full. */
  readonly loaded: (values: readonly Value[]) => Result<Loaded>;
  /** `path=value`, as `--set` takes it. */
  readonly overrides: (values: readonly Value[]) => readonly string[];
}

/** Choices are few, so that the scenario of each combination of them is kept, up to so many. */
const MOST_KEPT = 256;

export function scenarioMaker({ scenario: document, varies }: Experiment): ScenarioMaker {
  const numbers = varies.flatMap((variation, n) => (isNumeric(variation) ? [n] : []));
  const choices = varies.flatMap((variation, n) => (isNumeric(variation) ? [] : [n]));
  const places = numbers.map((n) => placeOf(document, varies[n]!.path));
  const setters = new Map<string, (values: readonly number[]) => Scenario>();

  // Numbers come first: a choice that makes one of them idle then takes it away.
  const overrides = (values: readonly Value[]) =>
    [...numbers, ...choices].map((n) => `${varies[n]!.path}=${values[n]}`);
  const loaded = (values: readonly Value[]) => withOverrides(document, overrides(values));

  function setterFor(values: readonly Value[]): (values: readonly number[]) => Scenario {
    const key = JSON.stringify(choices.map((n) => values[n]));
    const kept = setters.get(key);
    if (kept !== undefined) return kept;
    const base = loaded(values);
    if (!base.ok) throw new Error(`a cell is not sound: ${base.error[0]?.message}`);
    const setter = numberSetter(base.value.scenario, places);
    if (setters.size < MOST_KEPT) setters.set(key, setter);
    return setter;
  }

  return { scenario: (values) => setterFor(values)(numbers.map((n) => values[n] as number)), loaded, overrides };
}

/** Whether it varies a number of the scenario and nothing else: not a choice, nor a number that may be left out. */
export function isNumeric(variation: Variation): boolean {
  if (fieldAt(variation.path.split('.'))?.kind !== 'quantity') return false;
  return variation.type !== 'list' || variation.values.every((value) => typeof value === 'number');
}

function placeOf(document: Tree, path: string): Place {
  const range = valueAt(document, [...path.split('.'), 'range']) as readonly [number, number] | undefined;
  return { path, range };
}
