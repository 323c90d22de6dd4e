import { addressOf, type Address } from '../study/queue/address.ts';
import type { StudyServer } from '../study/queue/server.ts';
import { troubleOf } from '../study/queue/trouble.ts';
import { EXIT, Stop } from './exit.ts';

/** The variable that holds an address, so that a password need not stand on a command line for all to see. */
const VARIABLE = 'PARLEY_QUEUE';

export function givenAddress(command: string, given: string | undefined): Address {
  const text = given ?? process.env[VARIABLE];
  const expected = 'expected postgres://user@host:port/database';
  if (text === undefined || text === '')
    throw new Stop(EXIT.usage, `parley ${command}: no server is named, nor does ${VARIABLE} hold one; ${expected}`);
  const address = addressOf(text);
  if (!address.ok) throw new Stop(EXIT.usage, `parley ${command}: ${address.error}; ${expected}`);
  // Other users of the machine see command lines; a title takes the place of this one.
  if (given !== undefined) process.title = `parley ${command} ${address.value.shown}`;
  return address.value;
}

/** Connects to the server of studies. Stops with what is wrong and what to do about it. */
export async function givenServer(command: string, address: Address): Promise<StudyServer> {
  const { StudyServer: Server } = await packages(command, () => import('../study/queue/server.ts'));
  await packages(command, () => Promise.all([import('pg'), import('pg-boss')]));
  try {
    return await Server.connect(address);
  } catch (error) {
    const trouble = troubleOf(error, address);
    if (trouble === undefined) throw error;
    const next = trouble.passing ? '; does it run, and are host and port right?' : '';
    throw new Stop(EXIT.failed, `parley ${command}: ${trouble.message}${next}`);
  }
}

/** Both packages are optional: whoever plays on one machine does without. */
async function packages<T>(command: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Stop(
      EXIT.failed,
      `parley ${command}: a queue needs two packages that are not installed; npm install pg pg-boss`,
    );
  }
}
