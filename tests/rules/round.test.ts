import { describe, expect, it } from 'vitest';
import { withChanges } from '../../src/rules/draft-change.ts';
import {
  afterAmendments,
  afterAttendance,
  afterDepartures,
  afterDraft,
  afterOpening,
  afterVotes,
  polledParties,
} from '../../src/rules/round.ts';
import { settingFor, untouched, worldFor } from './setting.ts';

/** Three issues; the opening text holds option 1 of each. */
const issue = { options: 3, opening: 1 };
const setting = settingFor({
  issues: { army: issue, border: issue, court: issue },
  parties: { a: {}, b: {}, c: { signatory: false, attendance: 'declined' } },
});

describe('a new round', () => {
  it('has the next number, and everybody settles what it holds out for', () => {
    const world = afterOpening(
      setting,
      worldFor(setting, { round: 2, states: { a: { target: 0.45 }, b: { target: 1 } } }),
      untouched,
    );
    expect(world.public.round).toBe(3);
    // Walk-away .4, nothing conceded: what a held out for is less than its target by the clock, and stands.
    expect(world.parties[0]!.target).toBe(0.45);
    expect(world.parties[1]!.target).toBeLessThan(1);
  });
});

describe('amendments', () => {
  const opening = worldFor(setting, { round: 1 });
  const first = afterAmendments(setting, opening, [[1, 2, 1], [1, 1, 1], undefined]);

  it('are remembered by issue: what was asked for, and how often', () => {
    expect(first.room.asked).toEqual([
      [1, 2, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(first.room.mentions).toEqual([
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(first.room.proposals).toEqual([[1, 2, 1], [1, 1, 1], undefined]);
  });

  it('what a party asked for first stays so, and what it asked for last holds until it asks for something else', () => {
    // The text has come half-way in the meantime: border at 2. a now wants another army; b wants the border back.
    const moved = { ...first, public: { ...first.public, text: [1, 2, 1] } };
    const second = afterAmendments(setting, moved, [[0, 2, 1], [1, 0, 1], undefined]);
    expect(second.room.first).toEqual([[1, 2, 1], [1, 1, 1], undefined]);
    expect(second.room.proposals).toEqual([[0, 2, 1], [1, 0, 1], undefined]);
    expect(second.room.asked).toEqual([
      [0, 2, 1],
      [1, 0, 1],
      [1, 1, 1],
    ]);
    expect(second.room.mentions).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});

describe('a draft', () => {
  it('is a new version of the text', () => {
    const world = afterDraft(worldFor(setting), [
      { issue: 0, option: 2, reason: 'median' },
      { issue: 2, option: 0, reason: 'median' },
    ]);
    expect(world.public).toMatchObject({ text: [2, 1, 0], version: 2 });
  });

  it('that changes nothing is none', () => {
    const world = worldFor(setting);
    expect(afterDraft(world, [])).toBe(world);
  });

  it('leaves the text that it starts from as it was', () => {
    const text = Object.freeze([1, 1, 1]);
    expect(withChanges(text, [{ issue: 1, option: 0, reason: 'nash' }])).toEqual([1, 0, 1]);
    expect(text).toEqual([1, 1, 1]);
  });
});

describe('coming and going', () => {
  it('those are polled who came, with a mandate or without', () => {
    const world = afterAttendance(worldFor(setting), ['official', 'unofficial', 'observer']);
    expect(polledParties(world)).toEqual([0, 1]);
  });

  it('one that leaves is absent from then on, and what it had tabled goes with it', () => {
    const before = worldFor(setting, { proposals: { a: [0, 1, 1], b: [2, 1, 1] } });
    const after = afterDepartures(setting, before, [1]);
    expect(after.public.grades).toEqual(['official', 'absent', 'absent']);
    expect(after.room.proposals).toEqual([[0, 1, 1], undefined, undefined]);
    expect(after.room.first[1]).toEqual([2, 1, 1]);
    expect(polledParties(after)).toEqual([0]);
    expect(before.public.grades[1]).toBe('official');
  });

  it('nobody leaving changes nothing', () => {
    const world = worldFor(setting);
    expect(afterDepartures(setting, world, [])).toBe(world);
  });
});

it('a poll replaces the last one', () => {
  const world = worldFor(setting, { votes: { a: 'accepts', b: 'accepts' } });
  expect(afterVotes(world, [undefined, { accepts: true }, undefined]).public.votes).toEqual([
    undefined,
    { accepts: true },
    undefined,
  ]);
});
