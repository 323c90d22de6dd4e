import { analysisOf, type Disagreement } from '../../analysis/analysis.ts';
import { recordAnalysisOf } from '../../analysis/record-analysis.ts';
import { analysisText } from '../../views/transcript/analysis-text.ts';
import { recordAnalysisText } from '../../views/transcript/record-analysis-text.ts';
import { distrust } from '../distrust.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario } from '../given.ts';
import { givenRecord, isRecord } from '../given-record.ts';
import { print, printJson } from '../output.ts';

interface Options {
  readonly disagreement: Disagreement;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Of a scenario what could be agreed; of a record how good its texts were, who gave what and who moved whom. */
export function analyse(given: string, options: Options): void {
  if (isRecord(given)) return analyseRecord(given, options);
  const { scenario } = givenScenario(given, options);
  const analysis = analysisOf(scenario, options.disagreement);
  if (options.json) printJson(analysis);
  else print(analysisText(scenario, analysis));
}

function analyseRecord(file: string, options: Options): void {
  if (options.set !== undefined)
    throw new Stop(
      EXIT.usage,
      `parley analyse: ${file} is a record, whose numbers stand; parley fork ${file} --set … plays it with others`,
    );
  const record = givenRecord('analyse', file);
  distrust('analyse', record, options);
  const { scenario, header, facts, hash } = record;
  const analysis = recordAnalysisOf(scenario, facts, options.disagreement);
  if (options.json) printJson({ scenario: scenario.id, seed: header.seed, hash, ...analysis });
  else print(recordAnalysisText(scenario, header.seed, analysis));
}
