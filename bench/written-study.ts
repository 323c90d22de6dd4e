import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of a study for a benchmark: one number of a scenario at some values, so many runs in all. */
export function writtenStudy(
  folder: string,
  scenario: string,
  runs: number,
  { values, metrics }: { readonly values: readonly number[]; readonly metrics: readonly string[] },
): string {
  const file = join(folder, `runs-${runs}.yaml`);
  writeFileSync(
    file,
    `title: Bench
about: For a benchmark.
scenario: ${scenario}
vary:
  parties.taliban.pain: [${values.join(', ')}]
repeats: ${runs / values.length}
metrics: [${metrics.join(', ')}]
`,
  );
  return file;
}
