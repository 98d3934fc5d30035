import type * as z from "zod";
import { code, distinct, group, optional, partialDate, whole } from "./field";
import { localizedText, originalOf, textIn } from "./localized-text";

/** HSDS 3.1 service_capacity. */
export type Capacity = z.output<typeof count>;

const count = group(
  {
    /** What is counted, for example places or tables. */
    unit: localizedText(),
    /** Free places when the source counted; `null` when no source says. */
    available: optional(whole(0)),
    /** All places, free or not; `null` when no source says. */
    maximum: optional(whole(0)),
    /** When the source counted, not when the hub stored the count; `null` when no source says. */
    updatedAt: optional(partialDate()),
    sourceCode: code("SET_BY_HUB"),
  },
  ({ available, maximum }, check) => {
    check(available !== null || maximum !== null, "maximum", (text) => text.capacityUnknown);
    const fits = available === null || maximum === null || available <= maximum;
    check(fits, "available", (text) => text.capacityFree({ maximum }));
  },
);

/** One count per unit and source: a second one would contradict the first. */
export const capacity = () =>
  distinct(count, ({ unit, sourceCode }) =>
    JSON.stringify([textIn(unit, originalOf(unit)).value, sourceCode]),
  );
