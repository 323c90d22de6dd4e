import { Command, CommanderError } from 'commander';
import { allocateAmongTheYoung } from './allocation.ts';
import { EXIT, Stop } from './exit.ts';
import { examples, quiet } from './options.ts';
import { endQuietlyOnClosedPipe, note } from './output.ts';
import { addClasses } from './program/classes.ts';
import { addConferences } from './program/conferences.ts';
import { addScenarios } from './program/scenarios.ts';
import { addStudies } from './program/studies.ts';
import { packageVersion } from './version.ts';

/** Every command loads what it needs when it runs, so that help is there at once. */
export async function main(argv: readonly string[]): Promise<void> {
  allocateAmongTheYoung();
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

  addConferences(program);
  addScenarios(program);
  addStudies(program);
  addClasses(program);
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
