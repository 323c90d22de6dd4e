import { evidenceOf } from '../../scenario/evidence.ts';
import { evidenceTable } from '../../views/transcript/evidence-table.ts';
import { givenScenario } from '../given.ts';
import { print, printJson } from '../output.ts';

export function evidence(
  nameOrPath: string,
  options: { readonly set?: readonly string[]; readonly json?: boolean; readonly quiet?: boolean },
): void {
  const { scenario } = givenScenario(nameOrPath, options);
  const rows = evidenceOf(scenario);
  if (options.json) printJson(rows);
  else print(evidenceTable(scenario, rows));
}
