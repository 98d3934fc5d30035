import { GraphQLSafeInt } from "graphql-scalars";
import type { Money } from "../../domain/kit/money";
import { NonNull, Output } from "./decorators";

@Output("Money", "An exact amount of money.")
export class MoneyType implements Money {
  @NonNull(() => GraphQLSafeInt, "Whole cents: add these, not the decimals.")
  cents!: number;

  @NonNull(() => String, "Currency, ISO 4217.")
  currency!: string;
}
