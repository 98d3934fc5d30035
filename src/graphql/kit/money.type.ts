import type { Money } from "../../domain/kit/money";
import { nonNull, output } from "./output";
import { SafeIntScalar } from "./scalars";

export const MoneyType = output<Money>("Money", "Exact amount of money.", {
  cents: nonNull(() => SafeIntScalar, "Amount in whole cents. Sum cents, not decimals."),
  currency: nonNull(() => String, "Currency, ISO 4217."),
});
