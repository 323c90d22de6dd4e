import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder, Processes } from '../study/dataset/lock.ts';

/** This process, and what can be known of others on this machine. */
export function processes(): Processes {
  const { pid } = process;
  const host = hostname();
  const start = statusOf(pid)?.start;
  return {
    self: { pid, host, ...(start !== undefined && { start }) },
    isAlive: (holder) => (holder.host === host ? isAlive(holder) : 'unknown'),
  };
}

function isAlive({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // What belongs to somebody else is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const status = statusOf(pid);
  if (status === undefined) return true;
  // A process that has ended and whose parent has not asked for it yet writes nothing any more.
  return status.state !== 'Z' && (start === undefined || status.start === start);
}

/** Numbers of processes come round again; together with the start of the machine and of the process they do not. */
function statusOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, start: `${boot}/${fields[19]}` };
  } catch {
    return undefined;
  }
}
