import { MOST_OUTCOMES } from '../model/outcome.ts';
import { checkName, type Checked } from './check-name.ts';
import type { ConferenceDraft } from './conference-schema.ts';
import type { Names } from './names.ts';
import type { Report } from './problem.ts';

/** What alternating offers ask of a scenario: an order of all parties, and outcomes few enough to be sorted. */
export function checkProtocol({ draft, names, report }: Checked): void {
  if (!draft.conference) return;
  const { protocol = 'single-text', order } = draft.conference;
  if (order !== undefined) checkOrder(protocol, order, names, report);
  if (protocol !== 'alternating-offers') return;
  const outcomes = names.issues.reduce((product, issue) => product * names.optionsOf(issue).length, 1);
  if (outcomes <= MOST_OUTCOMES) return;
  report({
    path: ['issues'],
    message: 'alternating offers sort every outcome by what it is worth to each party, and there are too many',
    found: `${outcomes} outcomes`,
    expected: `at most ${MOST_OUTCOMES}`,
    hint: 'leave out issues or merge options, or write protocol: single-text',
  });
}

function checkOrder(
  protocol: string,
  order: NonNullable<ConferenceDraft['order']>,
  names: Names,
  report: Report,
): void {
  const path = ['conference', 'order'];
  if (protocol !== 'alternating-offers') {
    report({ path, message: 'over a single text nobody waits for a turn', hint: 'take order away' });
    return;
  }
  for (const [index, id] of order.entries()) {
    if (!checkName(report, [...path, index], id, names.parties, 'a party of this scenario')) return;
    if (order.indexOf(id) < index) {
      report({ path: [...path, index], message: `${id} stands twice in the order`, hint: 'name each party once' });
      return;
    }
  }
  const missing = names.parties.find((id) => !order.includes(id));
  if (missing !== undefined)
    report({ path, message: `the order leaves out ${missing}`, hint: 'name every party, also one that may not come' });
}
