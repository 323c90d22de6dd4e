import type { Invitation } from '../model/attendance.ts';
import type { OwnValues } from '../model/choices.ts';
import type { Channel, ChairStyle, IssueId, OptionId, Party, PartyId, Scenario } from '../model/scenario.ts';
import { seenScenario } from '../record/seen-scenario.ts';

/** A scenario as one seat is told it, in numbers without their sources. Utilities lie in [0, 1]. */
export interface SeatScenario {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly conference: {
    readonly place: string;
    readonly date: string;
    readonly host: string;
    readonly rounds: number;
    readonly roundStandsFor: string;
    readonly deadlineHardness: number;
    readonly consultations: boolean;
    readonly chair: {
      readonly party?: PartyId;
      readonly name: string;
      readonly style: ChairStyle;
      readonly pace: number;
    };
    readonly rule: { readonly quorum?: number; readonly allBut?: number; readonly vetoes: readonly PartyId[] };
  };
  /** In the order of the agenda. */
  readonly issues: readonly {
    readonly id: IssueId;
    readonly name: string;
    readonly about: string;
    readonly ordered: boolean;
    readonly options: readonly {
      readonly id: OptionId;
      readonly name: string;
      readonly meaning: string;
      readonly position: number;
    }[];
    readonly statusQuo: OptionId;
    readonly opening: OptionId;
    readonly guarantee: boolean;
    readonly commitment: boolean;
  }[];
  readonly parties: readonly {
    readonly id: PartyId;
    readonly name: string;
    readonly signatory: boolean;
    readonly attendance: Invitation;
    readonly leverage: number;
    readonly guarantor: number;
    readonly brief: string;
    /** Ideals voiced in public, as positions in [0, 1]. */
    readonly voiced: Readonly<Record<IssueId, number>>;
  }[];
  readonly own: OwnValues & {
    readonly brief: string;
    readonly walkAway: number;
    readonly pain: number;
    readonly expectation: number;
    readonly optimism: number;
    readonly patience: number;
    readonly audience: number;
    readonly home: number;
    readonly budget: number;
  };
  /** Its own relations, from it and to it. */
  readonly relations: readonly {
    readonly from: PartyId;
    readonly to: PartyId;
    readonly influence: number;
    readonly trust: number;
    readonly channel: Channel;
    readonly via?: string;
  }[];
}

export function seatScenario(whole: Scenario, seat: PartyId, values: OwnValues): SeatScenario {
  const scenario = seenScenario(whole, [seat]);
  const { id, title, about, relations } = scenario;
  return {
    id,
    title,
    about,
    conference: conferenceOf(scenario),
    issues: scenario.agenda.map((issue) => issueOf(scenario, issue)),
    parties: scenario.parties.map(partyOf),
    own: ownOf(
      scenario.parties.find((party) => party.id === seat)!,
      values,
    ),
    relations: relations.map(({ from, to, influence, trust, channel, via }) => ({
      from,
      to,
      influence: influence.value,
      trust: trust.value,
      channel,
      ...(via !== undefined && { via }),
    })),
  };
}

function conferenceOf({ conference }: Scenario): SeatScenario['conference'] {
  const { place, date, host, rounds, roundStandsFor, deadlineHardness, consultations, chair, rule } = conference;
  return {
    place,
    date,
    host,
    rounds: Math.round(rounds.value),
    roundStandsFor,
    deadlineHardness: deadlineHardness.value,
    consultations,
    chair: {
      ...(chair.party !== undefined && { party: chair.party }),
      name: chair.name,
      style: chair.style,
      pace: chair.pace.value,
    },
    rule: {
      ...(rule.quorum !== undefined && { quorum: rule.quorum.value }),
      ...(rule.allBut !== undefined && { allBut: rule.allBut.value }),
      vetoes: rule.vetoes,
    },
  };
}

function issueOf({ issues }: Scenario, wanted: IssueId): SeatScenario['issues'][number] {
  const { id, name, about, ordered, options, statusQuo, opening, guarantee, commitment } = issues.find(
    (issue) => issue.id === wanted,
  )!;
  return { id, name, about, ordered, options, statusQuo, opening, guarantee, commitment };
}

function partyOf(party: Party): SeatScenario['parties'][number] {
  const { id, name, signatory, attendance, leverage, guarantor, brief, stances } = party;
  const voiced = stances.flatMap(({ issue, preference, voiced: how }) =>
    how === 'public' && preference.kind === 'ideal' ? [[issue, preference.ideal.value] as const] : [],
  );
  return {
    id,
    name,
    signatory,
    attendance,
    leverage: leverage.value,
    guarantor: guarantor.value,
    brief: brief.public,
    voiced: Object.fromEntries(voiced),
  };
}

function ownOf(party: Party, values: OwnValues): SeatScenario['own'] {
  return {
    brief: party.brief.confidential,
    walkAway: party.walkAway.value,
    pain: party.pain.value,
    expectation: party.expectation.value,
    optimism: party.optimism.value,
    patience: party.patience.value,
    audience: party.audience.value,
    home: party.home.value,
    budget: party.budget.value,
    ...values,
  };
}
