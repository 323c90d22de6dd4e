import type { Chance } from '../model/chance.ts';
import type { DraftChange } from './draft-change.ts';
import { facilitate } from './facilitation.ts';
import { formulate } from './formulation.ts';
import type { Setting } from './setting.ts';
import type { ChairView } from './visibility.ts';

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
