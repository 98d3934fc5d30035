/** Rows that a proposal is made from. */
export const mostRowsLookedAt = 1_000;

/** Share of the cells with something in them that must fit a type; the others are told as problems at the import. */
export const fitting = 0.95;
