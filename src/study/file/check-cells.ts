import type { Path } from '../../scenario/problem.ts';
import { combinationsOf } from '../design/combinations.ts';
import { isNumeric, scenarioMaker, type ScenarioMaker } from '../scenario-maker.ts';
import type { Experiment, Value, Variation } from '../study.ts';
import type { Where } from './check-design.ts';
import { asFault, type Findings } from './findings.ts';

/** Combinations of choices that are checked, each in full. */
const MOST_COMBINATIONS = 2_000;

/** Cells that are checked in full, one by one, where no shorter way is sure. */
const MOST_CHECKED = 2_000;

/**
 * Whether every cell is a sound scenario. Numbers within their bounds spoil a scenario in two ways alone: a red line may
 * forbid every option of an issue, and a party may care about nothing. So each combination of choices is checked with
 * red lines as narrow and saliences as low as they can be; where that is sound, so is all the rest.
 */
export function checkCells(experiment: Experiment, where: Where, findings: Findings): void {
  const maker = scenarioMaker(experiment);
  const combinations = combinationsOf(experiment, '');
  const chosen = choicesOf(experiment);
  const at = where(experiment.varies.find((variation) => !isNumeric(variation))?.path ?? experiment.varies[0]?.path);
  if (chosen.length > MOST_COMBINATIONS) {
    const message = `the choices combine in ${chosen.length} ways, which are too many to be checked`;
    findings.fault({ path: at, message, expected: `at most ${MOST_COMBINATIONS}` });
    return;
  }
  if (chosen.every((values) => maker.loaded(values).ok)) return;
  for (let index = 0; index < Math.min(combinations.cells, MOST_CHECKED); index++) {
    const values = combinations.at(index);
    if (!tell(`cell ${index}`, values)) return;
  }
  if (combinations.cells <= MOST_CHECKED) return;
  for (const values of chosen) if (!tell('a cell', values)) return;

  function tell(cell: string, values: readonly Value[]): boolean {
    const fault = faultOf(maker, values, at);
    if (fault === undefined) return true;
    const message = `${cell} is not a sound scenario: ${fault.message}`;
    findings.fault({ ...fault, message, found: maker.overrides(values).filter(short).join(', ') });
    return false;
  }
}

function short(_: string, n: number): boolean {
  return n < 6;
}

function faultOf(maker: ScenarioMaker, values: readonly Value[], at: Path) {
  const loaded = maker.loaded(values);
  if (loaded.ok) return undefined;
  const [problem] = loaded.error;
  const { found: _, ...fault } = asFault(problem!, { path: at });
  return { ...fault, message: problem!.message };
}

/** Each combination of choices with the numbers least kind to it. */
function choicesOf({ varies, design }: Experiment): readonly (readonly Value[])[] {
  const free = varies.map((variation) => (isNumeric(variation) ? [harshest(variation)] : listed(variation)));
  if (design.type !== 'list')
    return free.reduce<readonly (readonly Value[])[]>(
      (all, values) =>
        all.length > MOST_COMBINATIONS ? all : all.flatMap((some) => values.map((value) => [...some, value])),
      [[]],
    );
  const cells = design.cells.map((cell) => cell.map((value, n) => (isNumeric(varies[n]!) ? free[n]![0]! : value)));
  return [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()];
}

function listed(variation: Variation): readonly Value[] {
  return variation.type === 'list' ? variation.values : [];
}

/** `atMost` and `salience` at their lowest, everything else at its highest. */
function harshest(variation: Variation): Value {
  const lowest = /\.(atMost|salience)$/.test(variation.path);
  if (variation.type !== 'list') return lowest ? variation.low : variation.high;
  const numbers = variation.values as readonly number[];
  return lowest ? Math.min(...numbers) : Math.max(...numbers);
}
