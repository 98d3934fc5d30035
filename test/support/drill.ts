const seed = process.env.VICINATO_DRILL_SEED;

/**
 * How long a drill is: in full by `npm run drill`, with the seed that it prints; a short form, always the same, in `npm test`.
 * Made for fc.assert and fc.sample.
 */
export const drill = (full: number, short: number): { readonly seed: number; readonly numRuns: number } =>
  seed === undefined ? { seed: 20261122, numRuns: short } : { seed: Number(seed), numRuns: full };
