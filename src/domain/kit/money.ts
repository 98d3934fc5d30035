import * as z from "zod";
import { group } from "./field";
import { checks } from "./messages/en/checks";

/** An amount in the smallest unit of its currency, so that sums are exact. */
export type Money = z.output<ReturnType<typeof money>>;

export const money = () =>
  group({
    /** Whole cents. */
    cents: z.number().refine((cents) => Number.isSafeInteger(cents) && cents >= 0, checks.money),
    currency: currency(),
  });

/** ISO 4217. */
export const currency = () => z.string().regex(/^[A-Z]{3}$/, checks.currency);
