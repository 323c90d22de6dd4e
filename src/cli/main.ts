import { Command, CommanderError, Option } from 'commander';
import { EXIT, Stop } from './exit.ts';
import { PROTOCOLS } from '../model/scenario.ts';
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

const seed = () => new Option('--seed <seed>', 'any text; without it one is drawn and shown');
const set = () =>
  new Option('--set <path=value>', 'change a number or a choice of the scenario (repeatable)').argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );
const json = () => new Option('--json', 'one JSON object on stdout (see docs/json.md)');
const quiet = () => new Option('--quiet', 'nothing on stderr but errors');

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
    .option('--plain', 'plain text (a transcript always is)')
    .addHelpText(
      'after',
      examples(['parley run moscow-2018 --seed 42', 'parley run two-valleys --seed 7 --record r.jsonl']),
    )
    .action(async (scenario: string, _, command: Command) =>
      (await import('./commands/run.ts')).run(scenario, command.optsWithGlobals()),
    );

  program
    .command('verify')
    .allowExcessArguments(false)
    .description('proves that records are whole and come out the same when run again')
    .argument('<record...>', 'record files')
    .addOption(json())
    .addHelpText('after', examples(['parley run moscow-2018 --seed 42 --record r.jsonl', 'parley verify r.jsonl']))
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

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Stop(EXIT.usage, `parley: expected a whole number above 0, found ${value}`);
  return number;
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0) || number === Infinity)
    throw new Stop(EXIT.usage, `parley: expected a number above 0, found ${value}`);
  return number;
}
