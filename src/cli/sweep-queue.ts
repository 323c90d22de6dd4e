import type { Manifest } from '../study/dataset/manifest.ts';
import type { Crew, Swept } from '../study/play/sweep.ts';
import type { Address } from '../study/queue/address.ts';
import { Patience } from '../study/queue/patience.ts';
import { QueueError } from '../study/queue/queue-error.ts';
import { RemotePool } from '../study/queue/remote-pool.ts';
import type { StudyServer } from '../study/queue/server.ts';
import { troubleOf } from '../study/queue/trouble.ts';
import { EXIT, Stop } from './exit.ts';
import { givenAddress, givenServer } from './given-server.ts';
import { commandName, note } from './output.ts';
import { packageVersion } from './version.ts';

interface Options {
  readonly queue?: string;
  readonly quiet?: boolean;
}

/** Workers whose blocks may wait in memory for their turn to be judged. */
const WORKERS = 16;

/** Has a study played by workers at a server, and takes it off the server once all its blocks are in place here. */
export async function overQueue(
  manifest: Manifest,
  options: Options,
  act: (crew: Crew) => Promise<Swept>,
): Promise<Swept> {
  const address = givenAddress('sweep', options.queue);
  const server = await givenServer('sweep', address);
  const tell = (line: string) => note(`queue: ${line}`, options);
  try {
    return await told(address, async () => {
      await server.offer(manifest, packageVersion());
      if (!(await server.guard(manifest.hash)))
        throw new Stop(EXIT.failed, 'parley sweep: another sweep is collecting this study from this server');
      const blocks = await server.studies();
      const others = blocks.length === 1 ? '' : `, one of ${blocks.length} there`;
      tell(
        `the study is at ${address.shown}${others}; its blocks are played by \`${commandName()} worker ${address.shown}\``,
      );
      const swept = await act({
        workers: WORKERS,
        players: () => new RemotePool(server, manifest, address, new Patience(tell)),
      });
      if (swept.type === 'done') await server.withdraw(manifest.hash);
      else tell('workers go on with what they have been asked for; --cancel takes the study off the server');
      return swept;
    });
  } finally {
    await server.close();
  }
}

/** Takes a study off a server, with all its blocks there; those in a folder stay. */
export async function cancel(manifest: Manifest, options: Options): Promise<void> {
  const address = givenAddress('sweep', options.queue);
  const server = await givenServer('sweep', address);
  try {
    const there = await told(address, () => withdrawn(server, manifest.hash));
    if (!there) throw new Stop(EXIT.failed, `parley sweep: this study is not at ${address.shown}`);
    note(`queue: the study is no longer at ${address.shown}; what is in a folder stays there`, options);
  } finally {
    await server.close();
  }
}

async function withdrawn(server: StudyServer, hash: string): Promise<boolean> {
  const studies = await server.studies();
  if (!studies.some((study) => study.hash === hash)) return false;
  await server.withdraw(hash);
  return true;
}

/** The server's troubles as messages. What was played is in the folder or on the server, so nothing is lost. */
async function told<T>(address: Address, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof QueueError ? error.message : troubleOf(error, address)?.message;
    if (message === undefined) throw error;
    throw new Stop(EXIT.failed, `parley sweep: ${message}\nnothing is lost; the same command goes on from here`);
  }
}
