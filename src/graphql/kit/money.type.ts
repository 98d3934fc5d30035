import type { Money } from "../../domain/kit/money";
import { NonNull, Output } from "./decorators";
import { SafeIntScalar } from "./scalars";

@Output("Money", "Exact amount of money.")
export class MoneyType implements Money {
  @NonNull(() => SafeIntScalar, "Amount in whole cents. Sum cents, not decimals.")
  cents!: number;

  @NonNull(() => String, "Currency, ISO 4217.")
  currency!: string;
}
