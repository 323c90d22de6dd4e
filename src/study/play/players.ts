import type { Order } from './block.worker.ts';
import type { PlayedBlock } from './play-block.ts';

/** Whoever plays blocks: threads of this process, or workers elsewhere. */
export interface Players {
  /** Whether a block can be taken on now. */
  readonly isFree: boolean;
  /**
   * Plays a block. What comes back depends on the order alone, and on nobody's haste. Whoever can, tells on the way how
   * many of its rows are played.
   */
  play(order: Order, onRows?: (played: number) => void): Promise<PlayedBlock>;
  /** Takes on no more; what was being played is not waited for. */
  close(): Promise<void>;
}
