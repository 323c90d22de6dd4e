import type { Basis, Quantity } from '../model/quantity.ts';
import type { Conference, Effect, Party, Preference, RedLine, Scenario, Stance, Tactic } from '../model/scenario.ts';

/** Where one number of a scenario comes from. */
export interface Row {
  /** As `--set` takes it. */
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** `source` and `paragraphs` are null and empty but for a number from a source; `reason` is left out where there is none. */
  readonly basis: Basis & { readonly source: string | null; readonly paragraphs: readonly number[] };
}

type Entry = readonly [path: string, quantity: Quantity | undefined];

/** One row for every number: the conference, each party with its stances in agenda order, relations, events, rules. */
export function evidenceOf(scenario: Scenario): readonly Row[] {
  return quantitiesOf(scenario).map(([path, { value, low, high, basis }]) => {
    const cited = basis.kind === 'source' ? basis : { ...basis, source: null, paragraphs: [] };
    return { path, value, low, high, basis: cited };
  });
}

/** Every number of a scenario by its path, in a fixed order that reads well. */
export function quantitiesOf(scenario: Scenario): readonly (readonly [path: string, quantity: Quantity])[] {
  const { conference, agenda, parties, relations, events, model } = scenario;
  const entries: readonly Entry[] = [
    ...under('conference', ofConference(conference)),
    ...parties.flatMap((party) => under(`parties.${party.id}`, ofParty(party, agenda))),
    ...relations.flatMap(({ from, to, influence, trust }) =>
      under(`relations.${from}.${to}`, [
        ['influence', influence],
        ['trust', trust],
      ]),
    ),
    ...events.flatMap(({ id, when, effects }) => [
      ...under(`events.${id}`, [['hazard', 'hazard' in when ? when.hazard : undefined]]),
      ...under(`events.${id}.effects`, effects.map(ofEffect)),
    ]),
    ...Object.entries(model).flatMap(([group, quantities]) => under(`model.${group}`, Object.entries(quantities))),
  ];
  return entries.flatMap(([path, quantity]) => (quantity ? [[path, quantity] as const] : []));
}

function under(path: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.map(([key, quantity]) => [`${path}.${key}`, quantity]);
}

function ofConference({ rounds, chair, pressureToCome, deadlineHardness, rival, rule }: Conference): readonly Entry[] {
  return [
    ['rounds', rounds],
    ['chair.skill', chair.skill],
    ['chair.pace', chair.pace],
    ['pressureToCome', pressureToCome],
    ['deadlineHardness', deadlineHardness],
    ...under('rival.draws', Object.entries(rival?.draws ?? {})),
    ['rule.quorum', rule.quorum],
    ['rule.allBut', rule.allBut],
  ];
}

function ofParty(party: Party, agenda: readonly string[]): readonly Entry[] {
  const stances = new Map(party.stances.map((stance) => [stance.issue, stance]));
  return [
    ['walkAway', party.walkAway],
    ['pain', party.pain],
    ['expectation', party.expectation],
    ['optimism', party.optimism],
    ['patience', party.patience],
    ['leverage', party.leverage],
    ['audience', party.audience],
    ['delegation', party.delegation],
    ['home', party.home],
    ['budget', party.budget],
    ['guarantor', party.guarantor],
    ['spoiler.step', party.spoiler?.type === 'greedy' ? party.spoiler.step : undefined],
    ...under('tactic', ofTactic(party.tactic)),
    ...agenda.flatMap((issue) => under(`stances.${issue}`, ofStance(stances.get(issue)!))),
  ];
}

/** Its numbers, and those of its acceptance; kinds and yardsticks are no numbers. */
function ofTactic(tactic: Tactic): readonly Entry[] {
  const acceptance = 'acceptance' in tactic ? Object.entries(tactic.acceptance ?? {}) : [];
  const entries = [...Object.entries(tactic), ...under('acceptance', acceptance as Entry[])] as readonly Entry[];
  return entries.filter(([, one]) => typeof one === 'object' && 'value' in one);
}

function ofStance({ preference, salience, redLine }: Stance): readonly Entry[] {
  return [...ofPreference(preference), ['salience', salience], ...ofRedLine(redLine)];
}

function ofPreference(preference: Preference): readonly Entry[] {
  if (preference.kind === 'values') return under('values', Object.entries(preference.values));
  return [
    ['ideal', preference.ideal],
    ['curvature', preference.curvature],
  ];
}

function ofRedLine(redLine: RedLine | undefined): readonly Entry[] {
  if (redLine?.kind !== 'bounds') return [];
  return [
    ['redLine.atLeast', redLine.atLeast],
    ['redLine.atMost', redLine.atMost],
  ];
}

function ofEffect(effect: Effect, index: number): Entry {
  return [`${index}.change`, effect.on === 'party' || effect.on === 'relation' ? effect.change : undefined];
}
