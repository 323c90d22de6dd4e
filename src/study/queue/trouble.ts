import type { Address } from './address.ts';

/** Why a server could not do what it was asked. */
export interface Trouble {
  readonly message: string;
  /** Whether it may be gone in a while: the server is away, and nothing is wrong with what was asked. */
  readonly passing: boolean;
}

/** What a server's or a socket's error means to a person; nothing for errors of ours. It never tells a password. */
export function troubleOf(error: unknown, { shown }: Address): Trouble | undefined {
  const code = codeOf(error);
  const told = (code === undefined ? undefined : LASTING[code]) ?? lastingIn(error);
  if (told !== undefined) return { message: `${shown}: ${told}`, passing: false };
  if (code !== undefined && /CERT|SIGNATURE|^ERR_TLS/.test(code))
    return {
      message: `${shown}: its certificate cannot be trusted (${code}); sslrootcert=FILE in the address names whom to trust`,
      passing: false,
    };
  if (code !== undefined && /^(?:53|58)/.test(code))
    return { message: `${shown}: ${SHORT_OF[code] ?? 'the server is in trouble'} (${code})`, passing: true };
  if (code !== undefined && (AWAY.has(code) || /^(?:08|57P)/.test(code)))
    return { message: `${shown}: the server is away (${code})`, passing: true };
  if (isLostConnection(error)) return { message: `${shown}: the connection was lost`, passing: true };
  return undefined;
}

/** Codes of PostgreSQL (its manual, appendix A) and of the system that no waiting mends. */
const LASTING: Readonly<Record<string, string>> = {
  '28P01': 'the server does not accept this password; set PGPASSWORD, or use ~/.pgpass',
  '28000': 'the server does not let this user in; its pg_hba.conf says who may come, from where, and whether encrypted',
  '3D000': 'there is no such database; create it, or name another after the last /',
  '42501': 'this user may not create what is needed; let its owner GRANT CREATE ON DATABASE … TO it',
  '25006': 'the server only lets itself be read; name the one that it follows',
  '42P01': 'the tables of Parley are no longer there; the same command makes them again',
  '3F000': 'the tables of Parley are no longer there; the same command makes them again',
  ENOTFOUND: 'there is no such host',
};

/** What a server has too little of; somebody may see to it. */
const SHORT_OF: Readonly<Record<string, string>> = {
  '53100': 'its disk is full',
  '53200': 'it has no memory left',
  '53300': 'it has too many connections',
};

const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);

/** A host of several addresses fails with one error for each. */
function codeOf(error: unknown): string | undefined {
  const { code, errors } = error as { code?: unknown; errors?: readonly unknown[] };
  if (typeof code === 'string') return code;
  return errors?.map(codeOf).find((one) => one !== undefined);
}

/** What `pg` throws without a code before it comes to terms with a server. */
function lastingIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/client password must be/i.test(error.message))
    return 'the server asks for a password, and none was given; set PGPASSWORD, or use ~/.pgpass';
  if (/does not support SSL/i.test(error.message))
    return 'the server takes no encrypted connections; leave sslmode out of the address, or have it set up there';
  return undefined;
}

/** What `pg` throws without a code when a server goes away. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /connection terminated|timeout|client has encountered a connection error|not queryable/i.test(error.message)
  );
}
