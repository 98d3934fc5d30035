/**
 * The smallest group that may be told of: 5, above the legal floor of 3 for aggregated statistics in Italy
 * (G.U. 14-1-2019, 19A00181, art. 5). A count of 0 is held back too: it tells of everybody.
 */
export const disclosureThreshold = 5;

export const isDisclosable = (count: number): boolean =>
  Number.isSafeInteger(count) && count >= disclosureThreshold;
