/**
 * Why a row gives nothing without a fault. COMMENT: `commentPrefix`. CONDITION: `when`. WORD: a word that is null in a map. BLANK:
 * its cells are empty.
 */
export const leftOutReasons = ["COMMENT", "CONDITION", "WORD", "BLANK"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOut = Readonly<Record<LeftOutReason, number>>;

export const noneLeftOut: LeftOut = { COMMENT: 0, CONDITION: 0, WORD: 0, BLANK: 0 };

export const moreLeftOut = (a: LeftOut, b: LeftOut): LeftOut => ({
  COMMENT: a.COMMENT + b.COMMENT,
  CONDITION: a.CONDITION + b.CONDITION,
  WORD: a.WORD + b.WORD,
  BLANK: a.BLANK + b.BLANK,
});
