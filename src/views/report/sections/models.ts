import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { Opinion } from '../../../analysis/opinions.ts';
import type { IssueId } from '../../../model/scenario.ts';
import { capitalised, listed, type Names } from '../../prose/names.ts';
import { NOT_ESTIMATED } from '../../prose/reading.ts';
import type { Cell, Section } from '../content.ts';

/** What other models make of the same stances: baselines beside the results. */
export function models({ forecasts, scenario }: Debrief, names: Names): Section {
  const without = scenario.agenda.filter((id) => !forecasts.some(({ issue }) => issue === id));
  const said = (issue: IssueId, opinion: Opinion | undefined): Cell =>
    opinion === undefined
      ? null
      : { value: opinion.position, shown: `${names.option(issue, opinion.option)} (${opinion.position.toFixed(2)})` };
  return {
    id: 'forecasts',
    title: 'What other models make of the same stances',
    blocks: [
      {
        type: 'paragraph',
        text: `Baselines, not findings: each takes the same stances and knows no table, no chair and no walk-away. ${NOT_ESTIMATED}`,
      },
      ...(forecasts.length === 0
        ? [{ type: 'paragraph' as const, text: 'No issue here has an order that such a model could use.' }]
        : [
            {
              type: 'table' as const,
              table: {
                id: 'forecasts',
                caption: 'Option and position from 0 to 1 on the issue, and what the groups’ last texts hold',
                columns: [
                  { head: 'Issue' },
                  { head: 'Compromise (weighted mean)' },
                  { head: 'Weighted median' },
                  { head: 'Expected utility, all pairs' },
                  { head: 'Expected utility, this pair' },
                  { head: 'Last texts' },
                ],
                rows: forecasts.map(({ issue, compromise, median, allPairs, thisPair, groups }): readonly Cell[] => [
                  names.issue(issue),
                  said(issue, compromise),
                  said(issue, median),
                  said(issue, allPairs),
                  said(issue, thisPair),
                  Object.entries(groups)
                    .map(([option, labels]) => `${names.option(issue, option)}: ${labels.join(' ')}`)
                    .join('; ') || null,
                ]),
              },
            },
          ]),
      ...(without.length === 0
        ? []
        : [
            {
              type: 'paragraph' as const,
              text: `${capitalised(listed(without.map(names.issue)))} ${without.length === 1 ? 'has' : 'have'} no order, or stances without a position on it, and so no forecast.`,
              quiet: true as const,
            },
          ]),
    ],
  };
}
