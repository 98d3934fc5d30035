/** Adds from left to right, because the order changes the rounding. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
