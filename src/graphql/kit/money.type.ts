import { GraphQLSafeInt } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { Money } from "../../domain/kit/money";

@ObjectType("Money", { description: "An exact amount of money.", simpleResolvers: true })
export class MoneyType implements Money {
  @Field(() => GraphQLSafeInt, { description: "Whole cents: add these, not the decimals." })
  cents!: number;

  @Field(() => String, { description: "Currency, ISO 4217." })
  currency!: string;
}
