import { describe, expect, test } from 'vitest';
import { importGenius } from '../../src/scenario/import/genius.ts';
import { printedProblem } from '../../src/scenario/problem-text.ts';
import { BUYER, DOMAIN, files, SELLER } from './written.ts';

/** Everything wrong with a boat, as `file:line:column message` and what follows. */
function complaints(contents: Readonly<Partial<Record<'domain' | 'buyer' | 'seller', string>>>): string {
  const paths = files({
    'domain.xml': contents.domain ?? DOMAIN,
    'buyer.xml': contents.buyer ?? BUYER,
    'seller.xml': contents.seller ?? SELLER,
  });
  const game = importGenius(paths['domain.xml'], [paths['buyer.xml'], paths['seller.xml']]);
  if (game.ok) throw new Error('nothing wrong was seen');
  return game.error.map(printedProblem).join('\n\n').replaceAll(`${paths['.']}/`, '');
}

const BOMB = `<?xml version="1.0"?>
<!DOCTYPE bomb [
<!ENTITY a "aaaaaaaaaa">
${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('\n')}
]>
<utility_space><objective name="&m;"/></utility_space>
`;

describe('XML that cannot be used is refused with its place and what to do', () => {
  test.each([
    [
      'a tag that is not closed',
      { domain: DOMAIN.replace('</objective>', '') },
      /^domain\.xml:\d+:\d+ this is not well-formed XML: /,
    ],
    [
      'an ampersand alone',
      { buyer: BUYER.replace('red', 'red & white') },
      /^buyer\.xml:4:\d+ this is not well-formed XML: /,
    ],
    [
      'an entity bomb',
      { domain: BOMB },
      /^domain\.xml:17:\d+ this is not well-formed XML: Named entity isn't defined.*\n[^]*not expanded/,
    ],
    [
      'an entity that reads a file',
      { domain: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a b="&x;"/>' },
      /^domain\.xml:2:\d+ this is not well-formed XML: Named entity/,
    ],
    [
      'elements without end',
      { domain: '<a>'.repeat(200_000) },
      /^domain\.xml:1:1 the elements of this file are nested too deep/,
    ],
    ['no XML at all', { seller: 'title: two valleys\n' }, /^seller\.xml:1:1 this is not well-formed XML/],
    ['an empty file', { seller: '' }, /^seller\.xml:1:1 this is not well-formed XML/],
    [
      'another kind of XML',
      { domain: '<html><body/></html>' },
      /^domain\.xml:1:1 this is no Genius domain or profile\n[^]*found: {4}<html>/,
    ],
    ['a binary file', { domain: 'PK\0\0' }, /^domain\.xml: this is not a text file/],
    [
      'a domain without issues',
      { domain: '<utility_space><objective/></utility_space>' },
      /^domain\.xml:1:16 this domain has no issues/,
    ],
    [
      'a real-valued issue',
      { domain: DOMAIN.replaceAll('"integer"', '"real"') },
      /^domain\.xml:13:3 the issue "Oars" is of type "real"\n[^]*expected: discrete or integer/,
    ],
    [
      'bounds upside down',
      { domain: DOMAIN.replace('upperbound="4"', 'upperbound="1"') },
      /^domain\.xml:13:3 the bounds of the issue "Oars" cannot be used\n[^]*2 to 1/,
    ],
    [
      'more whole numbers than can be listed',
      { domain: DOMAIN.replace('upperbound="4"', 'upperbound="90000"') },
      /^domain\.xml:13:3 the issue "Oars" has 89999 values\n[^]*at most 1000/,
    ],
    [
      'a value twice',
      { domain: DOMAIN.replace('summer', 'spring') },
      /^domain\.xml:10:5 "Delivery" has the value "spring" twice/,
    ],
    [
      'an issue that the domain has not',
      { buyer: BUYER.replace('"Colour"', '"Color"') },
      /^buyer\.xml:3:3 the domain has no issue "Color"\n[^]*did you mean "Colour"\?[^]*buyer\.xml:2:1 this profile says nothing of "Colour"/,
    ],
    [
      'a value that the domain has not',
      { seller: SELLER.replace('summer', 'winter') },
      /^seller\.xml:9:5 the domain has no value "winter" of "Delivery"[^]*no evaluation of "summer" of "Delivery"/,
    ],
    [
      'a value without evaluation',
      { buyer: BUYER.replace(' evaluation="5"', '') },
      /^buyer\.xml:9:5 no evaluation of "summer"\n[^]*expected: evaluation="a number from 0"/,
    ],
    [
      'an evaluation that is no number',
      { buyer: BUYER.replace('evaluation="5"', 'evaluation="much"') },
      /^buyer\.xml:9:5 the evaluation of "summer" cannot be used\n[^]*found: {4}"much"/,
    ],
    [
      'a negative evaluation',
      { buyer: BUYER.replace('evaluation="5"', 'evaluation="-5"') },
      /^buyer\.xml:9:5 the evaluation of "summer" cannot be used/,
    ],
    [
      'weights that do not sum to 1',
      { buyer: BUYER.replace('value="0.5"', 'value="0.4"') },
      /^buyer\.xml:15:3 the weights do not sum to 1\n[^]*found: {4}0\.9: 0\.2, 0\.4 and 0\.3/,
    ],
    [
      'no weight for an issue',
      { buyer: BUYER.replace(/ *<weight index="2".*\n/, '') },
      /^buyer\.xml:7:3 no <weight> has the index "2" of this issue/,
    ],
    [
      'a weight that is no number',
      { buyer: BUYER.replace('index="2" value="0.5"', 'index="2" value="NaN"') },
      /^buyer\.xml:16:3 this weight cannot be used\n[^]*"NaN"/,
    ],
    [
      'a reservation above 1',
      { buyer: BUYER.replace('reservation value="0.4"', 'reservation value="40"') },
      /^buyer\.xml:19:1 the reservation value cannot be used\n[^]*from 0 to 1/,
    ],
    [
      'other bounds than the domain has',
      { seller: SELLER.replace('upperbound="4"', 'upperbound="5"') },
      /^seller\.xml:4:3 the bounds of "Oars" are not those of the domain/,
    ],
    [
      'no evaluator of whole numbers',
      { buyer: BUYER.replace(/<evaluator.*\/>/, '') },
      /^buyer\.xml:12:3 no evaluation of "Oars"/,
    ],
    [
      'a curve instead of a line',
      { buyer: BUYER.replace('ftype="linear"', 'ftype="faratin"') },
      /^buyer\.xml:13:5 the evaluator of "Oars" cannot be used/,
    ],
  ] as const)('%s', (_, contents, expected) => {
    expect(complaints(contents)).toMatch(expected);
  });

  test('every fault of a profile is told at once', () => {
    const buyer = BUYER.replace(' evaluation="5"', '').replace('reservation value="0.4"', 'reservation value="4"');
    expect(complaints({ buyer }).split('\n\n')).toHaveLength(2);
  });
});
