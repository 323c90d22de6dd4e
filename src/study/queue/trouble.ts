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
  const told = code === undefined ? undefined : LASTING[code];
  if (told !== undefined) return { message: `${shown}: ${told}`, passing: false };
  if (code !== undefined && (AWAY.has(code) || /^(?:08|57P|53)/.test(code)))
    return { message: `${shown}: the server is away (${code})`, passing: true };
  if (isLostConnection(error)) return { message: `${shown}: the connection was lost`, passing: true };
  return undefined;
}

/** Codes of PostgreSQL (its manual, appendix A) and of the system that no waiting mends. */
const LASTING: Readonly<Record<string, string>> = {
  '28P01': 'the server does not accept this password; set PGPASSWORD, or use ~/.pgpass',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database; create it, or name another after the last /',
  '42501': 'this user may not create what is needed; let its owner GRANT CREATE ON DATABASE … TO it',
  ENOTFOUND: 'there is no such host',
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

/** What `pg` throws without a code when a server goes away, or asks for a password that it was not given. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /connection terminated|timeout|client has encountered a connection error|not queryable/i.test(error.message)
  );
}
