/** A decimal number as the formats write it, or nothing: no blanks, no hexadecimal, no infinity. */
export function decimal(text: string | undefined): number | undefined {
  if (text === undefined || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.trim())) return undefined;
  const number = Number(text.trim());
  return Number.isFinite(number) ? number : undefined;
}
