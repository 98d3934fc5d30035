import * as z from "zod";
import type { Check } from "../kit/check";
import { choice, code, distinct, group, optional, partialDate, sources, text } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { disclosureThreshold, isDisclosable, isSafeSum } from "../statistics/disclosure";

const engagementKinds = ["ASSEMBLY", "CO_DESIGN", "ONLINE_PROCESS", "SURVEY", "WALK", "WORKSHOP"] as const;
export type EngagementKind = (typeof engagementKinds)[number];

const least = disclosureThreshold;

const ageClassCount = group(
  {
    /** For example `65-74` or `80+`. */
    ageClass: text(),
    count: optional(z.number()),
    suppressed: z.boolean(),
  },
  ({ count, suppressed }, check) => {
    check(!suppressed || count === null, "count", (text) => text.engagementSuppressed);
    const isShown = count !== null && isDisclosable(count);
    check(suppressed || isShown, "count", (text) => text.engagementCount({ least }));
  },
);

/** How many of one age class took part. A small count is suppressed: `count` is null and `suppressed` true. */
export type AgeClassCount = z.output<typeof ageClassCount>;

const participants = group(
  {
    /** `null` where it is not known or suppressed. */
    total: optional(z.number()),
    /** Classes that together hold everybody; empty where the source gives none. */
    byAgeClass: distinct(ageClassCount, ({ ageClass }) => ageClass),
  },
  checkTotal,
);

/** Who took part, as counts only: no person ever enters the hub. */
export type Participants = z.output<typeof participants>;

export const engagementEventRecord = defineRecord("EngagementEvent", {
  code: ownCode(),
  strategyCode: code("strategies"),
  name: localizedText(),
  kind: choice(engagementKinds),
  date: partialDate(),
  areaCode: code("areas"),
  centreCode: optional(code("centres")),
  participants: optional(participants),
  sourceCodes: sources(),
});

/** An occasion at which residents and stakeholders take part in a strategy. */
export interface EngagementEvent extends RecordOf<typeof engagementEventRecord> {}

export const createEngagementEvent = engagementEventRecord.create;

/** No group below the threshold may be shown, neither by its count nor by subtraction. */
function checkTotal(
  { total, byAgeClass }: { readonly total: number | null; readonly byAgeClass: readonly AgeClassCount[] },
  check: Check,
): void {
  check(total === null || isDisclosable(total), "total", (text) => text.engagementCount({ least }));
  if (total === null || byAgeClass.length === 0) return;
  const hidden = byAgeClass.filter(({ suppressed }) => suppressed).length;
  const rest = total - byAgeClass.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const isSafe = hidden === 0 ? rest === 0 : isSafeSum(hidden, rest);
  check(isSafe, "total", (text) => text.engagementRest({ rest, least }));
}
