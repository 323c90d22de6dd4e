import { isAbsolute, relative } from 'node:path';
import type { Quantity } from '../model/quantity.ts';
import type { Party, Scenario, Stance } from '../model/scenario.ts';
import { BUNDLED_FOLDER } from './bundled-files.ts';

/**
 * The text of a new scenario that extends `from` (a bundled name, or a file as seen from the new one): valid as it
 * stands, and with every kind of change it could make written out behind `#`.
 */
export function templateFor(name: string, from: string, base: Scenario): string {
  return [
    `# yaml-language-server: $schema=${schemaPath()}`,
    `# ${name} is ${from} with a few things changed. Whatever is not named here stays as it is there.`,
    `# Try it:  parley check ${name}.yaml --play 100     parley watch ${name}.yaml     parley evidence ${name}.yaml`,
    `extends: ${quoted(from)}`,
    `title: ${quoted(`${base.title}: what if`)}`,
    'about: |',
    `  Say in a sentence or two what is different from ${base.title.replaceAll(/\s+/g, ' ')}, and what you want to find out.`,
    '',
    '# Where your numbers come from, unless a number says it itself.',
    'basis: "assumption: a what-if, changed to see what follows"',
    '',
    ...examples(base),
  ].join('\n');
}

/** The published schema as an editor finds it from here, never by an absolute path. */
function schemaPath(): string {
  const path = relative(process.cwd(), BUNDLED_FOLDER);
  const outside = path.startsWith('..') || isAbsolute(path);
  return `./${outside || path === '' ? '' : `${path.replaceAll('\\', '/').replace(/\/$/, '')}/`}scenario.schema.json`;
}

function examples(base: Scenario): readonly string[] {
  const party = base.parties.find((one) => one.signatory) ?? base.parties[0]!;
  const stance = party.stances.find((one) => one.preference.kind === 'ideal') ?? party.stances[0]!;
  const guest = base.parties.find((one) => one.attendance === 'declined' || one.attendance === 'undecided') ?? party;
  const relation = base.relations.toSorted((a, b) => b.influence.value - a.influence.value)[0];
  return [
    '# What you can change: take the "# " from a line and from those it stands under. A number is a word of likelihood',
    '# (unlikely, roughly even, likely …), a bare number, or { value: …, range: [low, high], basis: "assumption: why" }.',
    ...commented([
      'conference:',
      `  deadlineHardness: ${number(base.conference.deadlineHardness)}   # 1: there is no later date`,
      '  chair:',
      `    style: ${base.conference.chair.style}   # facilitation, formulation or manipulation`,
    ]),
    ...commented(['parties:', ...partyExample(guest, party, stance)]),
    ...(relation
      ? commented([
          'relations:',
          `  ${relation.from}:`,
          `    ${relation.to}:`,
          `      influence: ${number(relation.influence)}   # of ${relation.from} over ${relation.to}`,
          `      channel: ${relation.channel}   # open, back or none`,
        ])
      : []),
    ...commented([
      'model:',
      '  press:',
      `    cap: ${number(base.model['press']!['cap']!)}   # walk-away lost to pressure in all`,
    ]),
  ];
}

/** Whether somebody comes is the first thing to change; then what one party wants. */
function partyExample(guest: Party, party: Party, stance: Stance): readonly string[] {
  return [
    `  ${guest.id}:`,
    `    attendance: ${guest.attendance}   # accepted, declined, observer, unofficial or undecided`,
    // A key may not stand twice.
    ...(guest === party ? [] : [`  ${party.id}:`]),
    `    pain: ${number(party.pain)}   # walk-away lost a round`,
    `    expectation: ${party.expectation.word ?? number(party.expectation)}   # of this conference`,
    '    stances:',
    `      ${stance.issue}:`,
    ...(stance.preference.kind === 'ideal'
      ? [`        ideal: ${number(stance.preference.ideal)}   # where it would have it, from 0 to 1`]
      : []),
    `        salience: ${number(stance.salience)}   # how much it matters, from 0 to 10`,
    ...(stance.redLine ? ['        redLine: null   # null takes away what the base has'] : []),
  ];
}

function number({ value, low, high }: Quantity): string {
  return low === high ? String(value) : `{ value: ${value}, range: [${low}, ${high}] }`;
}

function commented(lines: readonly string[]): readonly string[] {
  return [...lines.map((line) => `# ${line}`), ''];
}

/** A JSON string is a YAML string too. */
function quoted(text: string): string {
  return /^[a-z][a-z0-9-]*$/.test(text) && !/^(null|true|false)$/.test(text) ? text : JSON.stringify(text);
}
