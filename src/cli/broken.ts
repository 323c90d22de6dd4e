import type { Break, Chain } from '../record/chain.ts';
import { RELEASE_OF_RULES, RULES } from './version.ts';

/** Where a chain breaks, in words. */
export function brokenIn({ code, fact, found, after }: Break): string {
  const place = after === undefined ? '' : `, after ${after.type} of round ${after.round}`;
  const what = fact === undefined ? 'the header' : `${fact.type} of round ${fact.round}`;
  switch (code) {
    case 'empty':
      return 'the record is empty';
    case 'not-json':
      return `the chain breaks here${place}: this line is not JSON`;
    case 'no-header':
      return 'this is not a Parley record: its first line is no header';
    case 'format':
      return `the record has format ${found}, which this release cannot read`;
    case 'no-fact':
      return `the chain breaks here${place}: this line holds no fact`;
    case 'no-input':
      return `${what} is no answer that a seat could give`;
    case 'unended-line':
      return 'the last line is not complete: the record was cut off';
    case 'changed':
      return `the chain breaks here: ${what} is not what was written`;
  }
}

export function otherRules({ header }: Pick<Chain, 'header'>): string {
  const release = RELEASE_OF_RULES[header.rules];
  const newer = header.rules > RULES ? 'a newer release of parley-sim' : 'no release of parley-sim that is known';
  const who = release === undefined ? newer : `parley-sim ${release}`;
  return `the chain holds, but the record was made by rules ${header.rules} and these are rules ${RULES}; ${who} can run it again`;
}
