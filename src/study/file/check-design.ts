import type { Path } from '../../scenario/problem.ts';
import { combinationsOf } from '../design/combinations.ts';
import { MOST_DIMENSIONS } from '../design/sobol.ts';
import type { Experiment } from '../study.ts';
import { MOST_CELLS } from './design-schema.ts';
import type { Findings } from './findings.ts';
import { checkSensitivity } from './sensitivity-design.ts';

/** Where the file speaks of a path that varies; of the design, without one. */
export type Where = (path?: string) => Path;

/** Places in the strata of a Latin hypercube that are kept in memory. */
const MOST_STRATA = 20_000_000;

/** Whether the design can be played with what varies. */
export function checkDesign(experiment: Experiment, where: Where, findings: Findings): boolean {
  const { design, varies } = experiment;
  const before = findings.errors.length;
  const paths = `${varies.length} paths`;
  switch (design.type) {
    case 'grid': {
      const drawn = varies.find(({ type }) => type !== 'list');
      if (drawn !== undefined) {
        const message = `${drawn.path} is drawn from a distribution, and a grid has no place for one`;
        const hint = 'give it a list, or { range, steps }; or choose design: { type: sobol-sequence, cells: 1024 }';
        findings.fault({ path: where(drawn.path), message, hint });
        break;
      }
      const { cells } = combinationsOf(experiment, '');
      if (cells <= MOST_CELLS) break;
      const hint = 'take fewer values, or choose design: { type: sobol-sequence, cells: 1024 }';
      findings.fault({
        path: where(),
        message: `a grid of ${cells} cells is too large`,
        expected: `at most ${MOST_CELLS}`,
        hint,
      });
      break;
    }
    case 'list':
      break;
    case 'random':
    case 'latin-hypercube':
    case 'sobol-sequence': {
      if (varies.length === 0) {
        findings.fault({
          path: where(),
          message: 'nothing varies, so that all cells would be the same',
          hint: 'name paths under vary, or write ranges: assumptions',
        });
        break;
      }
      if (design.type === 'latin-hypercube' && design.cells * varies.length > MOST_STRATA) {
        const expected = `at most ${Math.floor(MOST_STRATA / varies.length)} cells of ${paths}`;
        findings.fault({
          path: where(),
          message: 'this Latin hypercube is too large',
          expected,
          hint: 'choose sobol-sequence or random',
        });
      }
      if (design.type !== 'sobol-sequence') break;
      if (varies.length > MOST_DIMENSIONS)
        findings.fault({
          path: where(),
          message: `${paths} are too many for the sequence of Sobol’`,
          expected: `at most ${MOST_DIMENSIONS}`,
          hint: 'choose latin-hypercube or random',
        });
      if (!Number.isInteger(Math.log2(design.cells))) {
        const [under, over] = [2 ** Math.floor(Math.log2(design.cells)), 2 ** Math.ceil(Math.log2(design.cells))];
        findings.warn({
          path: where(),
          message: `${design.cells} cells are not a power of two, so that the points lie less evenly than they could`,
          expected: `${under} or ${over}`,
        });
      }
      break;
    }
    case 'morris':
    case 'sobol':
      checkSensitivity(experiment, MOST_CELLS, where, findings);
  }
  return findings.errors.length === before;
}
