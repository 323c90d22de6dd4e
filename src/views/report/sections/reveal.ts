import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { RevealedParty } from '../../../analysis/debrief/reveal.ts';
import type { Names } from '../../prose/names.ts';
import { basisName } from '../../prose/quantities.ts';
import { figure, percent, type Block, type Cell, type Section } from '../content.ts';
import { heading } from '../words.ts';

/** What everybody wanted, laid open. */
export function reveal({ reveal: parties, scenario }: Debrief, names: Names): Section {
  return {
    id: 'reveal',
    title: 'All stances, laid open',
    blocks: parties.flatMap((party): readonly Block[] => [
      { type: 'heading', text: heading(names.party(party.party)) },
      { type: 'paragraph', text: `${role(party)} ${walkAway(party)}` },
      ...(party.confidential.trim() === ''
        ? []
        : [
            {
              type: 'paragraph' as const,
              text: party.confidential.trim().replaceAll(/\s+/g, ' '),
              quiet: true as const,
            },
          ]),
      {
        type: 'table',
        table: {
          id: `stances-${party.party}`,
          caption: `What ${names.party(party.party)} wanted; weights add up to 100 %`,
          columns: [
            { head: 'Issue' },
            { head: 'Weight', number: true },
            { head: 'Likes best' },
            { head: 'Never' },
            { head: 'Said in public' },
            { head: 'Worth of each option, 0 to 1' },
          ],
          rows: party.stances.map(({ issue, weight, best, never, voiced, values }): readonly Cell[] => [
            names.issue(issue),
            percent(weight),
            best.map((option) => names.option(issue, option)).join(', '),
            never.map((option) => names.option(issue, option)).join(', ') || null,
            voiced === 'public' ? 'yes' : 'no',
            scenario.issues
              .find(({ id }) => id === issue)!
              .options.map(({ id }) => `${names.option(issue, id)} ${figure(values[id]!).shown}`)
              .join(' · '),
          ]),
        },
      },
    ]),
  };
}

function role({ signatory, veto }: RevealedParty): string {
  if (signatory) return 'Must sign.';
  return veto ? 'Has a veto.' : 'Does not have to sign.';
}

function walkAway({ walkAway: { value, low, high, basis } }: RevealedParty): string {
  const range =
    low === high ? '' : `, between ${figure(low).shown} and ${figure(high).shown} for a fair-minded analyst`;
  const reason = 'reason' in basis ? `: ${basis.reason.trim().replace(/\.$/, '')}` : '';
  return `Walk-away at the start ${figure(value).shown}${range} (${basisName(basis)}${reason}).`;
}
