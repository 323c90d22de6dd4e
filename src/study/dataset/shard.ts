/** Part of a study: the blocks k with k ≡ index (mod of). The whole is shard 0 of 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Shard = { index: 0, of: 1 };

export function isInShard({ index, of }: Shard, block: number): boolean {
  return block % of === index;
}

/** Whether some block would be in both, however many blocks there are (by the Chinese remainder theorem). */
export function overlap(a: Shard, b: Shard): boolean {
  return (a.index - b.index) % greatestDivisor(a.of, b.of) === 0;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
