import { setFlagsFromString } from 'node:v8';

/**
 * Has new objects made where the young are. V8 takes what a conference leaves behind for long-lived and makes it among the
 * old, where it takes a fifth longer to be rid of. To be called before anything is played; it changes no result.
 */
export function allocateAmongTheYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
