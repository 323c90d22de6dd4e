import { mermaidOf, outlineOf, statelyOf } from '../../conference/print.ts';
import { SINGLE_TEXT } from '../../conference/protocol.ts';
import { givenScenario } from '../given.ts';
import { print, printJson } from '../output.ts';

interface Options {
  readonly of: 'conference' | 'party';
  readonly format: 'outline' | 'mermaid' | 'stately';
  readonly quiet?: boolean;
}

/** The chart that runs, not a drawing of it. */
export function chart(nameOrPath: string, options: Options): void {
  givenScenario(nameOrPath, options);
  const chosen = SINGLE_TEXT[options.of].chart;
  switch (options.format) {
    case 'outline':
      return print(outlineOf(chosen));
    case 'mermaid':
      return print(mermaidOf(chosen));
    case 'stately':
      return printJson(statelyOf(chosen));
  }
}
