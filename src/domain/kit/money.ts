import type { Checking } from "./check";

/** An amount in the smallest unit of its currency, so that sums are exact. */
export interface Money {
  /** Whole cents. */
  readonly cents: number;
  /** ISO 4217. */
  readonly currency: string;
}

export function checkMoney({ check }: Checking, field: string, { cents, currency }: Money): void {
  check(Number.isSafeInteger(cents) && cents >= 0, field, cents, "whole cents, 0 or more");
  check(/^[A-Z]{3}$/.test(currency), field, currency, "an ISO 4217 currency");
}
