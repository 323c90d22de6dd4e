export type Direction = 'ltr' | 'rtl';

/** Languages usually written from right to left, by their first subtag, and scripts that are. */
const RIGHT_TO_LEFT = /^(ar|arc|azb|bal|ckb|dv|fa|he|ks|nqo|pnb|prs|ps|sd|syr|ug|ur|yi)(-|$)/i;
const SCRIPT = /^[a-z]{2,3}-([a-z]{4})(-|$)/i;
const SCRIPTS = ['arab', 'hebr', 'thaa', 'nkoo', 'syrc', 'rohg', 'adlm'];

/** In which direction a language is written, by its tag. */
export function directionOf(lang: string): Direction {
  const script = SCRIPT.exec(lang)?.[1]?.toLowerCase();
  if (script !== undefined) return SCRIPTS.includes(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
}
