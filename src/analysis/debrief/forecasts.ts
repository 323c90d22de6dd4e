import type { IssueId, OptionId, Scenario } from '../../model/scenario.ts';
import { compromise, expectedUtilityOpinions, median, type Opinion } from '../opinions.ts';
import type { GroupDebrief } from './groups.ts';

/** What other models make of the same stances on one ordered issue, beside what the groups ended with. */
export interface IssueForecast {
  readonly issue: IssueId;
  readonly compromise: Opinion | undefined;
  readonly median: Opinion | undefined;
  readonly allPairs: Opinion | undefined;
  readonly thisPair: Opinion | undefined;
  /** By option of the last texts: the groups that had it. */
  readonly groups: Readonly<Record<OptionId, readonly string[]>>;
}

/** In the order of the agenda; issues without an order have no forecast and are left out. */
export function forecastsOf(scenario: Scenario, groups: readonly GroupDebrief[]): readonly IssueForecast[] {
  const [mean, middle, expected] = [compromise(scenario), median(scenario), expectedUtilityOpinions(scenario)];
  return scenario.agenda.flatMap((issue) => {
    if (mean[issue] === undefined && middle[issue] === undefined) return [];
    const had: Record<OptionId, string[]> = {};
    for (const { label, text, ending } of groups) {
      // Where nobody met, the opening text was put to nobody.
      const option = ending === 'no-conference' ? undefined : text[issue];
      if (option !== undefined) (had[option] ??= []).push(label);
    }
    return [
      {
        issue,
        compromise: mean[issue],
        median: middle[issue],
        allPairs: expected.allPairs[issue],
        thisPair: expected.thisPair[issue],
        groups: had,
      },
    ];
  });
}
