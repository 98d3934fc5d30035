import type * as z from "zod";
import { code, distinct, group, optional, partialDate, whole } from "./field";
import { localizedText } from "./localized-text";

/** How many of something there are, and how many are free (HSDS 3.1 service_capacity). */
export type Capacity = z.output<typeof count>;

const count = group(
  {
    /** What is counted, for example places or tables. */
    unit: localizedText(),
    /** Free when it was counted; `null` where no source says. */
    available: optional(whole(0)),
    /** There at all; `null` where no source says. */
    maximum: optional(whole(0)),
    /** When the source counted it, not when the hub stored it; `null` where no source says. */
    updatedAt: optional(partialDate()),
    sourceCode: code("SET_BY_HUB"),
  },
  ({ available, maximum }, check) => {
    check(available !== null || maximum !== null, "maximum", (text) => text.capacityUnknown);
    const fits = available === null || maximum === null || available <= maximum;
    check(fits, "available", (text) => text.capacityFree({ maximum }));
  },
);

/** One count of each unit by each source: two of the same would be two answers to one question. */
export const capacity = () =>
  distinct(count, ({ unit, sourceCode }) => JSON.stringify([unit.it, sourceCode]));
