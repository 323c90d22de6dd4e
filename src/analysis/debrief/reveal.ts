import type { Quantity } from '../../model/quantity.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../../model/scenario.ts';
import { settingOf } from '../../rules/setting.ts';

/** What a party wanted on one issue, laid open. */
export interface RevealedStance {
  readonly issue: IssueId;
  /** Its share of all that the party cares about, in [0, 1]. */
  readonly weight: number;
  /** The options that it likes best. */
  readonly best: readonly OptionId[];
  /** By option: what it is worth to the party on this issue alone, in [0, 1]. */
  readonly values: Readonly<Record<OptionId, number>>;
  /** The options across its red line. */
  readonly never: readonly OptionId[];
  readonly voiced: 'public' | 'private';
}

export interface RevealedParty {
  readonly party: PartyId;
  readonly signatory: boolean;
  readonly veto: boolean;
  readonly walkAway: Quantity;
  readonly confidential: string;
  /** In the order of the agenda. */
  readonly stances: readonly RevealedStance[];
}

/** All stances, those who must sign first. */
export function revealOf(scenario: Scenario): readonly RevealedParty[] {
  const setting = settingOf(scenario);
  const revealed = scenario.parties.map((party): RevealedParty => {
    const own = setting.parties[setting.partyIndex.get(party.id)!]!;
    const stances = scenario.agenda.map((issue): RevealedStance => {
      const k = setting.issueIndex.get(issue)!;
      const { options } = setting.issues[k]!;
      const values = own.values[k]!;
      const most = Math.max(...values);
      return {
        issue,
        weight: own.weights[k]!,
        best: options.filter((_, o) => values[o] === most),
        values: Object.fromEntries(options.map((option, o) => [option, values[o]!])),
        never: options.filter((_, o) => !own.allowed[k]![o]),
        voiced: party.stances.find((stance) => stance.issue === issue)!.voiced,
      };
    });
    const { id, signatory, walkAway, brief } = party;
    const veto = scenario.conference.rule.vetoes.includes(id);
    return { party: id, signatory, veto, walkAway, confidential: brief.confidential, stances };
  });
  return revealed.sort((a, b) => Number(b.signatory) - Number(a.signatory));
}
