import { chanceOf } from '../src/chance/chance.ts';
import type { Ending } from '../src/model/ending.ts';
import type { Text } from '../src/model/text.ts';
import { decideAttendance } from '../src/rules/attendance.ts';
import { chooseActs, partiesInCaucus, type Act } from '../src/rules/caucus.ts';
import { afterCaucus, afterLeak } from '../src/rules/corridor.ts';
import { draftChanges } from '../src/rules/drafting.ts';
import { absentSignatories, isAgreed, isCommunique } from '../src/rules/endings.ts';
import { afterPoll } from '../src/rules/learning.ts';
import { afterStrain, decideStay } from '../src/rules/leaving.ts';
import { decideVote } from '../src/rules/polling.ts';
import { proposalOf } from '../src/rules/proposal.ts';
import { durabilityOf, isRatified } from '../src/rules/ratification.ts';
import { afterEvents, afterRecess, eventsOf, leakedBy } from '../src/rules/recess.ts';
import {
  afterAmendments,
  afterAttendance,
  afterDepartures,
  afterDraft,
  afterOpening,
  afterVotes,
  polledParties,
} from '../src/rules/round.ts';
import type { Setting } from '../src/rules/setting.ts';
import { chairViewOf, viewOf } from '../src/rules/visibility.ts';
import { worldAtStart, type Vote } from '../src/rules/world.ts';

export const PHASES = ['coming', 'proposing', 'caucus', 'drafting', 'polling', 'leaving', 'recess', 'ending'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * One conference by the rules alone: the same decisions in the same order as the charts make, without charts, messages,
 * seats or facts. What a hand-written simulation would do. `done` is told when a phase is over.
 */
export function playRules(setting: Setting, seed: string, done: (phase: Phase) => void = () => {}): Ending {
  const chance = chanceOf(seed);
  let world = worldAtStart(setting);
  const { parties } = setting;

  const grades = parties.map(
    ({ grade, index }) => grade ?? decideAttendance(setting, viewOf(setting, world, index), chance).grade,
  );
  world = afterAttendance(world, grades);
  const missing = absentSignatories(setting, world).length > 0;
  done('coming');
  if (missing) return 'no-conference';

  for (;;) {
    world = afterOpening(setting, world, chance);
    const proposals: (Text | undefined)[] = parties.map(() => undefined);
    for (const i of polledParties(world)) proposals[i] = proposalOf(setting, viewOf(setting, world, i));
    world = afterAmendments(setting, world, proposals);
    done('proposing');

    const acts: Act[] = [];
    for (const i of partiesInCaucus(setting, world)) acts.push(...chooseActs(setting, viewOf(setting, world, i)));
    ({ world } = afterCaucus(setting, world, acts, chance));
    done('caucus');

    world = afterDraft(world, draftChanges(setting, chairViewOf(setting, world), chance));
    done('drafting');

    const votes: (Vote | undefined)[] = parties.map(() => undefined);
    for (const i of polledParties(world)) votes[i] = decideVote(setting, viewOf(setting, world, i), chance);
    world = afterStrain(setting, afterPoll(setting, afterVotes(world, votes), chance));
    const agreed = isAgreed(setting, world);
    done('polling');
    if (agreed) {
      for (const i of setting.signatories) if (parties[i]!.home > 0) isRatified(setting, world, i, chance);
      durabilityOf(setting, world);
      done('ending');
      return 'agreement';
    }

    const left: number[] = [];
    votes.forEach((vote, i) => {
      if (vote?.accepts !== false || i === setting.chair.party) return;
      if (!decideStay(setting, viewOf(setting, world, i), chance)) left.push(i);
    });
    world = afterDepartures(setting, world, left);
    done('leaving');
    if (left.some((i) => parties[i]!.signatory)) return 'collapse';
    if (world.public.round >= setting.rounds) {
      const communique = isCommunique(setting, world);
      done('ending');
      return communique ? 'communique' : setting.consultations ? 'consultations' : 'collapse';
    }

    const events = eventsOf(setting, world, chance);
    const leaks = leakedBy(setting, world, events);
    world = afterEvents(setting, afterRecess(setting, world, left), events);
    for (const relation of leaks) world = afterLeak(setting, world, relation);
    done('recess');
  }
}
