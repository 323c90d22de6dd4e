import { Document, isMap, isPair, visit } from 'yaml';
import type { ImportedGame, ImportedIssue, ImportedParty } from './imported-game.ts';

/** What the formats say nothing of, as a scenario needs it. */
const ROUNDS = 20;

/**
 * A game as the text of a scenario file. What the imported files say has them as its basis; what a conference needs
 * besides, and they do not say, is an assumption and says so.
 */
export function gameText(game: ImportedGame): string {
  const document = new Document(documentOf(game));
  // One line for a small map: the values of an issue, an option, a number with its basis.
  visit(document, {
    Pair(_, { key, value }) {
      if (!isMap(value)) return;
      const name = String(key);
      const small = value.items.every((item) => isPair(item) && !isMap(item.value));
      if (small && name !== 'issues' && name !== 'parties' && value.items.length > 0 && !LARGE.has(name))
        value.flow = true;
    },
  });
  return [
    '# yaml-language-server: $schema=./scenario.schema.json',
    `# ${game.title.replaceAll(/\s+/g, ' ')}, imported. Change what you like: see the column "basis" of  parley evidence FILE`,
    document.toString({ lineWidth: 0 }),
  ].join('\n');
}

const LARGE = new Set(['conference', 'brief']);

function documentOf({ title, about, issues, parties, allBut, vetoes }: ImportedGame): Record<string, unknown> {
  return {
    title,
    about,
    basis: 'assumption: the imported files say nothing of it',
    conference: {
      place: 'not said',
      date: 'not said',
      host: 'not said',
      chair: { name: 'a chair from outside', style: 'facilitation', skill: 0.5, pace: Math.min(3, issues.length) },
      rounds: ROUNDS,
      roundStandsFor: 'a round',
      deadlineHardness: 1,
      consultations: false,
      rule: { allBut, ...(vetoes.length > 0 && { vetoes: [...vetoes] }) },
    },
    issues: Object.fromEntries(issues.map((issue) => [issue.id, issueOf(issue)])),
    parties: Object.fromEntries(parties.map((party) => [party.id, partyOf(party, issues)])),
  };
}

function issueOf({ name, ordered, options, opening }: ImportedIssue): Record<string, unknown> {
  return {
    name,
    about: name,
    ...(!ordered && { ordered }),
    options: Object.fromEntries(options.map((option) => [option.id, { name: option.name, meaning: option.meaning }])),
    // The formats know no status quo; something has to hold without an agreement.
    statusQuo: options[0]!.id,
    opening: options[opening]!.id,
  };
}

function partyOf(party: ImportedParty, issues: readonly ImportedIssue[]): Record<string, unknown> {
  const basis = `imported ${party.file}`;
  const sum = party.stances.reduce((total, { weight }) => total + weight, 0);
  return {
    name: party.name,
    signatory: party.signatory,
    attendance: 'accepted',
    walkAway: { value: party.walkAway, basis },
    pain: 0,
    expectation: 0.5,
    optimism: 0.5,
    patience: ROUNDS,
    leverage: 0.5,
    audience: 0,
    tactic: { beta: 1, reciprocity: 0 },
    stances: {
      basis,
      ...Object.fromEntries(
        issues.map((issue, k) => {
          const { weight, values } = party.stances[k]!;
          const entries = issue.options.map((option, o) => [option.id, Math.min(1, values[o]!)]);
          return [issue.id, { salience: (10 * weight) / Math.max(1, sum), values: Object.fromEntries(entries) }];
        }),
      ),
    },
  };
}
