import { printed } from '../scenario/problem-text.ts';
import { loadStudy } from '../study/file/load-study.ts';
import type { Study } from '../study/study.ts';
import { EXIT, Stop } from './exit.ts';
import { note } from './output.ts';

/** A study by bundled name or file; stops with every problem named when there are any. */
export function givenStudy(nameOrPath: string, options: { readonly quiet?: boolean }): Study {
  const result = loadStudy(nameOrPath);
  if (!result.ok) {
    const code = result.error.some((problem) => problem.usage) ? EXIT.usage : EXIT.badInput;
    throw new Stop(code, printed(result.error));
  }
  if (result.value.warnings.length > 0) note(printed(result.value.warnings), options);
  return result.value.study;
}
