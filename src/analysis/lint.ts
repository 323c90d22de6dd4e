import type { Issue, Party, Scenario, Stance } from '../model/scenario.ts';
import { TOLERANCE } from '../rules/arithmetic.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { utility } from '../rules/utility.ts';

/** Texts listed at most when looking for one that can pass; larger spaces are searched from their best corners. */
const LISTED = 300_000;

/** What is valid and yet probably not meant: issues that never matter, deals that cannot pass, parts that do nothing. */
export function lint(scenario: Scenario): readonly string[] {
  const idle = scenario.conference.protocol === 'alternating-offers' ? idleInOffers(scenario) : unused(scenario);
  return [...deadIssues(scenario), ...impassable(scenario), ...idle];
}

function deadIssues({ issues, parties }: Scenario): string[] {
  return issues.flatMap((issue) => {
    const stances = parties.map((party) => stanceOn(party, issue));
    if (stances.every((stance) => stance.salience.value === 0))
      return [`issues.${issue.id} never matters: nobody gives it any salience`];
    const wanted = new Set(
      stances.filter((stance) => stance.salience.value > 0).map((stance) => favourite(issue, stance)),
    );
    return wanted.size === 1 && wanted.has(issue.opening)
      ? [`issues.${issue.id} never matters: the opening text holds what everybody wants of it`]
      : [];
  });
}

function stanceOn(party: Party, issue: Issue): Stance {
  return party.stances.find((stance) => stance.issue === issue.id)!;
}

/** The option it likes best; several equally good ones count as none in particular. */
function favourite(issue: Issue, { preference }: Stance): string {
  const value = (id: string, position: number) =>
    preference.kind === 'values' ? preference.values[id]!.value : 1 - Math.abs(position - preference.ideal.value);
  const ranked = issue.options.toSorted((a, b) => value(b.id, b.position) - value(a.id, a.position));
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  return value(best.id, best.position) === value(second.id, second.position) ? '' : best.id;
}

/** Whether some text lies within every signatory's red lines and at or above its walk-away, as they stand at the start. */
function impassable(scenario: Scenario): string[] {
  const setting = settingOf(scenario);
  const signatories = setting.signatories.map((i) => setting.parties[i]!);
  for (const party of signatories) {
    if (party.top < party.walkAway - TOLERANCE)
      return [
        `parties.${party.id} can never sign: its best text is worth ${party.top.toFixed(2)}, its walk-away ${party.walkAway.toFixed(2)}`,
      ];
  }
  const blocked = setting.issues.findIndex((issue, k) =>
    issue.options.every((_, o) => signatories.some((party) => !party.allowed[k]![o])),
  );
  if (blocked >= 0)
    return [`no deal can pass: every option of issues.${setting.issues[blocked]!.id} crosses a signatory’s red line`];
  const texts = setting.issues.reduce((product, issue) => product * issue.options.length, 1);
  if (texts > LISTED || somePasses(setting)) return [];
  return [
    'no deal can pass as things stand at the start: no text gives every signatory its walk-away (pain and pressure may open one)',
  ];
}

function somePasses(setting: Setting): boolean {
  const signatories = setting.signatories.map((i) => setting.parties[i]!);
  const text: number[] = setting.issues.map(() => 0);
  for (;;) {
    const passes = signatories.every(
      (party) =>
        utility(party, text) >= party.walkAway - TOLERANCE && text.every((option, k) => party.allowed[k]![option]),
    );
    if (passes) return true;
    let k = 0;
    while (k < text.length && ++text[k]! === setting.issues[k]!.options.length) text[k++] = 0;
    if (k === text.length) return false;
  }
}

/** What has no part in alternating offers, and times at which nobody has a turn any more. */
function idleInOffers({ conference, events, relations, parties }: Scenario): string[] {
  const rounds = conference.rounds.value;
  const last = (rounds - 1) / (rounds + 1);
  const spoilers = parties.filter((party) => party.spoiler !== undefined).map((party) => `parties.${party.id}.spoiler`);
  const parts = [...(events.length > 0 ? ['events'] : []), ...spoilers];
  const late = parties.flatMap(({ id, tactic }) => {
    const acceptance = 'acceptance' in tactic ? tactic.acceptance : undefined;
    if (acceptance === undefined || acceptance.kind === 'next' || acceptance.after.value <= last) return [];
    return [
      `parties.${id}.tactic.acceptance.after is never reached: the last of ${rounds} rounds comes at ${last.toFixed(3)}`,
    ];
  });
  return [
    ...parts.map((part) => `${part} has no part in alternating offers`),
    ...(relations.some((relation) => relation.channel !== 'none')
      ? ['relations decide who comes, and nothing after that: in alternating offers there is no corridor']
      : []),
    ...late,
  ];
}

function unused(scenario: Scenario): string[] {
  const { conference, events, relations } = scenario;
  const late = events.flatMap(({ id, when }) =>
    'round' in when && when.round >= conference.rounds.value ? [{ id, round: when.round }] : [],
  );
  return [
    ...late.map(
      (event) =>
        `events.${event.id} never strikes: it is set for round ${event.round}, and the last recess follows round ${conference.rounds.value - 1}`,
    ),
    ...relations
      .filter((relation) => relation.channel !== 'none' && relation.influence.value === 0)
      .map((relation) => `relations.${relation.from}.${relation.to} does nothing: a channel without influence`),
    ...(conference.chair.style === 'manipulation' && conference.chair.party === undefined
      ? ['conference.chair manipulates with nothing: a chair from outside has no leverage; name its party']
      : []),
  ];
}
