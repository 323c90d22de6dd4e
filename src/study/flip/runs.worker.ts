import { parentPort, workerData } from 'node:worker_threads';
import { scenarioFrom } from '../../scenario/load.ts';
import type { Tree } from '../../scenario/tree.ts';
import { measured, metricNamed } from '../metrics.ts';
import { portions, type Portion } from './runs.ts';

/** What a thread of `flip` is told when it starts; a function cannot be sent to it. */
export interface Task {
  readonly document: Tree;
  /** Name of the metric. */
  readonly metric: string;
  readonly seed: string;
}

// One thread: takes a portion, answers with what its runs came to.
const { document, metric: name, seed } = workerData as Task;
const scenario = scenarioFrom(document);
if (!scenario.ok) throw new Error(`the scenario is not sound: ${scenario.error[0]?.message}`);
const metric = metricNamed(name, scenario.value);
if (!metric.ok) throw new Error(metric.error.message);
const { value } = metric;
const play = portions({ document, measure: (facts, setting) => measured([value], facts, setting)[0], seed });
parentPort?.on('message', (portion: Portion) => parentPort?.postMessage(play(portion)));
