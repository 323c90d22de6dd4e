import { type Command, Option } from 'commander';
import { examples, json, positive, round, seat, seatTimeout, seed, set, wholeOrAll } from '../options.ts';

/** Commands that play conferences and look back at them. Each loads what it needs when it runs, so that help is there at once. */
export function addConferences(program: Command): void {
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
      (await import('../commands/watch.ts')).watch(scenario, command.optsWithGlobals()),
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
      (await import('../commands/run.ts')).run(scenario, command.optsWithGlobals()),
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
      (await import('../commands/play.ts')).play(scenario, command.optsWithGlobals()),
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
      (await import('../commands/replay.ts')).replay(record, command.optsWithGlobals()),
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
      (await import('../commands/fork.ts')).fork(record, command.optsWithGlobals()),
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
      (await import('../commands/diff.ts')).diff(a, b, command.optsWithGlobals()),
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
      (await import('../commands/verify.ts')).verify(records, command.optsWithGlobals()),
    );
}
