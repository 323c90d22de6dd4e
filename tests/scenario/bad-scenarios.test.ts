import { describe, expect, test } from 'vitest';
import { edited, placesOf, problemsOf, MILL, written } from './written.ts';

type Row = readonly [what: string, passage: string, replacement: string, place: string, message: string, hint?: string];

const HINT_NUMBER =
  'write { value: …, range: [low, high], basis: "assumption: why" }, or give the section a default basis';
const SOURCE = 'sources: { article: { citation: an article, paragraphs: { 1: one, 2: two, 4: four } } }\nissues:';
const PAIN = '    pain: { value: 0.02, range: [0, 0.05] }';
const WATER = '{ ideal: { value: 1, range: [0.8, 1] }, salience: 8, redLine: { never: [trickle] } }';
const cited = (basis: string) => `    pain: { value: 0.02, basis: "${basis}" }`;

// prettier-ignore
const SHAPE: readonly Row[] = [
  ['an unknown key', '  rounds: 6', '  rouns: 6', '14:3', 'conference: unknown key "rouns"', 'did you mean "rounds"?'],
  ['an unknown key deep down', 'salience: 8', 'salince: 8', '53:54', 'parties.lower.stances.water: unknown key "salince"', 'did you mean "salience"?'],
  ['an unknown key at the top', 'relations:', 'relation:', '77:1', 'unknown key "relation"', 'did you mean "relations"?'],
  ['an unknown key of a number', '{ value: 0.02, range:', '{ value: 0.02, rnage:', '45:26', 'parties.lower.pain: unknown key "rnage"', 'did you mean "range"?'],
  ['an unknown key with a name of the language', '  rounds: 6', '  rounds: 6\n  constructor: 1', '15:3', 'conference: unknown key "constructor"'],
  ['a merge key', '  rounds: 6', '  rounds: 6\n  <<: 1', '15:3', 'conference: unknown key "<<"', 'merge keys are not part of YAML 1.2: use `extends`, or write the values out'],
  ['a missing field', '    leverage: 0.5\n', '', '40:3', 'parties.lower: leverage is missing'],
  ['a number where a text belongs', 'place: The mill at the bridge', 'place: 1984', '10:10', 'conference.place: 1984 where a text is expected', 'put it in quotes: "1984"'],
  ['an empty text', 'place: The mill at the bridge', 'place: ""', '10:10', 'conference.place: may not be empty'],
  ['nothing where a text belongs', 'place: The mill at the bridge', 'place:', '10:3', 'conference.place: nothing where a text is expected', 'null takes away what the base has, and it has nothing here'],
  ['yes for true', 'consultations: true', 'consultations: yes', '17:18', 'conference.consultations: "yes" where true or false is expected', 'write true'],
  ['a list where a map belongs', 'rule: { allBut: 0 }', 'rule: [0]', '18:9', 'conference.rule: a list of 1 where a map is expected'],
  ['a text where a list belongs', '{ never: [trickle] }', '{ never: trickle }', '53:85', 'parties.lower.stances.water.redLine.never: "trickle" where a list is expected', 'write [trickle]'],
  ['a choice that is none', 'style: facilitation', 'style: formulaton', '13:37', 'conference.chair.style: "formulaton" is none of the choices', 'did you mean "formulation"?'],
  ['an id with capitals', '  water:\n    name', '  Summer Water:\n    name', '21:3', 'issues: "Summer Water" is not an id', 'write summer-water'],
  ['a party called basis', '  lower:\n    name', '  basis:\n    name', '40:3', 'parties: "basis" cannot be an id here: the word has a meaning of its own', 'choose another'],
];

// prettier-ignore
const NUMBERS: readonly Row[] = [
  ['a number without a basis', 'basis: "invented: a teaching case"\n\nconference:', 'conference:\n  basis: "invented: a teaching case"\n', '45:5', 'parties.lower.pain: a number without a basis', HINT_NUMBER],
  ['a word that is none', 'expectation: likely', 'expectation: probable', '46:18', 'parties.lower.expectation: not a number'],
  ['a misspelt word', 'expectation: roughly even', 'expectation: rougly even', '64:18', 'parties.upper.expectation: not a number', 'did you mean "roughly even"?'],
  ['a word for what is no share', 'patience: 3', 'patience: likely', '48:15', 'parties.lower.patience: a word of likelihood stands only for a number from 0 to 1'],
  ['a percentage', 'optimism: 0.6', 'optimism: 60%', '47:15', 'parties.lower.optimism: not a number', 'write 0.6, without quotes'],
  ['a number in quotes', 'optimism: 0.6', 'optimism: "0.6"', '47:15', 'parties.lower.optimism: not a number', 'write 0.6, without quotes'],
  ['a number out of bounds', 'salience: 8', 'salience: 11', '53:64', 'parties.lower.stances.water.salience: 11 is out of bounds'],
  ['a β of nothing', 'beta: { value: 0.8, range: [0.3, 2] }', 'beta: 0', '51:21', 'parties.lower.tactic.beta: 0 is out of bounds'],
  ['half a round', 'rounds: 6', 'rounds: 6.5', '14:11', 'conference.rounds: 6.5 is not a whole number'],
  ['no number at all', 'optimism: 0.6', 'optimism: .nan', '47:15', 'parties.lower.optimism: NaN is not a number to reckon with'],
  ['a range upside down', 'range: [0, 0.05]', 'range: [0.05, 0]', '45:33', 'parties.lower.pain.range: the range is upside down', 'did you mean [0, 0.05]?'],
  ['a value outside its range', 'range: [0, 0.05]', 'range: [0.03, 0.05]', '45:20', 'parties.lower.pain.value: the value 0.02 lies outside its range'],
  ['a range out of bounds', 'range: [0, 0.05]', 'range: [-1, 0.05]', '45:33', 'parties.lower.pain.range: the range reaches out of bounds with -1'],
  ['a range of one', 'range: [0, 0.05]', 'range: [0]', '45:33', 'parties.lower.pain.range: a range is a list of two numbers'],
  ['a map without value', '{ value: 0.02, range: [0, 0.05] }', '{ range: [0, 0.05] }', '45:5', 'parties.lower.pain: has no value'],
];

// prettier-ignore
const BASES: readonly Row[] = [
  ['a paragraph that the source does not have', PAIN, cited('article ¶3: why'), '46:33', 'parties.lower.pain.basis: article has no ¶3'],
  ['a paragraph within a span', PAIN, cited('source article ¶1–2 ¶2-4: why'), '46:33', 'parties.lower.pain.basis: article has no ¶3'],
  ['a source that does not exist', PAIN, cited('source artcle ¶1: why'), '46:33', 'parties.lower.pain.basis: there is no source "artcle"', 'did you mean "article"?'],
  ['a source without a paragraph', PAIN, cited('source article: why'), '46:33', 'parties.lower.pain.basis: names no paragraph of article'],
  ['a source without a reason', PAIN, cited('source article ¶1'), '46:33', 'parties.lower.pain.basis: a basis gives its reason'],
  ['an assumption without a reason', PAIN, cited('assumption:'), '46:33', 'parties.lower.pain.basis: a basis gives its reason'],
  ['a span that runs backwards', PAIN, cited('article ¶4–1: why'), '46:33', 'parties.lower.pain.basis: ¶4–1 runs backwards', 'write ¶1–4'],
  ['a kind of basis that is none', PAIN, cited('asumption: why'), '46:33', 'parties.lower.pain.basis: this is no basis', 'did you mean "assumption"?'],
  ['an empty basis', PAIN, cited(''), '46:33', 'parties.lower.pain.basis: this is no basis'],
];

// prettier-ignore
const MEANING: readonly Row[] = [
  ['a chair that does not exist', '{ name: the miller', '{ party: uper, name: the miller', '13:19', 'conference.chair.party: "uper" is not a party of this scenario', 'did you mean "upper"?'],
  ['a host that does not exist', '  host: The miller', '  hostParty: miller\n  host: The miller', '12:14', 'conference.hostParty: "miller" is not a party of this scenario'],
  ['a veto that does not exist', '{ allBut: 0 }', '{ allBut: 0, vetoes: [lower, lowr] }', '18:38', 'conference.rule.vetoes.1: "lowr" is not a party of this scenario', 'did you mean "lower"?'],
  ['two rules at once', '{ allBut: 0 }', '{ allBut: 0, quorum: 1 }', '18:3', 'conference.rule: quorum and allBut exclude each other'],
  ['no rule', '{ allBut: 0 }', '{ vetoes: [] }', '18:3', 'conference.rule: says not how many of the other parties must accept', 'allBut: 0 asks for all of them, quorum: 0 for none'],
  ['a status quo that does not exist', 'statusQuo: trickle', 'statusQuo: trikle', '29:16', 'issues.water.statusQuo: "trikle" is not an option of water', 'did you mean "trickle"?'],
  ['an opening that does not exist', 'statusQuo: upper', 'statusQuo: upper\n    opening: joint', '38:14', 'issues.upkeep.opening: "joint" is not an option of upkeep'],
  ['positions for some options only', '{ name: half, meaning', '{ position: 0.5, name: half, meaning', '25:7', 'issues.water.options.trickle: has no position, while others of this issue have one'],
  ['a stance on an issue that does not exist', '      upkeep: { ideal: 0, salience: 3 }', '      upkeep: { ideal: 0, salience: 3 }\n      watr: { ideal: 0, salience: 3 }', '55:7', 'parties.lower.stances: "watr" is not an issue of this scenario', 'did you mean "water"?'],
  ['no stance on an issue', '      upkeep: { ideal: 0, salience: 3 }\n', '', '52:5', 'parties.lower.stances: lower has no stance on upkeep', 'salience: 0 says that an issue does not matter to it'],
  ['neither ideal nor values', '{ ideal: 0, salience: 3 }', '{ salience: 3 }', '54:7', 'parties.lower.stances.upkeep: wants nothing'],
  ['both ideal and values', '{ ideal: 0, salience: 3 }', '{ ideal: 0, values: { upper: 1, shared: 0, lower: 0 }, salience: 3 }', '54:7', 'parties.lower.stances.upkeep: ideal and values exclude each other'],
  ['a value too few', '{ ideal: 0, salience: 3 }', '{ values: { upper: 1 }, salience: 3 }', '54:17', 'parties.lower.stances.upkeep.values: no value for shared and lower'],
  ['an ideal where there is no order', '    about: Who mends the dam.', '    about: Who mends the dam.\n    ordered: false', '55:24', 'parties.lower.stances.upkeep.ideal: upkeep is not ordered, so that nothing lies at 0 on it'],
  ['a red line that forbids every option', 'never: [trickle]', 'never: [trickle, third, half, most]', '53:67', 'parties.lower.stances.water.redLine: the red line forbids every option of water', 'leave at least one that it could sign'],
  ['bounds that forbid every option', 'never: [trickle]', 'atLeast: 0.7, atMost: 0.9', '53:67', 'parties.lower.stances.water.redLine: the red line forbids every option of water', 'leave at least one that it could sign'],
  ['a red line that forbids nothing', 'never: [trickle]', 'never: []', '53:67', 'parties.lower.stances.water.redLine: the red line forbids nothing'],
  ['a red line over an option that does not exist', 'never: [trickle]', 'never: [trickel]', '53:86', 'parties.lower.stances.water.redLine.never.0: "trickel" is not an option of water', 'did you mean "trickle"?'],
  ['a relation to a stranger', '  lower:\n    upper: { inf', '  lower:\n    uper: { inf', '79:5', 'relations.lower: "uper" is not a party of this scenario', 'did you mean "upper"?'],
  ['a relation from a stranger', '  upper:\n    lower: { inf', '  valley:\n    lower: { inf', '80:3', 'relations: "valley" is not a party of this scenario'],
  ['a relation to oneself', '  lower:\n    upper: { inf', '  lower:\n    lower: { inf', '79:5', 'relations.lower: lower cannot have a relation to itself', 'take it away'],
];

describe.each([
  ['its shape', SHAPE],
  ['its numbers', NUMBERS],
  ['what its numbers rest on', BASES],
  ['its meaning', MEANING],
])('a scenario is faulted for %s at the line and column of the fault', (_, rows) => {
  test.each(rows.map((row) => ({ what: row[0], row })))('$what', ({ row }) => {
    const [, passage, replacement, place, message, hint] = row;
    const text = edited(...(rows === BASES ? ([['issues:', SOURCE]] as const) : []), [passage, replacement]);
    const problems = problemsOf(written(text));
    const problem = problems.find((one) => one.message === message);
    expect(problems.map((one) => one.message)).toContain(message);
    expect(`${problem!.line}:${problem!.column}`).toBe(place);
    if (hint !== undefined) expect(problem!.hint).toBe(hint);
  });
});

describe('a scenario in which nothing can be decided is refused', () => {
  test('when a party gives every issue a salience of zero', () => {
    const text = edited(
      [WATER, '{ ideal: 1, salience: 0 }'],
      ['{ ideal: 0, salience: 3 }', '{ ideal: 0, salience: 0 }'],
    );
    expect(placesOf(text)).toEqual(['52:5 parties.lower.stances: lower cares about nothing: its weights are all zero']);
  });

  test('when an issue has one option', () => {
    const text = MILL.split('\n')
      .filter((line) => !/^ {6}(third|half|most):/.test(line))
      .join('\n');
    expect(placesOf(text)).toContain('24:5 issues.water.options: an issue needs at least two options');
  });

  test('when there is no issue', () => {
    const text = MILL.replace(/^issues:[^]*?^parties:/m, 'issues: {}\nparties:');
    expect(placesOf(text)).toContain('20:1 issues: there is nothing to settle');
  });

  test('when there is one party', () => {
    const text = MILL.replace(/^ {2}upper:\n {4}name: Upper[^]*/m, '');
    expect(placesOf(text)).toEqual(['39:1 parties: a conference needs at least two parties']);
  });

  test('when nobody has to sign', () => {
    const text = MILL.replaceAll('signatory: true', 'signatory: false');
    expect(placesOf(text)).toEqual(['39:1 parties: nobody has to sign: at least one party must be a signatory']);
  });

  test('when the chair has not accepted to come', () => {
    const text = edited(
      ['{ name: the miller', '{ party: lower, name: the miller'],
      ['attendance: accepted', 'attendance: undecided'],
    );
    expect(placesOf(text)).toEqual(['13:19 conference.chair.party: lower cannot chair: its attendance is undecided']);
  });
});

describe('all that is wrong is said at once', () => {
  test('every section that is missing, at the head of the file', () => {
    expect(placesOf('title: x\n')).toEqual(
      ['about', 'conference', 'issues', 'parties'].map((key) => `1:1 ${key} is missing`),
    );
  });

  test('faults of shape, of numbers and of meaning, in the order of the file', () => {
    const text = edited(
      ['style: facilitation', 'style: facilitate'],
      ['statusQuo: upper', 'statusQuo: uper'],
      ['signatory: true', 'signatory: yes'],
      ['salience: 8', 'salince: 8'],
      ['never: [trickle]', 'never: [trickel]'],
      ['optimism: 0.5', 'optimism: 1.5'],
    );
    expect(placesOf(text).map((place) => place.split(' ')[0])).toEqual([
      '13:37',
      '37:16',
      '42:16',
      '53:54',
      '53:85',
      '65:15',
    ]);
  });

  test('a default basis that is wrong is said once, not for each number that rests on it', () => {
    expect(placesOf(edited(['"invented: a teaching case"', '"invnted: a teaching case"']))).toEqual([
      '7:8 basis: this is no basis',
    ]);
  });
});
