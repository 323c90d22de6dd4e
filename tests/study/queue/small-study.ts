import { planOf } from '../../../src/study/plan.ts';
import { manifestOf, type Manifest } from '../../../src/study/dataset/manifest.ts';
import { load } from '../../../src/scenario/load.ts';
import { RULES } from '../../../src/cli/version.ts';

/** A study of so many blocks that somebody can come to harm in the middle of it. */
export function smallStudy(title: string, repeats: number): Manifest {
  const loaded = load('two-valleys');
  if (!loaded.ok) throw new Error('two-valleys does not load');
  const varies = [{ path: 'parties.lower.pain', type: 'list', values: [0.01, 0.03] }] as const;
  const experiment = { id: 'main', title, scenario: loaded.value.document, varies, design: { type: 'grid' } } as const;
  const study = {
    id: 'small',
    title,
    about: '',
    seed: title,
    repeats,
    metrics: ['ending', 'rounds'],
    experiments: [experiment],
  };
  return manifestOf(planOf(study), RULES);
}
