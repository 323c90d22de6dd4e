import { basename, dirname, extname, resolve } from 'node:path';
import { bad, ok, type Result } from '../result.ts';
import { domainOf, type DomainIssue } from './genius-domain.ts';
import { profileOf, type Profile } from './genius-profile.ts';
import type { ImportedGame, ImportedIssue, ImportedParty } from './imported-game.ts';
import { inGivenOrder, madeIds } from './made-ids.ts';
import { readXml } from './xml-source.ts';

/** Weights that differ from 1 by no more than this in all were computed, not rounded. */
const EXACT = 1e-12;

/**
 * A negotiation in the XML of Genius: a domain and a profile for each party, all of whom must agree. Utilities come
 * out as Genius has them: the sum of weight × value, whatever the weights sum to.
 */
export function importGenius(domainFile: string, profileFiles: readonly string[]): Result<ImportedGame> {
  const root = readXml(resolve(domainFile), domainFile);
  if (!root.ok) return root;
  const domain = domainOf(root.value);
  if (!domain.ok) return domain;
  const profiles: Profile[] = [];
  for (const file of profileFiles) {
    const profileRoot = readXml(resolve(file), file);
    if (!profileRoot.ok) return profileRoot;
    const profile = profileOf(profileRoot.value, domain.value);
    if (!profile.ok) return profile;
    profiles.push(profile.value);
  }
  // Where there is one way to settle an issue, there is nothing to decide; what it is worth is added to another.
  const open = domain.value.flatMap((issue, k) => (issue.values.length > 1 ? [k] : []));
  const [first] = open;
  if (first === undefined) {
    const message = 'there is nothing to decide: every issue of this domain has one value';
    return bad([{ file: domainFile, message, severity: 'error' }]);
  }
  const names = profileFiles.map(stem);
  const ids = inGivenOrder(madeIds(names, 'party'));
  const title = titleOf(domainFile);
  return ok({
    title,
    about: `Imported from the Genius domain ${basename(domainFile)} and its profiles ${profileFiles.map((file) => basename(file)).join(', ')}. Nobody can be left out: every party must sign.`,
    issues: issuesOf(open.map((k) => domain.value[k]!)),
    parties: profiles.map((profile, i) =>
      partyOf({ id: ids[i]!, name: names[i]!, file: basename(profileFiles[i]!) }, profile, open),
    ),
    allBut: 0,
    vetoes: [],
    notes: notesOf(profiles, profileFiles, domain.value),
  });
}

function issuesOf(domain: readonly DomainIssue[]): readonly ImportedIssue[] {
  const ids = madeIds(
    domain.map((issue) => issue.name),
    'issue',
  );
  return domain.map(({ name, values, meanings, bounds }, k) => {
    const options = madeIds(values, 'option');
    return {
      id: ids[k]!,
      name,
      ordered: bounds !== undefined,
      options: values.map((value, o) => ({
        id: options[o]!,
        name: value.trim() === '' ? '(blank)' : value,
        meaning: [meanings[o]!, value].find((text) => text.trim() !== '') ?? '(blank)',
      })),
      opening: 0,
    };
  });
}

function partyOf(
  party: Pick<ImportedParty, 'id' | 'name' | 'file'>,
  { stances, reservation }: Profile,
  open: readonly number[],
): ImportedParty {
  const sum = stances.reduce((total, { weight }) => total + weight, 0);
  // Less than 1 in all takes as much from every value; more cannot be said in a value, and makes shares of the weights.
  const scale = sum < 1 - EXACT ? sum : 1;
  const settled = stances.reduce(
    (total, { weight, values }) => total + (values.length === 1 ? weight * values[0]! : 0),
    0,
  );
  const settledWeight = stances.reduce((total, { weight, values }) => total + (values.length === 1 ? weight : 0), 0);
  return {
    ...party,
    signatory: true,
    walkAway: reservation,
    stances: open.map((k, place) => {
      const { weight, values } = stances[k]!;
      if (place > 0 || settledWeight === 0) return { weight, values: values.map((value) => value * scale) };
      const joined = weight + settledWeight;
      return { weight: joined, values: values.map((value) => (scale * (weight * value + settled)) / joined) };
    }),
  };
}

function notesOf(
  profiles: readonly Profile[],
  files: readonly string[],
  domain: readonly DomainIssue[],
): readonly string[] {
  const single = domain.filter((issue) => issue.values.length === 1).map((issue) => issue.name);
  return [
    ...profiles.flatMap(({ discount, stances }, i) => {
      const sum = stances.reduce((total, { weight }) => total + weight, 0);
      return [
        ...(discount === undefined
          ? []
          : [`${files[i]}: the discount factor ${discount} is left out: a conference has no discounting`]),
        ...(sum > 1 + 1e-9
          ? [`${files[i]}: the weights sum to ${Number(sum.toFixed(9))}; they are taken as shares of their sum`]
          : []),
      ];
    }),
    ...single.map((name) => `the issue ${name} has one value: what it is worth is added to another issue`),
  ];
}

function stem(file: string): string {
  return basename(file, extname(file));
}

/** The name of the domain's file, or of its folder where the file is called domain. */
function titleOf(file: string): string {
  return /^domain$/i.test(stem(file)) ? basename(dirname(resolve(file))) : stem(file);
}
