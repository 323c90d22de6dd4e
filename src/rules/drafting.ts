import type { Chance } from '../model/chance.ts';
import type { DraftReason } from '../model/fact.ts';
import type { Text } from '../model/text.ts';
import { facilitate } from './facilitation.ts';
import { formulate } from './formulation.ts';
import type { Setting } from './setting.ts';
import type { ChairView } from './visibility.ts';

export interface DraftChange {
  readonly issue: number;
  readonly option: number;
  readonly reason: DraftReason;
}

/** The chair's next text: at most `pace` issues of the present one changed. */
export function draftChanges(setting: Setting, view: ChairView, chance: Chance): readonly DraftChange[] {
  switch (setting.chair.style) {
    case 'facilitation':
      return facilitate(setting, view);
    case 'formulation':
    case 'manipulation':
      return formulate(setting, view, chance);
  }
}

export function withChanges(text: Text, changes: readonly { readonly issue: number; readonly option: number }[]): Text {
  const next = text.slice();
  for (const { issue, option } of changes) next[issue] = option;
  return next;
}
