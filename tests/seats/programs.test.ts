import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOSSES } from '../../src/model/choices.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import { load } from '../../src/scenario/load.ts';
import { LIMITS } from '../../src/seats/lines.ts';
import { Table } from '../../src/seats/table.ts';
import { folder, parley } from '../cli/parley.ts';

const NODE = process.execPath;

/** A program as a Node script; what it does with each question is `body`, with `question` and `answer(number, answer)`. */
function script(body: string, first = ''): string {
  const file = join(folder(), 'seat.mjs');
  writeFileSync(
    file,
    `import { createInterface } from 'node:readline';
const say = (text) => process.stdout.write(text);
const answer = (number, given) => say(JSON.stringify({ type: 'answer', number, answer: given }) + '\\n');
const GOOD = {
  attendance: { type: 'attendance', grade: 'official' },
  amendments: { type: 'amendments', amendments: [] },
  caucus: { type: 'caucus', acts: [] },
  draft: { type: 'draft', changes: [] },
  vote: { type: 'vote', accepts: true },
  stay: { type: 'stay', stays: true },
};
${first}
createInterface({ input: process.stdin }).on('line', (line) => {
  const question = JSON.parse(line);
  if (question.type !== 'question') return;
  ${body}
});
`,
  );
  return `${NODE} ${file}`;
}

interface Played {
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
  readonly held: readonly FactOf<'seat.held'>[];
}

/** Plays two valleys with a program in the lower valley's seat. */
async function played(command: string, within = 1000, scenario = 'two-valleys', party = 'lower'): Promise<Played> {
  const loaded = load(scenario);
  if (!loaded.ok) throw new Error('no scenario');
  const notes: string[] = [];
  const table = new Table({
    scenario: loaded.value.scenario,
    seed: '1',
    people: [],
    programs: { [party]: command },
    within,
    onFact: () => {},
    onNote: (_, line) => notes.push(line),
  });
  try {
    await table.playOut();
  } finally {
    await table.close();
  }
  const held = table.facts.filter((fact): fact is FactOf<'seat.held'> => fact.type === 'seat.held');
  return { facts: table.facts, notes, held };
}

describe('a program in a seat', () => {
  test('that answers every question holds it to the end', async () => {
    const { held, facts } = await played(script('answer(question.number, GOOD[question.question]);'));
    expect(held).toMatchObject([{ holder: 'program', question: 'amendments', round: 1 }]);
    expect(facts.at(-1)!.type).toBe('conference.ended');
    const votes = facts.filter((fact) => fact.type === 'vote.cast' && fact.party === 'lower');
    expect(votes.every((vote) => vote.type === 'vote.cast' && vote.accepts)).toBe(true);
  });

  test.each([
    ['answers what is not JSON', "say('I accept\\n');", 'not-json'],
    ['answers what is no answer', 'say(\'{"type":"greeting"}\\n\');', 'not-an-answer'],
    ['answers null', "say('null\\n');", 'not-an-answer'],
    ['answers a vote of no kind', "answer(question.number, { type: 'vote', accepts: 'yes' });", 'not-an-answer'],
    ['answers another question', 'answer(question.number + 1, GOOD[question.question]);', 'wrong-number'],
    [
      'names no number',
      "say(JSON.stringify({ type: 'answer', answer: GOOD[question.question] }) + '\\n');",
      'wrong-number',
    ],
    [
      'answers for another phase',
      "answer(question.number, GOOD[question.question === 'vote' ? 'stay' : 'vote']);",
      'illegal',
    ],
  ])('that %s loses that turn to the rule, with the reason, and is asked again', async (_, body, reason) => {
    const { held, facts } = await played(
      script(
        `if (question.round === 2 && question.question === 'vote') { ${body} } else answer(question.number, GOOD[question.question]);`,
      ),
    );
    expect(held).toMatchObject([
      { holder: 'program', round: 1, question: 'amendments' },
      { holder: 'rule', round: 2, question: 'vote', reason },
      { holder: 'program' },
    ]);
    expect(facts.at(-1)!.type).toBe('conference.ended');
  });

  test('that asks for what there is not loses that turn, and is told why', async () => {
    const { held, notes } = await played(
      script(
        `if (question.question === 'amendments' && question.round === 1)
           answer(question.number, { type: 'amendments', amendments: [{ issue: 'water', option: 'wine' }] });
         else answer(question.number, GOOD[question.question]);`,
        "createInterface({ input: process.stdin }).on('line', (line) => { const m = JSON.parse(line); if (m.type === 'lost') console.error(m.reason + ': ' + m.why); });",
      ),
    );
    expect(held[0]).toMatchObject({ holder: 'rule', reason: 'illegal', round: 1, question: 'amendments' });
    expect(notes).toContain('illegal: no option wine on water');
  });

  test('that is too slow loses that turn; its late answer is not taken for the next', async () => {
    const { held } = await played(
      script(
        `if (question.round === 2 && question.question === 'amendments') setTimeout(() => answer(question.number, GOOD.amendments), 700);
         else answer(question.number, GOOD[question.question]);`,
      ),
      600,
    );
    expect(held).toMatchObject([
      { holder: 'program' },
      { holder: 'rule', round: 2, question: 'amendments', reason: 'too-slow' },
      { holder: 'program', round: 2 },
    ]);
  });

  test('that sleeps through three turns in a row is let go', async () => {
    const { held, facts } = await played(script(''), 100);
    expect(held.map(({ reason }) => reason)).toEqual(['too-slow', 'too-slow', 'too-slow']);
    expect(facts.at(-1)!.type).toBe('conference.ended');
  });

  test.each([
    [
      'ends in the middle',
      script('if (question.round === 2) process.exit(3); answer(question.number, GOOD[question.question]);'),
      'crashed',
    ],
    ['cannot be started', '/nowhere/at/all', 'crashed'],
    [
      'never ends its line',
      script('', `const flood = () => { process.stdout.write('x'.repeat(${LIMITS.line}), flood); }; flood();`),
      'flooded',
    ],
    [
      'floods with lines',
      script('', "const flood = () => { process.stdout.write('{}\\n'.repeat(5000), flood); }; flood();"),
      'flooded',
    ],
  ])('that %s leaves the seat to the rule for good, with the reason', async (_, command, reason) => {
    const { held, facts } = await played(command, 5000);
    expect(held.at(-1)).toMatchObject({ holder: 'rule', reason });
    expect(held.filter((fact) => fact.reason !== undefined)).toHaveLength(1);
    expect(facts.at(-1)!.type).toBe('conference.ended');
  });

  test('is told nothing of what others keep to themselves', async () => {
    const file = join(folder(), 'heard.jsonl');
    const { notes } = await played(
      script(
        'answer(question.number, GOOD[question.question]);',
        `import { appendFileSync } from 'node:fs';
         createInterface({ input: process.stdin }).on('line', (line) => appendFileSync(${JSON.stringify(file)}, line + '\\n'));`,
      ),
      2000,
      'moscow-class',
      'kabul',
    );
    expect(notes).toEqual([]);
    const heard = readFileSync(file, 'utf8');
    const messages = heard
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(messages[0]).toMatchObject({ type: 'hello', protocol: 1, seat: 'kabul', within: 2000 });
    expect(messages.at(-1)).toMatchObject({ type: 'end' });
    const loaded = load('moscow-class');
    if (!loaded.ok) throw new Error('no scenario');
    for (const { id, brief } of loaded.value.scenario.parties)
      expect(heard.includes(JSON.stringify(brief.confidential).slice(1, -1)), id).toBe(id === 'kabul');
    for (const message of messages) {
      if (message.type !== 'facts') continue;
      for (const fact of message.facts) {
        expect(Object.keys(fact.private ?? {}).filter((party) => party !== 'kabul')).toEqual([]);
        if (fact.seenBy !== undefined) expect(fact.seenBy).toContain('kabul');
      }
    }
  });
});

/** Waits for something that another process does. */
async function until(done: () => boolean): Promise<void> {
  while (!done())
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
}

/** Whether a process is there; one that nobody has reaped yet is not. */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

describe('docs/seat-protocol.md', () => {
  const doc = readFileSync('docs/seat-protocol.md', 'utf8');
  const example = /## An example[^]*```\n([^]*)\n```/.exec(doc)![1]!.split('\n');

  test('shows an exchange of the shape in which it happens', async () => {
    const file = join(folder(), 'heard.jsonl');
    await played(
      script(
        `const given = { amendments: { type: 'amendments', amendments: [{ issue: 'water', option: 'half' }] },
           vote: { type: 'vote', accepts: false, objection: { code: 'red-line', issue: 'water' } } };
         answer(question.number, given[question.question] ?? GOOD[question.question]);`,
        `import { appendFileSync } from 'node:fs';
         createInterface({ input: process.stdin }).on('line', (line) => appendFileSync(${JSON.stringify(file)}, line + '\\n'));`,
      ),
      5000,
    );
    // What exactly is asked for and drafted changes with the rules; the words of the protocol do not.
    const heard = new Set(readFileSync(file, 'utf8').trim().split('\n').flatMap(shapesOf));
    const said = example.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
    expect(said.length).toBeGreaterThan(3);
    for (const shape of said.flatMap(shapesOf)) expect(heard).toContain(shape);
  });

  test('names every reason, every limit and every field of a message', async () => {
    for (const reason of LOSSES) expect(doc).toContain(`| \`${reason}\` |`);
    expect(doc).toContain(
      `${LIMITS.bytes / 1024} KiB, more than ${LIMITS.lines} lines, or a line of more than ${LIMITS.line / 1024} KiB`,
    );
    const file = join(folder(), 'heard.jsonl');
    const command = script(
      'answer(question.number, question.round === 1 ? GOOD.stay : GOOD[question.question]);',
      `import { appendFileSync } from 'node:fs';
       createInterface({ input: process.stdin }).on('line', (line) => appendFileSync(${JSON.stringify(file)}, line + '\\n'));`,
    );
    await played(command, 5000, 'moscow-class', 'moscow');
    const kinds = new Set<string>();
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const message = JSON.parse(line) as Record<string, unknown>;
      kinds.add(String(message['type']));
      for (const name of fieldsOf(message)) expect(doc, name).toMatch(new RegExp(`\`(own\\.)?${name}\``));
    }
    expect([...kinds].sort()).toEqual(['end', 'facts', 'hello', 'lost', 'question']);
  });
});

/** The shape of a message, or of each of its facts: the names of its fields, and what is in them. */
function shapesOf(line: string): readonly string[] {
  const message = JSON.parse(line) as { type: string; facts?: readonly unknown[] };
  return (message.facts ?? [message]).map((one) => `${(one as { type: string }).type} ${shapeOf(one)}`);
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return '[]';
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}: ${shapeOf(inner)}`)
    .join(', ')}}`;
}

/** The names of fields that the protocol gives: not ids, and not what is inside of facts. */
function fieldsOf(message: Record<string, unknown>): readonly string[] {
  const open = new Set(['own', 'choices', 'scenario', 'conference', 'chair', 'rule']);
  return Object.entries(message).flatMap(([name, value]) => {
    if (name === 'type') return [];
    const inside = open.has(name) ? fieldsOf(value as Record<string, unknown>) : [];
    const listed =
      Array.isArray(value) && name !== 'facts' && typeof value[0] === 'object'
        ? fieldsOf(value[0] as Record<string, unknown>)
        : [];
    return [...(name === 'own' ? [] : [name]), ...inside, ...listed];
  });
}

describe('parley run --seat', () => {
  const python = spawnSync('python3', ['--version']).status === 0;

  test.skipIf(!python)('plays the example in Python (skipped where there is no python3)', () => {
    const file = join(folder(), 'r.jsonl');
    const seat = 'lower=program:python3 examples/seats/steady.py';
    const ran = parley(['run', 'two-valleys', '--seed', '1', '--seat', seat, '--record', file]);
    expect(ran.code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toMatch(/seat.held[^}]*reason/);
    expect(parley(['verify', file]).stdout).toMatch(/verified: \d+ facts/);
  });

  test('plays the example in TypeScript, and the record verifies', () => {
    const file = join(folder(), 'r.jsonl');
    const seat = `upper=program:${NODE} examples/seats/patient.ts`;
    const ran = parley(['run', 'two-valleys', '--seed', '1', '--seat', seat, '--record', file]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Reading');
    const record = readFileSync(file, 'utf8');
    expect(record).toContain('"holder":"program"');
    expect(record).not.toContain('"holder":"rule"');
    expect(parley(['verify', file]).stdout).toMatch(/verified: \d+ facts/);
  });

  test('records lost turns so that the record still verifies', () => {
    const file = join(folder(), 'r.jsonl');
    const command = script(
      "if (question.round === 2) say('what?\\n'); else answer(question.number, GOOD[question.question]);",
    );
    const ran = parley(['play', 'two-valleys', '--seed', '1', '--seat', `upper=program:${command}`, '--record', file]);
    expect(ran.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"holder":"rule","reason":"not-json"');
    expect(parley(['verify', file]).code).toBe(0);
  });

  test('leaves nothing running that a program has started', () => {
    const file = join(folder(), 'pid');
    const command = script(
      'answer(question.number, GOOD[question.question]);',
      `import { spawn } from 'node:child_process'; import { writeFileSync } from 'node:fs';
       const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 100000)'], { stdio: 'ignore' });
       writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid);`,
    );
    expect(parley(['run', 'two-valleys', '--seed', '1', '--seat', `upper=program:${command}`]).code).toBe(0);
    for (const pid of readFileSync(file, 'utf8').split(' ')) expect(isRunning(pid), pid).toBe(false);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('obeys %s, ends the programs and writes what there is', async (signal) => {
    const dir = folder();
    const [pid, record] = [join(dir, 'pid'), join(dir, 'r.jsonl')];
    const command = script(
      'if (question.round === 1) answer(question.number, GOOD[question.question]); else writeFileSync(PID, String(process.pid));',
      `import { writeFileSync } from 'node:fs'; const PID = ${JSON.stringify(pid)};`,
    );
    const args = ['dist/cli/parley.js', 'run', 'two-valleys', '--seed', '1', '--seat', `upper=program:${command}`];
    const ran = spawn(NODE, [...args, '--seat-timeout', '60', '--record', record], { stdio: 'ignore' });
    await until(() => existsSync(pid) && readFileSync(pid, 'utf8') !== '');
    ran.kill(signal);
    const [code, by] = (await once(ran, 'exit')) as [number | null, string | null];
    expect([code, by]).toEqual(signal === 'SIGINT' ? [130, null] : [null, signal]);
    expect(isRunning(readFileSync(pid, 'utf8'))).toBe(false);
    expect(parley(['verify', record]).stderr).toContain('its conference had not ended');
  });

  test.each([
    [['run', 'two-valleys', '--seat', 'lower=python3'], /--seat expects PARTY=program:CMD/],
    [['run', 'two-valleys', '--seat', 'lowr=program:x'], /has no party lowr; did you mean .lower/],
    [['play', 'two-valleys', '--as', 'lower', '--seat', 'lower=program:x'], /not both/],
    [['play', 'two-valleys', '--as', 'lower,lower'], /twice/],
    [['play', 'two-valleys'], /say whom you decide for[^]*upper +Upper valley/],
    [['play', 'two-valleys', '--as', 'lower'], /need a terminal/],
  ])('says what is wrong with %j', (args, message) => {
    const ran = parley(args);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(message);
  });
});
