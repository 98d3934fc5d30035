/** How often a property is tried: as often as it says in CI, a fifth of that elsewhere. */
export const runs = (full: number): number => (process.env.CI ? full : Math.ceil(full / 5));
