/** Each value once, in the order in which it came first. */
export const distinct = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** Each text once, in the order of `byText`. */
export const distinctSorted = <T extends string>(values: Iterable<T>): T[] => distinct(values).sort();
