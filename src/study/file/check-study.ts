import { metricNamed } from '../metrics.ts';
import { planOf } from '../plan.ts';
import type { Study } from '../study.ts';
import type { Findings } from './findings.ts';
import type { Resolved } from './resolve-experiment.ts';
import type { StudyDraft } from './study-schema.ts';

/** More rows take hours and gigabytes. */
const MANY_ROWS = 10_000_000;

/** Every metric is one that each scenario of the study has, and is named once. */
export function checkMetrics(
  { metrics }: StudyDraft,
  experiments: readonly (Resolved | undefined)[],
  findings: Findings,
): void {
  for (const [n, name] of metrics.entries()) {
    const path = ['metrics', n];
    if (metrics.indexOf(name) < n)
      findings.fault({ path, message: `${name} stands there twice`, hint: 'take one away' });
    for (const resolved of experiments) {
      const found = resolved && metricNamed(name, resolved.scenario);
      if (found?.ok === false) findings.fault({ path, ...found.error });
    }
  }
}

/** What the stop rule watches is noted, and has a mean. */
export function checkStop({ stop, metrics, repeats }: StudyDraft, findings: Findings): void {
  if (stop === undefined) return;
  if (!metrics.includes(stop.metric)) {
    const hint = `add ${stop.metric} to metrics`;
    findings.fault({
      path: ['stop', 'metric'],
      message: `${stop.metric} is not among the metrics of this study`,
      hint,
    });
  }
  if (stop.every > repeats) {
    const message = `it is judged first after ${stop.every} repeats, and there are only ${repeats}`;
    findings.fault({ path: ['stop', 'every'], message, expected: `a whole number from 2 to ${repeats}` });
  }
}

/** The metric of the stop rule is a number; and a study of very many rows is worth a word. */
export function checkSize(study: Study, findings: Findings): void {
  const plan = planOf(study);
  const watched = plan.metrics.find(({ name }) => name === study.stop?.metric);
  if (watched?.type === 'text') {
    const hint = 'watch one that is 0 or 1, such as agreement';
    findings.fault({ path: ['stop', 'metric'], message: `${watched.name} is a word and has no mean`, hint });
  }
  if (study.repeats === 1 && plan.cells > 1) {
    const found = '1';
    const expected = '2 at the least, and dozens for intervals that are worth reading';
    findings.warn({
      path: ['repeats'],
      message: 'all cells are played once, on one seed: luck cannot be told from what varies',
      found,
      expected,
    });
  }
  if (plan.rows <= MANY_ROWS) return;
  const message = `${plan.cells} cells of ${study.repeats} repeats make ${plan.rows} conferences`;
  findings.warn({
    path: ['repeats'],
    message,
    expected: `at most ${MANY_ROWS} for a study that ends within a few hours`,
  });
}
