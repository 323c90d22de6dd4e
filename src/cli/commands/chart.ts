import { mermaidOf, outlineOf, statelyOf } from '../../conference/print.ts';
import { PROTOCOLS } from '../../conference/protocol.ts';
import type { ProtocolName } from '../../model/scenario.ts';
import { givenScenario } from '../given.ts';
import { print, printJson } from '../output.ts';

interface Options {
  readonly of: 'conference' | 'party';
  readonly format: 'outline' | 'mermaid' | 'stately';
  readonly protocol?: ProtocolName;
  readonly quiet?: boolean;
}

/** The chart that runs, not a drawing of it. */
export function chart(nameOrPath: string, options: Options): void {
  const { scenario } = givenScenario(nameOrPath, options);
  const chosen = PROTOCOLS[options.protocol ?? scenario.conference.protocol ?? 'single-text'][options.of].chart;
  switch (options.format) {
    case 'outline':
      return print(outlineOf(chosen));
    case 'mermaid':
      return print(mermaidOf(chosen));
    case 'stately':
      return printJson(statelyOf(chosen));
  }
}
