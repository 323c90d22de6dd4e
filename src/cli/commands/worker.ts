import { availableParallelism } from 'node:os';
import { QueueError } from '../../study/queue/queue-error.ts';
import { work, type Worked } from '../../study/queue/work.ts';
import { count } from '../../views/prose/amounts.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenAddress, givenServer } from '../given-server.ts';
import { interruption } from '../interruption.ts';
import { note } from '../output.ts';
import { packageVersion, RULES } from '../version.ts';

interface Options {
  readonly workers?: number;
  readonly untilEmpty?: boolean;
  readonly quiet?: boolean;
}

/** Plays blocks of the studies on a server until it is stopped, or until none is waiting. */
export async function worker(url: string | undefined, options: Options): Promise<void> {
  const address = givenAddress('worker', url);
  const server = await givenServer('worker', address);
  const interrupted = interruption();
  const threads = options.workers ?? availableParallelism();
  const tell = (line: string) => note(`worker: ${line}`, options);
  tell(
    `waits for studies at ${address.shown}, with ${threads} ${threads === 1 ? 'thread' : 'threads'}; Ctrl-C ends it`,
  );
  try {
    const worked = await work({
      server,
      address,
      release: packageVersion(),
      rules: RULES,
      threads,
      untilEmpty: options.untilEmpty === true,
      signal: interrupted.signal,
      note: tell,
    });
    tell(summary(worked));
    if (interrupted.signal.aborted) process.exitCode = EXIT.interrupted;
    else if (worked.refused > 0 && worked.delivered === 0) process.exitCode = EXIT.failed;
  } catch (error) {
    if (error instanceof QueueError) throw new Stop(EXIT.failed, `parley worker: ${error.message}`);
    throw error;
  } finally {
    interrupted.end();
    await server.close();
  }
}

function summary({ delivered, dropped }: Worked): string {
  const blocks = (n: number) => `${count(n)} ${n === 1 ? 'block' : 'blocks'}`;
  return dropped === 0
    ? `played ${blocks(delivered)}`
    : `played ${blocks(delivered)}, and ${blocks(dropped)} that nobody needed`;
}
