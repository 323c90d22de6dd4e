import { type Command, Option } from 'commander';
import { cells, examples, fromZero, json, names, positive, repeated, seed, set, shard, whole } from '../options.ts';

/** Commands for many conferences at once. Each loads what it needs when it runs, so that help is there at once. */
export function addStudies(program: Command): void {
  program
    .command('sweep')
    .allowExcessArguments(false)
    .description('plays a study: many conferences, into a folder of Parquet files; goes on where it was interrupted')
    .argument('<study>', 'bundled name or file')
    .option('--out <folder>', 'where the dataset goes')
    .addOption(new Option('--workers <n>', 'threads that play; as many as there are cores').argParser(whole))
    .addOption(
      new Option('--shard <i/n>', 'play every n-th block alone, from block i, counted from 0').argParser(shard),
    )
    .option('--dry-run', 'say how many runs, how long and how much disk; write nothing')
    .option('--csv', 'write data.csv too')
    .option('--set-aside', 'rename blocks that are damaged and play them again')
    .option('--queue <url>', 'have it played by `parley worker` on other machines, over a PostgreSQL server')
    .option('--cancel', 'with --queue: take the study off the server')
    .addOption(json())
    .addHelpText(
      'after',
      examples([
        'parley sweep ripeness --dry-run',
        'parley sweep ripeness --out ripeness',
        'parley sweep ripeness --out ripeness-0 --shard 0/4',
        'parley sweep ripeness --out ripeness --queue postgres://parley@db/studies',
      ]),
    )
    .action(async (study: string, _, command: Command) =>
      (await import('../commands/sweep.ts')).sweepStudy(study, command.optsWithGlobals()),
    );

  program
    .command('stats')
    .allowExcessArguments(false)
    .description('what a dataset says: endings, means and differences with their intervals, as tables and plots')
    .argument('<folder>', 'folder of a dataset')
    .addOption(new Option('--metric <list>', 'which metrics, by commas; METRIC=VALUE is one value').argParser(names))
    .addOption(repeated('--by <path[,path]>', 'put cells together by one path or two (repeatable)'))
    .addOption(new Option('--cell <list>', 'which cells, such as 0,4-7').argParser(cells))
    .addOption(new Option('--against <cell>', 'what the others are compared to').argParser(fromZero))
    .option('--simultaneous', 'wider intervals of differences, that hold all together')
    .option('--sensitivity', 'which numbers matter, of a study with design morris or sobol (docs/sensitivity.md)')
    .option('--report <file>', 'with --sensitivity: write it as a page with charts')
    .option('--sql <query>', 'ask DuckDB, where it is installed; the table is called runs')
    .addOption(json())
    .option('--csv', 'a line for each figure')
    .addHelpText(
      'after',
      examples([
        'parley stats ripeness',
        'parley stats ripeness --metric agreement,rounds --by parties.taliban.pain',
        'parley stats who-must-come --cell 1,5 --against 0',
        'parley stats screening --sensitivity --metric agreement',
        'parley stats indices --sensitivity --report indices.html',
        "parley stats ripeness --sql 'SELECT ending, count(*) AS runs FROM runs GROUP BY ALL'",
      ]),
    )
    .action(async (folder: string, _, command: Command) =>
      (await import('../commands/stats.ts')).stats(folder, command.optsWithGlobals()),
    );

  program
    .command('open')
    .allowExcessArguments(false)
    .description('opens one run of a dataset in the terminal view, or prints its transcript')
    .argument('<folder>', 'folder of a dataset')
    .addOption(new Option('--row <n>', 'number of the row, from 0').argParser(fromZero))
    .addOption(new Option('--cell <n>', 'or its cell, from 0').argParser(fromZero))
    .addOption(new Option('--rep <n>', 'and its repeat, from 1').argParser(whole))
    .addOption(new Option('--pace <seconds>', 'seconds a round').default(3).argParser(positive))
    .option('--plain', 'a transcript instead')
    .addHelpText('after', examples(['parley open ripeness --row 0', 'parley open ripeness --cell 3 --rep 7']))
    .action(async (folder: string, _, command: Command) =>
      (await import('../commands/open.ts')).open(folder, command.optsWithGlobals()),
    );

  program
    .command('flip')
    .allowExcessArguments(false)
    .description('says which number must move, and how far within its range, before the usual ending changes')
    .argument('<scenario>', 'bundled name or file')
    .requiredOption('--metric <name>', 'ending, or another metric (docs/study-files.md lists them)')
    .requiredOption('--over <path[,path]>', 'numbers that may move; a section stands for all numbers in it')
    .option('--pairs', 'also move two of them at a time')
    .addOption(new Option('--runs <n>', 'conferences at each value').default(500).argParser(whole))
    .addOption(new Option('--threshold <x>', 'of a number: the mean that counts as a change').argParser(positive))
    .addOption(new Option('--workers <n>', 'threads that play; as many as there are cores').argParser(whole))
    .addOption(seed())
    .addOption(set())
    .addOption(json())
    .addHelpText(
      'after',
      examples([
        'parley flip moscow-2018 --metric ending --over parties.taliban.pain,parties.kabul.walkAway --seed 1',
        'parley flip moscow-2018 --metric ending --over parties.kabul.delegation,conference.rounds --pairs',
        'parley flip moscow-2018 --metric agreement --threshold 0.3 --over model.attendance',
      ]),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('../commands/flip.ts')).flip(scenario, command.optsWithGlobals()),
    );

  program
    .command('worker')
    .allowExcessArguments(false)
    .description('plays the studies that others put on a PostgreSQL server with sweep --queue')
    .argument('[url]', 'postgres://user@host:port/database; PARLEY_QUEUE if not given')
    .addOption(new Option('--workers <n>', 'threads that play; as many as there are cores').argParser(whole))
    .option('--until-empty', 'end when no block is waiting, rather than wait for more')
    .addHelpText(
      'after',
      examples([
        'parley worker postgres://parley@db/studies',
        'PGPASSWORD=… parley worker postgres://parley@db/studies --workers 8 --until-empty',
      ]),
    )
    .action(async (url: string | undefined, _, command: Command) =>
      (await import('../commands/worker.ts')).worker(url, command.optsWithGlobals()),
    );

  program
    .command('tournament')
    .allowExcessArguments(false)
    .description('plays tactics against one another by alternating offers, and ranks them')
    .argument('<scenario>', 'bundled name or file')
    .addOption(
      new Option('--tactics <list>', 'which, by commas: see below').default('boulware,linear,conceder,micro,hardliner'),
    )
    .addOption(new Option('--repeats <n>', 'how often each assignment is played').default(1).argParser(whole))
    .addOption(seed())
    .addOption(set())
    .addOption(json())
    .addHelpText(
      'after',
      [
        '',
        'Tactics: boulware, linear, conceder, tit-for-tat, nice-tit-for-tat, micro, hardliner, random; each but micro',
        'may say when it accepts after a slash: /next (as it does by default), /time or /combi.',
        'Every assignment of tactics to parties is played, or 10,000 drawn from the seed where there are more.',
        examples([
          'parley tournament two-valleys',
          'parley tournament two-valleys --tactics boulware,boulware/combi,micro,random --repeats 20 --seed 1',
        ]),
      ].join('\n'),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('../commands/tournament.ts')).tournament(scenario, command.optsWithGlobals()),
    );
}
