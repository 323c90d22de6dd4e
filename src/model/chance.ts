/**
 * Chance, as the rules see it. `label` is `purpose/party`, `purpose/party/other` or `purpose/world`;
 * round 0 is the time before the first round. Gives the same number in [0, 1) whenever it is asked.
 */
export interface Chance {
  at(label: string, round: number): number;
}
