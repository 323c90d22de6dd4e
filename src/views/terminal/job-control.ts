import { useApp, type SuspendTerminal } from 'ink';
import { useEffect, useMemo } from 'react';

/** Milliseconds after which we have not been stopped: the kernel stops no process group that nobody could continue. */
const NOT_STOPPED = 100;

/** A frame must begin in the first column: one that begins behind echoed keys is a row too tall. */
export const TO_FIRST_COLUMN = '\r';

/**
 * Ctrl-Z, and stops from outside. Gives the function that puts us to sleep: the shell gets its screen back, the whole
 * process group stops (npm waits above us, and a terminal whose foreground group is half awake is lost), and when we
 * are continued the screen is ours again.
 */
export function useJobControl(): () => void {
  const { suspendTerminal } = useApp();
  const control = useMemo(() => new JobControl(suspendTerminal), [suspendTerminal]);
  useEffect(() => control.listen(), [control]);
  return control.suspend;
}

class JobControl {
  readonly #suspendTerminal: SuspendTerminal;
  #asleep = false;

  constructor(suspendTerminal: SuspendTerminal) {
    this.#suspendTerminal = suspendTerminal;
  }

  listen(): () => void {
    process.on('SIGTSTP', this.suspend);
    process.on('SIGCONT', this.#repaint);
    return () => {
      process.off('SIGTSTP', this.suspend);
      process.off('SIGCONT', this.#repaint);
    };
  }

  readonly suspend = (): void => {
    // Windows has no jobs.
    if (process.platform === 'win32') return;
    void this.#leaveTerminal(async () => {
      const continued = nextContinuation();
      // Our own listener would swallow the signal that is to stop us.
      process.off('SIGTSTP', this.suspend);
      process.kill(0, 'SIGTSTP');
      await continued;
      process.on('SIGTSTP', this.suspend);
      process.stdout.write(TO_FIRST_COLUMN);
    });
  };

  /** After a stop that could not be foreseen (SIGSTOP) the terminal is as the shell has left it. */
  readonly #repaint = (): void => {
    void this.#leaveTerminal(async () => void process.stdout.write(TO_FIRST_COLUMN));
  };

  async #leaveTerminal(meanwhile: () => Promise<void>): Promise<void> {
    if (this.#asleep) return;
    this.#asleep = true;
    await this.#suspendTerminal(meanwhile);
    this.#asleep = false;
    // Nobody told us of a resize while we slept.
    process.kill(process.pid, 'SIGWINCH');
  }
}

function nextContinuation(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, NOT_STOPPED);
    process.once('SIGCONT', done);
    function done() {
      clearTimeout(timer);
      process.off('SIGCONT', done);
      resolve();
    }
  });
}
