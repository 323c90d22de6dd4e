/**
 * How a party is at the table.
 * `absent`: knows public texts and votes only, and may act on its channels.
 * `observer`: sees everything that is tabled, may caucus; no amendments, no vote.
 * `unofficial`: amends and is polled, but cannot sign: its acceptance is ad referendum.
 * `official`: amends, votes and, if a signatory, signs.
 */
export const GRADES = ['absent', 'observer', 'unofficial', 'official'] as const;
export type Grade = (typeof GRADES)[number];

/** What a scenario says of a party's coming; `accepted` is official and `declined` is absent. */
export const INVITATIONS = ['accepted', 'declined', 'observer', 'unofficial', 'undecided'] as const;
export type Invitation = (typeof INVITATIONS)[number];

/** What weighed most when an undecided party made up its mind about coming. */
export const CONSIDERATIONS = ['prospects', 'format', 'company', 'pressure', 'exposure'] as const;
export type Consideration = (typeof CONSIDERATIONS)[number];
