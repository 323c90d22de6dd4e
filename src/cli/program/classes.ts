import { type Command, Option } from 'commander';
import { examples, formats, fromZero, json, seed, set, whole } from '../options.ts';

/** Commands for a class. Each loads what it needs when it runs, so that help is there at once. */
export function addClasses(program: Command): void {
  program
    .command('pack')
    .allowExcessArguments(false)
    .description('writes the sheets of a class: briefs, score sheets, a guide for the teacher, and who sits where')
    .argument('<scenario>', 'bundled name or file')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .addOption(
      new Option('--groups <n>', 'how many groups play it; as many as the list fills by default').argParser(whole),
    )
    .option('--list <names.csv>', 'the people: a name a line, or a column called name; seated by chance')
    .option('--lang <tag>', 'the language of the sheets, of those that the scenario has')
    .addOption(new Option('--paper <size>', 'what is printed on').choices(['a4', 'letter']).default('a4'))
    .addOption(seed())
    .addOption(set())
    .addOption(json())
    .addHelpText(
      'after',
      examples([
        'parley pack moscow-class --out class',
        'parley pack moscow-class --out class --groups 4 --list names.csv --seed monday',
        'parley pack moscow-class --out class-dari --lang fa-AF --paper letter',
      ]),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('../commands/pack.ts')).pack(scenario, command.optsWithGlobals()),
    );

  program
    .command('debrief')
    .allowExcessArguments(false)
    .description('makes a page for after the class: how all groups ended and why, and what to ask them')
    .argument('<file...>', 'records of one scenario, and sheets of outcomes (CSV) of groups on paper')
    .requiredOption('--out <file>', 'the page to write')
    .option('--scenario <scenario>', 'bundled name or file; needed where there are sheets alone')
    .addOption(new Option('--cloud <n>', 'runs of the rules beside the groups').default(500).argParser(fromZero))
    .addOption(new Option('--seed <seed>', 'of these runs').default('debrief'))
    .addOption(new Option('--format <format>', 'by the end of the name when left out').choices(['html', 'md']))
    .option('--csv <folder>', 'write the tables as data too')
    .addHelpText(
      'after',
      examples([
        'parley run moscow-class --seed 1 --record a.jsonl && parley run moscow-class --seed 2 --record b.jsonl',
        'parley debrief a.jsonl b.jsonl --out debrief.html',
        'parley debrief outcomes.csv --scenario moscow-class --out debrief.html',
      ]),
    )
    .action(async (files: string[], _, command: Command) =>
      (await import('../commands/debrief.ts')).debrief(files, command.optsWithGlobals()),
    );

  program
    .command('export')
    .allowExcessArguments(false)
    .description('writes the data of a class as tidy tables, without names, and a dictionary of their columns')
    .argument('<file...>', 'records of one scenario, and sheets of outcomes (CSV) of groups on paper')
    .requiredOption('--out <folder>', 'the folder to write into')
    .addOption(
      new Option('--format <list>', 'csv, json, parquet, or several by commas')
        .default(['csv'], 'csv')
        .argParser(formats),
    )
    .option('--names', 'keep what people chose: names of groups and files, seeds, notes and reasons')
    .option('--scenario <scenario>', 'bundled name or file; needed where there are sheets alone')
    .addHelpText(
      'after',
      examples([
        'parley run moscow-class --seed 1 --record a.jsonl && parley run moscow-class --seed 2 --record b.jsonl',
        'parley export a.jsonl b.jsonl --out data --format csv,parquet',
      ]),
    )
    .action(async (files: string[], _, command: Command) =>
      (await import('../commands/export.ts')).exportClass(files, command.optsWithGlobals()),
    );
}
