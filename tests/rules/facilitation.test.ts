import { describe, expect, it } from 'vitest';
import { facilitate } from '../../src/rules/facilitation.ts';
import { chairViewOf } from '../../src/rules/visibility.ts';
import { settingFor, worldFor, type Scene, type Sketch } from './setting.ts';

/** What the chair changes, as `issue option`. */
function changes(sketch: Sketch, scene: Scene): string[] {
  const setting = settingFor(sketch);
  return facilitate(setting, chairViewOf(setting, worldFor(setting, scene))).map(
    ({ issue, option }) => `${setting.issues[issue]!.id} ${option}`,
  );
}

// Two who must sign, of leverage ½, and two who need not, of leverage .4 and .3: weights 1.5, 1.5, .4, .3.
const parties: Sketch['parties'] = {
  anna: { leverage: 0.5 },
  bela: { leverage: 0.5 },
  cora: { leverage: 0.4, signatory: false },
  dora: { leverage: 0.3, signatory: false },
};

describe('on each issue the weighted median of what is asked, signatories three times', () => {
  const land: Sketch = { issues: { land: { options: 4, opening: 0 } }, parties };

  it.each<[string, Scene['proposals'], number, string[]]>([
    ['one outsider tips the balance between two signatories', { anna: [0], bela: [3], cora: [2] }, 0, ['land 2']],
    ['an outsider that asks for no change is not counted', { anna: [0], bela: [3], cora: [0] }, 0, []],
    ['so that the text stands between two equal signatories', { anna: [0], bela: [3] }, 1, []],
    ['a signatory that asks for no change is counted', { anna: [0], cora: [3], dora: [3] }, 0, []],
    ['outsiders alone move the text where no signatory speaks', { cora: [3], dora: [1] }, 0, ['land 3']],
    ['all ask for the same', { anna: [2], bela: [2] }, 0, ['land 2']],
    ['nobody asks', {}, 0, []],
  ])('%s', (_, proposals, inText, expected) => {
    expect(changes(land, { text: [inText], ...(proposals && { proposals }) })).toEqual(expected);
  });

  it.each<[string, Scene['votes'], string[]]>([
    ['refused it', { anna: ['below-target', 'land'] }, []],
    ['accepted it: those who cannot live with it are heard', { anna: 'accepts' }, ['land 3']],
  ])(
    'a signatory that asks for no change stands by the text unless it accepted it as a whole: %s',
    (_, votes, expected) => {
      expect(changes(land, { text: [0], proposals: { anna: [0], bela: [3] }, votes: votes! })).toEqual(expected);
    },
  );

  it('one that accepted the text and amends it all the same is counted where it amends', () => {
    const scene: Scene = { text: [0], proposals: { anna: [1], bela: [3] }, votes: { anna: 'accepts' } };
    expect(changes(land, scene)).toEqual(['land 1']);
  });

  it('one who has left is not counted', () => {
    const scene: Scene = { text: [0], proposals: { anna: [0], bela: [3], cora: [2] }, grades: { cora: 'absent' } };
    expect(changes(land, scene)).toEqual([]);
  });

  it('says that it took the median', () => {
    const setting = settingFor(land);
    const view = chairViewOf(setting, worldFor(setting, { text: [0], proposals: { anna: [2], bela: [2] } }));
    expect(facilitate(setting, view)).toEqual([{ issue: 0, option: 2, reason: 'median' }]);
  });
});

it('where options have no order, it takes what most ask for, and says so', () => {
  const setting = settingFor({ issues: { venue: { options: 3, ordered: false, opening: 0 } }, parties });
  const ask = (proposals: Scene['proposals']) =>
    facilitate(setting, chairViewOf(setting, worldFor(setting, { text: [0], ...(proposals && { proposals }) })));
  expect(ask({ anna: [2], bela: [0], cora: [2] })).toEqual([{ issue: 0, option: 2, reason: 'plurality' }]);
  // Even: the text stands.
  expect(ask({ anna: [2], bela: [0] })).toEqual([]);
  expect(ask({ anna: [1], bela: [2], cora: [1], dora: [2] })).toEqual([{ issue: 0, option: 1, reason: 'plurality' }]);
  // 1.5, .4 and 1.8: the middle one is nobody’s second choice here.
  expect(ask({ anna: [0], bela: [2], cora: [1], dora: [2] })).toEqual([{ issue: 0, option: 2, reason: 'plurality' }]);
});

describe('it changes no more issues than its pace, those with most weight behind the change first', () => {
  const three = (pace: number): Sketch => ({
    issues: { army: 3, border: 3, court: 3 },
    parties,
    chair: { pace },
  });
  // Army: bela, cora and dora (2.2); border: both signatories (3); court: all (3.7). Anna likes the army as it is.
  const proposals = { anna: [0, 1, 1], bela: [1, 1, 1], cora: [2, 0, 1], dora: [1, 0, 1] };

  it.each([
    [1, ['court 1']],
    [2, ['court 1', 'border 1']],
    [3, ['court 1', 'border 1', 'army 1']],
    [9, ['court 1', 'border 1', 'army 1']],
  ])('pace %d', (pace, expected) => {
    expect(changes(three(pace), { text: [0, 0, 0], proposals })).toEqual(expected);
  });

  it('the weight behind a change is that of all who want to go that way, not only of those who name that option', () => {
    // Army: 3 ask for option 1. Border: 3.4 ask to leave 0, 1.9 of them for more than the median.
    const asked = { anna: [1, 1, 0], bela: [1, 2, 0], cora: [0, 2, 0] };
    expect(changes(three(1), { text: [0, 0, 0], proposals: asked })).toEqual(['border 2']);
  });

  it('of two with equal weight behind them the first in id order', () => {
    expect(changes(three(1), { text: [0, 0, 0], proposals: { anna: [0, 1, 1], bela: [0, 1, 1] } })).toEqual([
      'border 1',
    ]);
  });

  it('equal weight is equal also where it is 0.3 against 0.1 + 0.2', () => {
    const sketch: Sketch = {
      issues: { army: 2, border: 2 },
      parties: {
        anna: { leverage: 0 },
        bela: { leverage: 0.3, signatory: false },
        cora: { leverage: 0.1, signatory: false },
        dora: { leverage: 0.2, signatory: false },
      },
    };
    const asked = { bela: [1, 0], cora: [0, 1], dora: [0, 1] };
    expect(changes(sketch, { text: [0, 0], proposals: asked })).toEqual(['army 1']);
  });
});

describe('an option struck for a red line is not proposed again', () => {
  const land: Sketch = { issues: { land: { options: 4, opening: 0 } }, parties };
  const all = (option: number) => ({ anna: [option], bela: [option] });

  it.each<[string, number, number, number[], string[]]>([
    ['the nearest that is open, towards the text', 0, 2, [2], ['land 1']],
    ['away from the text where that is nearer', 0, 2, [1, 2], ['land 3']],
    ['the text stands where nothing else is open on the way', 0, 1, [1], []],
    ['a struck option in the text is given up, though all ask for it', 1, 1, [1], ['land 0']],
    ['for the next one that is open', 1, 1, [0, 1], ['land 2']],
    ['where all but the text are struck, the text stands', 0, 3, [1, 2, 3], []],
  ])('%s', (_, inText, asked, struck, expected) => {
    const scene: Scene = { text: [inText], proposals: all(asked), struck: struck.map((o) => ['land', o] as const) };
    expect(changes(land, scene)).toEqual(expected);
  });

  it('giving up a struck option has all weight behind it, also of those who would go the other way', () => {
    const sketch: Sketch = { issues: { army: 3, border: 3 }, parties };
    // Another army has anna and cora behind it (1.9). The border as it stands was struck: anna would go back (1.5) and
    // bela on (1.5), and the lower of the two medians is taken.
    const proposals = { anna: [1, 0], cora: [1, 1], bela: [0, 2] };
    expect(changes(sketch, { text: [0, 1], proposals, struck: [['border', 1]] })).toEqual(['border 0']);
  });

  it.each([true, false])('where every option was struck, the text stands (ordered: %s)', (ordered) => {
    const sketch: Sketch = { issues: { land: { options: 3, ordered, opening: 0 } }, parties };
    const struck = [0, 1, 2].map((o) => ['land', o] as const);
    expect(changes(sketch, { text: [1], proposals: all(2), struck })).toEqual([]);
  });
});
