import type { Language } from "../address/address";
import { locales } from "./format";

export interface Money {
  readonly cents: number;
  readonly currency: string;
}

/** Whole units where there are no cents: `10.519.000 €`, `€10,519,000`. With `sign`, an increase has a plus. */
export const formatMoney = (
  { cents, currency }: Money,
  language: Language,
  { sign = false }: { readonly sign?: boolean } = {},
): string =>
  (cents / 100).toLocaleString(locales[language], {
    style: "currency",
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    useGrouping: "always",
    signDisplay: sign ? "exceptZero" : "auto",
  });
