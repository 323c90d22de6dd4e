import { type Command, Option } from 'commander';
import { PROTOCOLS } from '../../model/scenario.ts';
import { examples, json, set, whole } from '../options.ts';

/** Commands about what is in a scenario. Each loads what it needs when it runs, so that help is there at once. */
export function addScenarios(program: Command): void {
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
      (await import('../commands/check.ts')).check(scenarios, command.optsWithGlobals()),
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
      (await import('../commands/evidence.ts')).evidence(scenario, command.optsWithGlobals()),
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
      (await import('../commands/analyse.ts')).analyse(scenarioOrRecord, command.optsWithGlobals()),
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
      (await import('../commands/chart.ts')).chart(scenario, command.optsWithGlobals()),
    );

  program
    .command('new')
    .allowExcessArguments(false)
    .description('starts a scenario file of your own')
    .argument('<name>', 'name of the new scenario; the file is NAME.yaml')
    .requiredOption('--from <scenario>', 'the scenario it builds on')
    .addHelpText('after', examples(['parley new kabul-stays-away --from moscow-2018']))
    .action(async (name: string, _, command: Command) =>
      (await import('../commands/new.ts')).create(name, command.optsWithGlobals()),
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
      (await import('../commands/import.ts')).importGame(source, profiles, command.optsWithGlobals()),
    );
}
