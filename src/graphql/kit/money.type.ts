import { GraphQLSafeInt } from "graphql-scalars";
import type { Money } from "../../domain/kit/money";
import { NonNull, Output } from "./decorators";

@Output("Money", "Exact amount of money.")
export class MoneyType implements Money {
  @NonNull(() => GraphQLSafeInt, "Amount in whole cents. Sum cents, not decimals.")
  cents!: number;

  @NonNull(() => String, "Currency, ISO 4217.")
  currency!: string;
}
