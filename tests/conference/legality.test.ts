import { describe, expect, test } from 'vitest';
import { objectionTo } from '../../src/conference/legality.ts';
import type { CaucusAct } from '../../src/model/question.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { settingFor, worldFor } from '../rules/setting.ts';

const setting = settingFor({
  issues: { land: 2 },
  parties: { a: { budget: 0.1 }, b: {}, c: { signatory: false }, d: {}, e: {} },
  relations: { 'a>b': {}, 'a>c': { channel: 'back' }, 'a>d': { channel: 'none' } },
});
const world = worldFor(setting, {
  votes: { b: ['below-target', 'land'], c: ['below-target', 'land'] },
  relations: { 'a>b': { promise: { gain: 0.048, cost: 0.06 } } },
});

describe('what a seat may do in the corridor', () => {
  const why = (...acts: CaucusAct[]) =>
    objectionTo(
      setting,
      { number: 1, type: 'caucus', party: 0, id: 'a', round: 1, view: viewOf(setting, world, 0) },
      { type: 'caucus', acts },
    );
  const promise = (on: string, cost: number): CaucusAct => ({ act: 'promise', on, cost });

  test.each<[string, CaucusAct[], string | undefined]>([
    ['nothing', [], undefined],
    [
      'several things to one',
      ['press', 'reassure', 'warn', 'leak'].map((act) => ({ act, on: 'c' }) as CaucusAct),
      undefined,
    ],
    ['the same to several', ['b', 'c'].map((on) => ({ act: 'warn', on }) as const), undefined],
    ['not the same twice', ['b', 'b'].map((on) => ({ act: 'warn', on }) as const), 'warn b twice in one round'],
    ['not two promises to one', [promise('c', 0.01), promise('c', 0.02)], 'promise c twice in one round'],
    ['not without a channel', [{ act: 'warn', on: 'd' }], 'no channel to d'],
    ['not without a relation', [{ act: 'warn', on: 'e' }], 'no channel to e'],
    ['not to one that does not exist', [{ act: 'warn', on: 'nobody' }], 'no channel to nobody'],
    ['signatories do not press', [{ act: 'press', on: 'b' }], 'signatories bargain; they do not press each other'],
    ['only secrets leak', [{ act: 'leak', on: 'b' }], 'the channel to b is no secret'],
    ['promise all it has, the last promise replaced', [promise('b', 0.1)], undefined],
    ['take part of it back', [promise('b', 0.01), promise('c', 0.09)], undefined],
    ['not more than it has', [promise('b', 0.11)], 'promises of 0.11 exceed the budget of 0.10'],
    ['what stands counts', [promise('c', 0.05)], 'promises of 0.11 exceed the budget of 0.10'],
    ['no gift that costs less than nothing', [promise('c', -0.1)], 'a promise costs from 0 to 1'],
    ['nor one that costs no number', [promise('c', Number.NaN)], 'a promise costs from 0 to 1'],
  ])('%s', (_, acts, expected) => {
    expect(why(...acts)).toBe(expected);
  });
});
