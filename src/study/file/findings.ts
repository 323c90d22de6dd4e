import { faultIn, type Fault, type Problem } from '../../scenario/problem.ts';
import { inOrder } from '../../scenario/problem-text.ts';
import type { Source } from '../../scenario/yaml-source.ts';

/** Collects what is wrong with a study file, or worth knowing, each thing once and at its line. */
export class Findings {
  readonly #source: Source;
  readonly #problems: Problem[] = [];
  readonly #said = new Set<string>();

  constructor(source: Source) {
    this.#source = source;
  }

  fault(fault: Fault): void {
    this.#add({ ...faultIn(fault, this.#source.file), ...this.#source.spot(fault.path, fault.key) });
  }

  warn(fault: Fault): void {
    const problem = { ...faultIn(fault, this.#source.file), ...this.#source.spot(fault.path, fault.key) };
    this.#add({ ...problem, severity: 'warning' });
  }

  /** Of another file, such as the scenario that the study plays. */
  elsewhere(problems: readonly Problem[]): void {
    for (const problem of problems) this.#add(problem);
  }

  get errors(): readonly Problem[] {
    return this.#sorted('error');
  }

  get warnings(): readonly Problem[] {
    return this.#sorted('warning');
  }

  #add(problem: Problem): void {
    const key = JSON.stringify([problem.file, problem.line, problem.column, problem.message]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#problems.push(problem);
  }

  #sorted(severity: Problem['severity']): readonly Problem[] {
    const chosen = this.#problems.filter((problem) => problem.severity === severity);
    return inOrder(chosen, [this.#source.file, ...chosen.map(({ file }) => file)]);
  }
}

/** A problem of `--set` as a fault of the study file; what only the command line could do is left out of the advice. */
export function asFault({ message, found, expected, hint }: Problem, at: Pick<Fault, 'path' | 'key'>): Fault {
  const advice = hint?.startsWith('write --set') ? undefined : hint;
  return {
    ...at,
    message,
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    ...(advice !== undefined && { hint: advice }),
  };
}
