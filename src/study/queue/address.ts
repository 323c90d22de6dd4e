import { bad, ok, type Result } from '../../scenario/result.ts';

/** Where a PostgreSQL server is. Only `shown` may be printed or written: the rest may hold a password. */
export interface Address {
  readonly url: string;
  /** Without password and options. */
  readonly shown: string;
}

/** Reads `postgres://user@host:port/database`. What is wrong is said without repeating the address. */
export function addressOf(text: string): Result<Address, string> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return bad('this is no address');
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    return bad(`an address of PostgreSQL begins with postgres://, and this one with ${url.protocol}//`);
  const user = url.username === '' ? '' : `${url.username}@`;
  return ok({ url: text, shown: `postgres://${user}${url.host}${url.pathname}` });
}
