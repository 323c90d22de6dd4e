import type { Order } from './block.worker.ts';
import type { PlayedBlock } from './play-block.ts';

/** Whoever plays blocks: threads of this process, or workers elsewhere. */
export interface Players {
  /** Whether a block can be taken on now. */
  readonly isFree: boolean;
  /** Plays a block. What comes back depends on the order alone, and on nobody's haste. */
  play(order: Order): Promise<PlayedBlock>;
  /** Takes on no more; what was being played is not waited for. */
  close(): Promise<void>;
}
