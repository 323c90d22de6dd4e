import type { Dataset } from '../dataset/dataset.ts';
import { Precision } from './precision.ts';

/** After how many repeats a complete dataset stops by its own rows: its last where it never knows enough before. */
export async function stopOf({ manifest, present, block }: Dataset): Promise<number> {
  const { stop, repeats } = manifest.study;
  if (stop === undefined) return repeats;
  const precision = new Precision(stop, manifest.cells);
  for (const index of present) {
    const values = await block(index, [stop.metric]);
    if (!values.ok) throw new Error(`${values.error.file}: ${values.error.message}`);
    const column = values.value.column(stop.metric).map((value) => (typeof value === 'number' ? value : Number.NaN));
    const found = precision.add(column);
    if (found !== undefined) return Math.min(found, repeats);
  }
  return repeats;
}
