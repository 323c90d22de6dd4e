import wrapAnsi from 'wrap-ansi';

/** A paragraph as lines no wider than `width` columns, each behind the indent. */
export function paragraph(text: string, width: number, indent = ''): string[] {
  return wrapAnsi(text, width - indent.length)
    .split('\n')
    .map((line) => indent + line);
}
