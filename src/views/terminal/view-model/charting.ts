import { courseOfTexts, type PlacedText } from '../../../analysis/course-of-texts.ts';
import { bearingsOf, type Bearings, type Effort } from '../../../analysis/landmarks.ts';
import { compromise, median, type Opinion } from '../../../analysis/opinions.ts';
import type { Fact } from '../../../model/fact.ts';
import type { IssueId, Scenario } from '../../../model/scenario.ts';

/** Where the texts of a conference lie, and what other models forecast for it. */
export interface Charting extends Bearings {
  readonly texts: readonly PlacedText[];
  readonly forecasts: Readonly<Record<'compromise' | 'median', Readonly<Record<IssueId, Opinion>>>>;
}

export function chartingOf(scenario: Scenario, facts: readonly Fact[], effort: Effort): Charting {
  const bearings = bearingsOf(scenario, effort);
  return {
    ...bearings,
    texts: courseOfTexts(scenario, facts, bearings.landmarks).texts,
    forecasts: { compromise: compromise(scenario), median: median(scenario) },
  };
}
