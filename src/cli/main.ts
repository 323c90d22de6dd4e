import { Command, CommanderError, Option } from 'commander';
import { EXIT, Stop } from './exit.ts';
import { PROTOCOLS } from '../model/scenario.ts';
import {
  cells,
  examples,
  formats,
  fromZero,
  json,
  names,
  positive,
  quiet,
  repeated,
  round,
  seat,
  seatTimeout,
  seed,
  set,
  shard,
  whole,
  wholeOrAll,
} from './options.ts';
import { endQuietlyOnClosedPipe, note } from './output.ts';
import { packageVersion } from './version.ts';

/** Every command loads what it needs when it runs, so that help is there at once. */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const program = parley();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof Stop) {
    if (error.message !== '') note(error.message);
    return error.code;
  }
  // Commander has already said what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  note(`parley: a bug of ours: ${error instanceof Error ? error.message : String(error)}`);
  note('Please report it with the command you typed; PARLEY_DEBUG=1 shows where it happened.');
  if (process.env['PARLEY_DEBUG'] !== undefined && error instanceof Error) note(error.stack ?? '');
  return EXIT.bug;
}

function parley(): Command {
  const program = new Command('parley')
    .description('Simulates a diplomatic conference: who comes, what they ask for, how they vote, how it ends.')
    .version(packageVersion(), '--version')
    .exitOverride()
    .helpCommand('help [command]', 'says more of one command')
    .configureHelp({ showGlobalOptions: true })
    .hook('preAction', (command) => {
      // Ink asks the environment, and only once.
      if (!command.opts<{ color: boolean }>().color) process.env['NO_COLOR'] = '1';
    })
    .option('--no-color', 'no colours')
    .option('--no-input', 'never wait for a key')
    .addOption(quiet())
    .showHelpAfterError('Try `parley COMMAND --help` for its options and an example.')
    .addHelpText(
      'after',
      examples([
        'parley',
        'parley watch moscow-2018 --seed 42',
        'parley run moscow-2018 --seed 42 --set parties.taliban.pain=0.02',
      ]),
    )
    .allowExcessArguments()
    .action(async (options: { quiet?: boolean; input: boolean }, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) throw await unknownCommand(unknown, command);
      return (await import('./commands/home.ts')).home(options);
    });

  program
    .command('watch')
    .allowExcessArguments(false)
    .description('plays a conference in the terminal view')
    .argument('[scenario]', 'bundled name or file', 'moscow-2018')
    .addOption(seed())
    .addOption(set())
    .addOption(new Option('--pace <seconds>', 'seconds a round').default(3).argParser(positive))
    .option('--paused', 'start paused')
    .option('--plain', 'a transcript instead')
    .addHelpText('after', examples(['parley watch', 'parley watch two-valleys --seed 7 --pace 1']))
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/watch.ts')).watch(scenario, command.optsWithGlobals()),
    );

  program
    .command('run')
    .allowExcessArguments(false)
    .description('plays a conference and prints its transcript')
    .argument('<scenario>', 'bundled name or file')
    .addOption(seed())
    .addOption(set())
    .addOption(json())
    .option('--jsonl', 'the record’s lines on stdout as they happen')
    .option('--record <file>', 'write the record to a file')
    .option('--report <file>', 'write a page that debriefs the run')
    .addOption(seat())
    .addOption(seatTimeout())
    .option('--plain', 'plain text (a transcript always is)')
    .addHelpText(
      'after',
      examples(['parley run moscow-2018 --seed 42', 'parley run two-valleys --seed 7 --record r.jsonl']),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/run.ts')).run(scenario, command.optsWithGlobals()),
    );

  program
    .command('replay')
    .allowExcessArguments(false)
    .description('opens a record in the terminal view, or prints its transcript')
    .argument('<record>', 'record file')
    .addOption(new Option('--round <n>', 'open at this round, paused').argParser(round))
    .addOption(new Option('--pace <seconds>', 'seconds a round').default(3).argParser(positive))
    .option('--plain', 'a transcript instead')
    .addHelpText(
      'after',
      examples([
        'parley run moscow-2018 --seed 42 --record r.jsonl',
        'parley replay r.jsonl',
        'parley replay r.jsonl --round 3',
      ]),
    )
    .action(async (record: string, _, command: Command) =>
      (await import('./commands/replay.ts')).replay(record, command.optsWithGlobals()),
    );

  program
    .command('fork')
    .allowExcessArguments(false)
    .description('branches a record at the start of a round, the luck being the same, and shows what differs')
    .argument('<record>', 'record file')
    .addOption(
      new Option('--round <n>', 'where to branch; 0 is before the parties decide to come')
        .argParser(round)
        .makeOptionMandatory(),
    )
    .addOption(set())
    .addOption(
      new Option('--vote <party=accept|object>', 'set a vote of that round; object:ISSUE says over what').argParser(
        (value: string, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option('--record <file>', 'write the fork’s record to a file')
    .addOption(json())
    .option('--jsonl', 'the fork’s record on stdout')
    .option('--plain', 'the whole transcript of the fork instead')
    .addHelpText(
      'after',
      examples([
        'parley run moscow-2018 --seed 42 --record r.jsonl',
        'parley fork r.jsonl --round 3 --set parties.taliban.walkAway=0.5',
        'parley fork r.jsonl --round 4 --vote kabul=accept --record f.jsonl',
        'parley fork r.jsonl --round 2 --set relations.moscow.taliban.trust=0.8 --plain',
      ]),
    )
    .action(async (record: string, _, command: Command) =>
      (await import('./commands/fork.ts')).fork(record, command.optsWithGlobals()),
    );

  program
    .command('diff')
    .allowExcessArguments(false)
    .description('says what differs between two records; exits 0 when nothing does, 1 otherwise')
    .argument('<a>', 'record file')
    .argument('<b>', 'record file')
    .addOption(json())
    .addHelpText(
      'after',
      examples(['parley fork r.jsonl --round 4 --vote kabul=accept --record f.jsonl', 'parley diff r.jsonl f.jsonl']),
    )
    .action(async (a: string, b: string, _, command: Command) =>
      (await import('./commands/diff.ts')).diff(a, b, command.optsWithGlobals()),
    );

  program
    .command('play')
    .allowExcessArguments(false)
    .description('plays seats yourself: decide for one party or several, at this terminal')
    .argument('<scenario>', 'bundled name or file')
    .option('--as <party[,party]>', 'the parties that people here decide for')
    .addOption(seat())
    .addOption(seatTimeout())
    .addOption(seed())
    .addOption(set())
    .option('--record <file>', 'write the record to a file, also when you leave in the middle')
    .addHelpText(
      'after',
      examples([
        'parley play two-valleys --as lower',
        'parley play moscow-class --as kabul,taliban --record class.jsonl',
        "parley play two-valleys --as lower --seat upper=program:'python3 examples/seats/steady.py'",
      ]),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/play.ts')).play(scenario, command.optsWithGlobals()),
    );

  program
    .command('verify')
    .allowExcessArguments(false)
    .description('proves that records and datasets are whole and come out the same when run again')
    .argument('<record...>', 'record files, or folders of datasets')
    .addOption(
      new Option('--rows <n>', 'of a dataset: how many rows are run again, or all (1000 if not given)').argParser(
        wholeOrAll,
      ),
    )
    .addOption(json())
    .addHelpText(
      'after',
      examples([
        'parley run moscow-2018 --seed 42 --record r.jsonl',
        'parley verify r.jsonl',
        'parley sweep ripeness --out ripeness && parley verify ripeness --rows all',
      ]),
    )
    .action(async (records: string[], _, command: Command) =>
      (await import('./commands/verify.ts')).verify(records, command.optsWithGlobals()),
    );

  program
    .command('check')
    .allowExcessArguments(false)
    .description('checks scenario files and says what is wrong, where, and what to do')
    .argument('<scenario...>', 'bundled names or files')
    .addOption(set())
    .addOption(new Option('--play <n>', 'play it n times and count the endings').argParser(whole))
    .addOption(json())
    .addHelpText('after', examples(['parley check my-scenario.yaml', 'parley check moscow-2018 --play 1000']))
    .action(async (scenarios: string[], _, command: Command) =>
      (await import('./commands/check.ts')).check(scenarios, command.optsWithGlobals()),
    );

  program
    .command('evidence')
    .allowExcessArguments(false)
    .description('prints where every number of a scenario comes from')
    .argument('<scenario>', 'bundled name or file')
    .addOption(set())
    .addOption(json())
    .addHelpText('after', examples(['parley evidence moscow-2018', 'parley evidence moscow-2018 --json']))
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/evidence.ts')).evidence(scenario, command.optsWithGlobals()),
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
      (await import('./commands/tournament.ts')).tournament(scenario, command.optsWithGlobals()),
    );

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
      (await import('./commands/sweep.ts')).sweepStudy(study, command.optsWithGlobals()),
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
        "parley stats ripeness --sql 'SELECT ending, count(*) AS runs FROM runs GROUP BY ALL'",
      ]),
    )
    .action(async (folder: string, _, command: Command) =>
      (await import('./commands/stats.ts')).stats(folder, command.optsWithGlobals()),
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
      (await import('./commands/worker.ts')).worker(url, command.optsWithGlobals()),
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
      (await import('./commands/open.ts')).open(folder, command.optsWithGlobals()),
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
      (await import('./commands/flip.ts')).flip(scenario, command.optsWithGlobals()),
    );

  program
    .command('analyse')
    .allowExcessArguments(false)
    .description(
      'analyses a scenario or a record by the book: frontier, solutions, power; who gave what, who moved whom',
    )
    .argument('<scenario-or-record>', 'bundled name or file; or a record file')
    .addOption(
      new Option('--disagreement <point>', 'what gains are measured from: the walk-aways, or the worst text if better')
        .choices(['floor', 'walk-away'])
        .default('floor'),
    )
    .addOption(set())
    .addOption(json())
    .addHelpText(
      'after',
      examples([
        'parley analyse moscow-2018',
        'parley analyse two-valleys --disagreement walk-away --json',
        'parley run moscow-2018 --seed 42 --record r.jsonl && parley analyse r.jsonl',
      ]),
    )
    .action(async (scenarioOrRecord: string, _, command: Command) =>
      (await import('./commands/analyse.ts')).analyse(scenarioOrRecord, command.optsWithGlobals()),
    );

  program
    .command('import')
    .allowExcessArguments(false)
    .description('makes a scenario of a Genius domain and its profiles, or of a scorable game')
    .argument('<source>', 'Genius domain, or folder of a scorable game')
    .argument('[profile...]', 'Genius profiles, one a party')
    .requiredOption('--out <file>', 'the scenario file to write')
    .addHelpText(
      'after',
      examples([
        'parley import domain.xml buyer.xml seller.xml --out sale.yaml',
        'parley import games/stadium --out stadium.yaml',
      ]),
    )
    .action(async (source: string, profiles: string[], _, command: Command) =>
      (await import('./commands/import.ts')).importGame(source, profiles, command.optsWithGlobals()),
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
      (await import('./commands/debrief.ts')).debrief(files, command.optsWithGlobals()),
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
      (await import('./commands/export.ts')).exportClass(files, command.optsWithGlobals()),
    );

  program
    .command('chart')
    .allowExcessArguments(false)
    .description('prints the statechart of the conference or of a party: exactly what runs')
    .argument('[scenario]', 'bundled name or file', 'moscow-2018')
    .addOption(new Option('--of <which>', 'whose chart').choices(['conference', 'party']).default('conference'))
    .addOption(new Option('--protocol <protocol>', 'of which protocol, instead of the scenario’s').choices(PROTOCOLS))
    .addOption(new Option('--format <format>', 'how').choices(['outline', 'mermaid', 'stately']).default('outline'))
    .addHelpText(
      'after',
      examples([
        'parley chart --of party',
        'parley chart --protocol alternating-offers',
        'parley chart moscow-2018 --format mermaid',
      ]),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/chart.ts')).chart(scenario, command.optsWithGlobals()),
    );

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
      (await import('./commands/pack.ts')).pack(scenario, command.optsWithGlobals()),
    );

  program
    .command('new')
    .allowExcessArguments(false)
    .description('starts a scenario file of your own')
    .argument('<name>', 'name of the new scenario; the file is NAME.yaml')
    .requiredOption('--from <scenario>', 'the scenario it builds on')
    .addHelpText('after', examples(['parley new kabul-stays-away --from moscow-2018']))
    .action(async (name: string, _, command: Command) =>
      (await import('./commands/new.ts')).create(name, command.optsWithGlobals()),
    );

  return program;
}

async function unknownCommand(name: string, { commands }: Command): Promise<Stop> {
  const { didYouMean } = await import('../scenario/spelling.ts');
  const { hint } = didYouMean(
    name,
    commands.map((one) => one.name()),
  );
  return new Stop(
    EXIT.usage,
    `parley: there is no command ${name}${hint === undefined ? '' : `; ${hint}`}\nTry parley --help.`,
  );
}
