import type { DraftReason } from '../model/fact.ts';
import type { Text } from '../model/text.ts';

/** One issue that the chair changes, and to which option; both as indices. */
export interface DraftChange {
  readonly issue: number;
  readonly option: number;
  readonly reason: DraftReason;
}

export function withChanges(text: Text, changes: readonly DraftChange[]): Text {
  const next = text.slice();
  for (const { issue, option } of changes) next[issue] = option;
  return next;
}
