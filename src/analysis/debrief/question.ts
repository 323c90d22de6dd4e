import type { Ending } from '../../model/ending.ts';
import type { IssueId, OptionId, PartyId } from '../../model/scenario.ts';
import type { GroupDebrief } from './groups.ts';

export type GroupEnding = NonNullable<GroupDebrief['ending']>;

/**
 * A question to discuss, chosen because something happened; what happened is in its fields, and the view says both. Groups
 * go by their labels.
 */
export type Question =
  | { readonly type: 'untried-deal'; readonly groups: readonly string[] }
  | {
      readonly type: 'stood-alone';
      readonly group: string;
      readonly party: PartyId;
      readonly issue: IssueId;
      readonly times: number;
    }
  | {
      readonly type: 'red-line';
      readonly party: PartyId;
      readonly issue: IssueId;
      readonly groups: readonly string[];
      readonly times: number;
    }
  | {
      readonly type: 'near-miss';
      readonly group: string;
      readonly round: number;
      readonly party: PartyId;
      readonly margin: number;
    }
  | { readonly type: 'signed-below'; readonly group: string; readonly party: PartyId; readonly by: number }
  | {
      readonly type: 'parted';
      readonly endings: readonly { readonly ending: GroupEnding; readonly groups: readonly string[] }[];
    }
  | { readonly type: 'alike'; readonly ending: GroupEnding; readonly groups: number }
  | {
      readonly type: 'uneven';
      readonly group: string;
      readonly more: PartyId;
      readonly less: PartyId;
      readonly gains: readonly [number, number];
    }
  | {
      readonly type: 'short-of-frontier';
      readonly groups: readonly { readonly label: string; readonly distance: number }[];
    }
  | {
      readonly type: 'gave-most';
      readonly group: string;
      readonly party: PartyId;
      readonly gave: number;
      readonly got: number;
    }
  | {
      readonly type: 'pressure';
      readonly from: PartyId;
      readonly to: PartyId;
      readonly tried: number;
      readonly worked: number;
      readonly backfired: number;
    }
  | {
      readonly type: 'leak';
      readonly group: string;
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
    }
  | { readonly type: 'walk-out'; readonly group: string; readonly round: number; readonly party: PartyId }
  | { readonly type: 'no-mandate'; readonly group: string; readonly party: PartyId; readonly absent: boolean }
  | { readonly type: 'deadline'; readonly groups: readonly string[]; readonly rounds: number }
  | {
      readonly type: 'rare';
      readonly group: string;
      readonly ending: Ending;
      readonly count: number;
      readonly runs: number;
    }
  | {
      readonly type: 'against-forecast';
      readonly issue: IssueId;
      readonly forecast: OptionId;
      readonly groups: readonly string[];
    }
  | { readonly type: 'untouched'; readonly issues: readonly IssueId[] }
  | {
      readonly type: 'assumptions';
      readonly assumed: number;
      readonly of: number;
      readonly doubtful: readonly PartyId[];
    };
