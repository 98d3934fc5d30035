import { isOrderOfPeriods } from "../kit/dates";
import { code, optional, period, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

export const areaHintRecord = defineRecord(
  "AreaHint",
  {
    code: ownCode(),
    areaCode: code("areas"),
    otherCode: code("areas"),
    /** The basis of the hint, in short words. */
    note: localizedText(),
    /** The first and the last period in which the source relates them; `null` where it names none. */
    firstPeriod: optional(period()),
    lastPeriod: optional(period()),
    sourceCodes: sources(),
  },
  ({ areaCode, otherCode, firstPeriod, lastPeriod }, check) => {
    check(areaCode !== otherCode, "otherCode", (text) => text.areaOverlapsItself);
    check(isOrderOfPeriods(firstPeriod, lastPeriod), "lastPeriod", (text) => text.periodOrder);
  },
);

/**
 * A source relates two areas of different levels without measuring how they overlap. A hint leads a reader from one to the
 * other. No value passes along it: it has no part in ratios, totals and filters.
 */
export interface AreaHint extends RecordOf<typeof areaHintRecord> {}

export const createAreaHint = areaHintRecord.create;

/** One for each source and pair. */
export const areaHintCode = (sourceCode: string, areaCode: string, otherCode: string): string =>
  `${sourceCode}:${areaCode}+${otherCode}`;

/** The hint as seen from one of its areas. */
export const hintSeenFrom = (from: string, { areaCode, otherCode, ...hint }: AreaHint) => ({
  ...hint,
  areaCode: from === areaCode ? otherCode : areaCode,
});
