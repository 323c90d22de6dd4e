import type { Fact } from '../model/fact.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Disagreement } from './analysis.ts';
import { concessionsOf, type PartyConcessions } from './concessions.ts';
import { courseOfTexts, type CourseOfTexts } from './course-of-texts.ts';
import { influenceOf, type InfluenceLedger } from './influence.ts';
import { landmarksOf, type Effort, type Landmarks } from './landmarks.ts';

/** Everything that `analyse` says of a record. */
export interface RecordAnalysis extends CourseOfTexts {
  readonly landmarks: Landmarks;
  readonly concessions: readonly PartyConcessions[];
  readonly influence: InfluenceLedger;
}

/** Measures a conference from its facts and its scenario, which is as it stands at the end. */
export function recordAnalysisOf(
  scenario: Scenario,
  facts: readonly Fact[],
  kind: Disagreement = 'floor',
  effort?: Effort,
): RecordAnalysis {
  const landmarks = landmarksOf(scenario, kind, effort);
  return {
    landmarks,
    ...courseOfTexts(scenario, facts, landmarks),
    concessions: concessionsOf(scenario, facts),
    influence: influenceOf(scenario, facts),
  };
}
