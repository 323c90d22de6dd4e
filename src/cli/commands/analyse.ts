import { analysisOf, type Disagreement } from '../../analysis/analysis.ts';
import { analysisText } from '../../views/transcript/analysis-text.ts';
import { givenScenario } from '../given.ts';
import { print, printJson } from '../output.ts';

export function analyse(
  nameOrPath: string,
  options: {
    readonly disagreement: Disagreement;
    readonly set?: readonly string[];
    readonly json?: boolean;
    readonly quiet?: boolean;
  },
): void {
  const { scenario } = givenScenario(nameOrPath, options);
  const analysis = analysisOf(scenario, options.disagreement);
  if (options.json) printJson(analysis);
  else print(analysisText(scenario, analysis));
}
