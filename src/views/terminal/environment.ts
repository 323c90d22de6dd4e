/**
 * Ink's colours do not know NO_COLOR, nor that a dumb terminal has none; FORCE_COLOR they know, and it wins here too.
 * To be called before ink is imported, for it looks once.
 */
export function settleColours(env: NodeJS.ProcessEnv): void {
  const unwanted = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  if (unwanted && env['FORCE_COLOR'] === undefined) env['FORCE_COLOR'] = '0';
  // React's other build is slower and keeps a measurement of every frame.
  env['NODE_ENV'] ??= 'production';
}
