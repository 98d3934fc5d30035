/** Rows that a proposal examines. */
export const maxSampleRows = 1_000;

/** Share of the filled cells that must fit a type; the import reports the others as problems. */
export const minFittingShare = 0.95;
