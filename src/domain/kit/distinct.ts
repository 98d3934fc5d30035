/** In the order of first appearance. */
export const distinct = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** In the order of `byText`. */
export const distinctSorted = <T extends string>(values: Iterable<T>): T[] => distinct(values).sort();
