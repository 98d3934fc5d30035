/** How often a property is tried: as often as it says with `CI=true`, a fifth of that without. */
export const runs = (full: number): number => (process.env.CI ? full : Math.ceil(full / 5));
