import { bad, ok, type Result } from '../../scenario/result.ts';

/** Where a PostgreSQL server is. Only `shown` may be printed or written: the rest may hold a password. */
export interface Address {
  readonly url: string;
  /** Without password and options. */
  readonly shown: string;
}

const SPELLED = ' (in a password, @ : / ? # and % are written %40 %3A %2F %3F %23 and %25)';

/** Reads `postgres://user@host:port/database`. What is wrong is said without repeating the address. */
export function addressOf(text: string): Result<Address, string> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return bad(`this is no address${SPELLED}`);
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    return bad(`an address of PostgreSQL begins with postgres://, and this one with ${url.protocol}//`);
  // What follows a / ? or # in a password would be taken for the database, and shown.
  if (/@/.test(url.pathname + url.search + url.hash)) return bad(`this is no address${SPELLED}`);
  const user = url.username === '' ? '' : `${url.username}@`;
  return ok({ url: text, shown: `postgres://${user}${url.host}${url.pathname}` });
}
