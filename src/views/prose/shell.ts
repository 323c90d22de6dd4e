/** A word as a shell takes it whole. */
export function shellWord(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The `--set`s of a command as they are typed again. */
export function setWords(sets: readonly string[] = []): string {
  return sets.map((one) => ` --set ${shellWord(one)}`).join('');
}

/** How a seat is played. Recorded, for nobody can look back on what was not. */
export function playCommand({
  command,
  name,
  party,
  seed,
}: Readonly<Record<'command' | 'name' | 'party' | 'seed', string>>): string {
  return `${command} play ${name} --as ${party} --seed ${shellWord(seed)} --record ${party}.jsonl`;
}
