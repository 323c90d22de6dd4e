import { resolve } from 'node:path';
import { troubleWords } from '../../views/report/sections/sources.ts';
import { shellWord } from '../../views/prose/shell.ts';
import { classFiles } from '../class-files.ts';
import { writeDebrief, type Format } from '../debrief-file.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario } from '../given.ts';
import { note, print } from '../output.ts';

interface Options {
  readonly out: string;
  readonly scenario?: string;
  readonly cloud: number;
  readonly seed: string;
  readonly format?: Format;
  readonly csv?: string;
  readonly quiet?: boolean;
}

/**
 * Writes the debrief of a class. What cannot be used is named on the page and on stderr, and the command then exits 1;
 * when nothing can be used there is no page, and it exits 65.
 */
export async function debrief(files: readonly string[], options: Options): Promise<void> {
  const { out, cloud, seed, csv } = options;
  if (files.some((file) => resolve(file) === resolve(out)))
    throw new Stop(EXIT.usage, `parley debrief: --out ${out} is one of the files that it is made of`);
  const named = options.scenario === undefined ? undefined : givenScenario(options.scenario, options);
  const { common, groups, troubles } = classFiles(files, named);
  for (const trouble of troubles)
    note(`parley debrief: ${troubleWords(trouble)}`, trouble.kind === 'doubt' ? options : {});
  if (common === undefined || groups.length === 0)
    throw new Stop(EXIT.badInput, 'parley debrief: none of these files can be used; nothing was written');
  const format = options.format ?? (/\.(md|markdown)$/i.test(out) ? 'md' : 'html');
  const made = await writeDebrief(out, {
    command: 'debrief',
    scenario: common.scenario,
    groups,
    troubles,
    cloud: { seed, runs: cloud },
    format,
    again: againWords(files, options),
    csv,
  });
  print(out);
  const count = `${made.groups.length} ${made.groups.length === 1 ? 'conference' : 'conferences'}`;
  note(
    `debrief of ${count}, ${cloud} runs beside ${made.groups.length === 1 ? 'it' : 'them'}, ${made.questions.length} questions`,
    options,
  );
  if (troubles.some(({ kind }) => kind !== 'doubt')) process.exitCode = EXIT.failed;
}

function againWords(files: readonly string[], { out, scenario, cloud, seed }: Options): string {
  return [
    'parley debrief',
    ...files.map(shellWord),
    '--out',
    shellWord(out),
    ...(scenario === undefined ? [] : ['--scenario', shellWord(scenario)]),
    `--cloud ${cloud} --seed ${shellWord(seed)}`,
  ].join(' ');
}
