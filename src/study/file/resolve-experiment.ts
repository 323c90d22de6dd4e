import type { Scenario } from '../../model/scenario.ts';
import { evidenceOf } from '../../scenario/evidence.ts';
import { load } from '../../scenario/load.ts';
import type { Loaded } from '../../scenario/loaded.ts';
import { locate } from '../../scenario/locate.ts';
import { applied } from '../../scenario/override.ts';
import { withOverrides } from '../../scenario/overrides.ts';
import type { Path } from '../../scenario/problem.ts';
import { leadsTo } from '../../scenario/tree.ts';
import type { Experiment, Value, Variation } from '../study.ts';
import { checkCells } from './check-cells.ts';
import { checkDesign } from './check-design.ts';
import type { DesignDraft } from './design-schema.ts';
import { asFault, type Findings } from './findings.ts';
import { resolveList } from './resolve-list.ts';
import { resolveVariation, triangularWithin } from './resolve-variation.ts';
import { resolveSensitivity } from './sensitivity-design.ts';
import type { ExperimentDraft, Ranges, StudyDraft } from './study-schema.ts';

export interface Resolved {
  /** Nothing where it cannot be played; why is among the findings. */
  readonly experiment: Experiment | undefined;
  readonly scenario: Scenario;
}

interface Place {
  /** What the study is called. */
  readonly id: string;
  /** Where its file lies. */
  readonly folder: string;
  readonly findings: Findings;
}

/** Something in the file, and where it stands there. */
interface Written<T> {
  readonly value: T;
  readonly at: Path;
}

/**
 * One experiment of a study with all that it takes from the study itself: what it says of a path holds before what the
 * study says of it, set or varied. Nothing where its scenario cannot be had.
 */
export function resolveExperiment(draft: StudyDraft, name: string | undefined, place: Place): Resolved | undefined {
  const { findings } = place;
  const before = findings.errors.length;
  const own = name === undefined ? {} : draft.experiments![name]!;
  const at: Path = name === undefined ? [] : ['experiments', name];
  const levels = [{ part: own, at }, ...(name === undefined ? [] : [{ part: draft, at: [] }])];
  if (name === undefined) levels[0] = { part: draft, at: [] };
  for (const level of levels) checkTwice(level.part, level.at, findings);

  const written = <K extends keyof ExperimentDraft>(key: K): Written<NonNullable<ExperimentDraft[K]>> | undefined => {
    const level = levels.find(({ part }) => part[key] !== undefined);
    return level && { value: level.part[key]!, at: [...level.at, key] };
  };
  const scenario = written('scenario');
  if (scenario === undefined) {
    const expected = 'scenario: a bundled one, or a file beside this one';
    findings.fault({ path: at, message: 'scenario is missing', expected });
    return undefined;
  }
  const base = loadedAt(scenario, place);
  if (base === undefined) return undefined;
  const loaded = withSets(base, entriesOf('set', levels), findings);
  if (loaded === undefined) return undefined;
  const design = written('design');
  const ranges = written('ranges');
  const { places, ...drawn } = varied(loaded, design, { levels, ranges, findings });
  const title = own.title ?? name ?? draft.title;
  const experiment: Experiment = { id: name ?? place.id, title, scenario: loaded.document, ...drawn };
  const { scenario: played } = loaded;
  if (findings.errors.length > before) return { experiment: undefined, scenario: played };
  const section = [...places.values()][0]?.slice(0, -1);
  const where = (path?: string) => (path === undefined ? design?.at : places.get(path)) ?? ranges?.at ?? section ?? at;
  if (checkDesign(experiment, where, findings)) checkCells(experiment, where, findings);
  return { experiment: findings.errors.length > before ? undefined : experiment, scenario: played };
}

interface Level {
  readonly part: ExperimentDraft;
  readonly at: Path;
}

/** A path is either set or varied, in one and the same part of the file. */
function checkTwice({ set = {}, vary = {} }: ExperimentDraft, at: Path, findings: Findings): void {
  for (const path of Object.keys(vary))
    if (Object.hasOwn(set, path)) {
      const hint = 'keep one of them';
      findings.fault({ path: [...at, 'vary'], key: path, message: `${path} is set and varied at once`, hint });
    }
}

/** What the levels say of paths under `set` or `vary`, the innermost of each path; the study's own come first. */
function entriesOf<K extends 'set' | 'vary'>(
  key: K,
  levels: readonly Level[],
): readonly (Written<NonNullable<ExperimentDraft[K]>[string]> & { readonly path: string })[] {
  const other = key === 'set' ? 'vary' : 'set';
  const found = new Map<string, Written<NonNullable<ExperimentDraft[K]>[string]> & { readonly path: string }>();
  for (const { part, at } of [...levels].reverse()) {
    for (const path of Object.keys(part[other] ?? {})) found.delete(path);
    for (const [path, value] of Object.entries(part[key] ?? {}))
      found.set(path, { path, value: value as NonNullable<ExperimentDraft[K]>[string], at: [...at, key, path] });
  }
  return [...found.values()];
}

function loadedAt({ value, at }: Written<string>, { folder, findings }: Place): Loaded | undefined {
  const located = locate(value, folder);
  if (!located.ok) {
    findings.fault(asFault({ file: '', ...located.error }, { path: at }));
    return undefined;
  }
  const loaded = load(located.value.path);
  if (loaded.ok) return loaded.value;
  findings.elsewhere(loaded.error);
  return undefined;
}

function withSets(
  base: Loaded,
  sets: readonly (Written<Value> & { readonly path: string })[],
  findings: Findings,
): Loaded | undefined {
  let { document } = base;
  let sound = true;
  for (const { path, value, at } of sets) {
    const next = applied(document, { text: '', path: path.split('.'), value: String(value) });
    if (next.ok) {
      ({ document } = next.value);
      if (next.value.warning) findings.warn(asFault(next.value.warning, { path: at }));
      continue;
    }
    sound = false;
    findings.fault(asFault(next.error, { path: at }));
  }
  if (!sound) return undefined;
  const whole = withOverrides(
    base.document,
    sets.map(({ path, value }) => `${path}=${value}`),
  );
  if (whole.ok) return whole.value;
  for (const problem of whole.error) {
    const culprit = sets.find(({ path }) => problem.file === `--set ${path}`) ?? sets[0]!;
    findings.fault(asFault(problem, { path: culprit.at }));
  }
  return undefined;
}

interface Varying {
  readonly levels: readonly Level[];
  readonly ranges: Written<Ranges> | undefined;
  readonly findings: Findings;
}

/** What varies, how it is combined, and where the file says so, by path. */
function varied(
  { scenario, document }: Loaded,
  design: Written<DesignDraft> | undefined,
  { levels, ranges, findings }: Varying,
): Pick<Experiment, 'varies' | 'design'> & { readonly places: ReadonlyMap<string, Path> } {
  const vary = entriesOf('vary', levels);
  const places = new Map(vary.map(({ path, at }) => [path, at]));
  const value = design?.value ?? { type: 'grid' };
  if (value.type === 'list') {
    // What the study varies is not meant for a list of an experiment's own.
    const beside = [...places.values(), ...(ranges ? [ranges.at] : [])].filter((at) =>
      leadsTo(design!.at.slice(0, -1), at),
    );
    for (const where of beside) {
      const hint = 'move its values into the cells, or choose another design';
      findings.fault({ path: where, message: 'a list has its values in its cells', hint });
    }
    return { ...resolveList(document, value.cells, [...design!.at, 'cells'], findings), places };
  }
  const varies = vary.flatMap(({ path, value: draft, at: where }): readonly Variation[] => {
    const variation = resolveVariation(document, path, draft, where, findings);
    return variation === undefined ? [] : [variation];
  });
  const resolved = (all: readonly Variation[]) => {
    if (value.type !== 'morris' && value.type !== 'sobol') return { varies: all, design: value, places };
    return {
      varies: all,
      design: resolveSensitivity(value, { scenario, varies: all, at: design!.at }, findings),
      places,
    };
  };
  if (ranges === undefined) return resolved(varies);
  const named = new Set(
    levels.flatMap(({ part }) => [...Object.keys(part.vary ?? {}), ...Object.keys(part.set ?? {})]),
  );
  const kind = KIND_OF[ranges.value];
  const others = evidenceOf(scenario).flatMap((row): readonly Variation[] => {
    const chosen = kind === undefined || row.basis.kind === kind;
    return chosen && row.low < row.high && !named.has(row.path) ? [triangularWithin(row)] : [];
  });
  if (others.length === 0) {
    const message = `${scenario.id} has no number to vary by ${ranges.value}`;
    findings.fault({ path: ranges.at, message, expected: 'numbers with a range and a basis of that kind' });
  }
  return resolved([...varies, ...others]);
}

const KIND_OF = { assumptions: 'assumption', sources: 'source', invented: 'invented', all: undefined } as const;
