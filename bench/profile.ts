import { Session } from 'node:inspector/promises';

/**
 * The share of each part in the time that `run` takes, by the files that samples of it fall into: the first part whose
 * pattern fits the file. What fits none stands under `other`, collecting garbage under a name of its own.
 */
export async function sharesByFile<K extends string>(
  parts: Readonly<Record<K, RegExp>>,
  run: () => void,
): Promise<readonly (readonly [K | 'garbage' | 'other', number])[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();

  type Part = K | 'garbage' | 'other';
  const names = Object.keys(parts) as K[];
  const partAt = (url: string, name: string): Part =>
    name === '(garbage collector)' ? 'garbage' : (names.find((part) => parts[part].test(url)) ?? 'other');
  const partOf = new Map(
    profile.nodes.map(({ id, callFrame: { url, functionName } }) => [id, partAt(url, functionName)]),
  );
  const spent = new Map<Part, number>([...names, 'garbage' as const, 'other' as const].map((part) => [part, 0]));
  let total = 0;
  profile.samples?.forEach((id, n) => {
    const took = profile.timeDeltas?.[n] ?? 0;
    const part = partOf.get(id) ?? 'other';
    spent.set(part, spent.get(part)! + took);
    total += took;
  });
  return [...spent].map(([name, took]) => [name, took / total] as const);
}
