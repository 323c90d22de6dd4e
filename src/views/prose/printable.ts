/** What moves a cursor, rings a bell, opens an escape sequence or turns the direction of writing. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** On one line, without anything that a terminal would obey: scenarios are written by others. */
export function printable(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** The same, line by line. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
