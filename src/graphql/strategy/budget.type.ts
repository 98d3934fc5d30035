import { Field, Float, ObjectType } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { SharedBudgetVersion, SharedLine } from "../../domain/strategy/budget-version";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { PartialDateScalar } from "../kit/scalars";

export const FundEnum = enumType<Fund>("Fund", "Where money comes from.", {
  FESR: "European Regional Development Fund, ERDF (Fondo europeo di sviluppo regionale).",
  FSE_PLUS: "European Social Fund Plus, ESF+ (Fondo sociale europeo Plus).",
  FSC: "Italy's development and cohesion fund (Fondo sviluppo e coesione).",
  MUNICIPAL: "The city's own money.",
  OTHER: "Another fund, or one that the source does not name.",
});

@ObjectType("BudgetLine", { description: "The part of a budget that one fund pays.", simpleResolvers: true })
export class BudgetLineType implements SharedLine {
  @Field(() => FundEnum, { description: "The fund." })
  fund!: Fund;

  @Field(() => MoneyType, { description: "The amount." })
  amount!: MoneyType;

  @Field(() => Float, { description: "Share in the total of its version, 0 to 1; computed, never stored." })
  share!: number;
}

@ObjectType("BudgetVersion", {
  description: "The budget as one source states it. Sources disagree over time: all versions are kept.",
  simpleResolvers: true,
})
export class BudgetVersionType implements SharedBudgetVersion {
  @Field(() => String, { description: "Name of the version." })
  label!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it began to hold; null where its source has no date.",
  })
  validFrom!: string | null;

  @Field(() => MoneyType, { description: "The sum of all lines." })
  total!: MoneyType;

  @Field(() => [BudgetLineType], { description: "What each fund pays." })
  lines!: BudgetLineType[];

  @Field(() => LocalizedTextType, { nullable: true, description: "What to know about this version." })
  note!: LocalizedTextType | null;

  readonly sourceCodes!: readonly string[];
}
