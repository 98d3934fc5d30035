import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { ExpenditureKind } from "../../domain/strategy/expenditure";
import type { FundSpending, StageAmount } from "../../domain/strategy/spending";
import type { PlannedActionSpending, SpendingAnswer } from "../../queries/strategy/make-spending";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { PartialDateScalar } from "../kit/scalars";
import { BudgetVersionType, FundEnum } from "./budget.type";
import { ExpenditureKindEnum } from "./expenditure.type";

@ObjectType("StageAmount", { description: "One stage of money.", simpleResolvers: true })
class StageAmountType implements StageAmount {
  @Field(() => ExpenditureKindEnum, { description: "The stage." })
  stage!: ExpenditureKind;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "The sum of the entries, corrections with their sign. 0 where the ledger has entries of this stage, but none here; null where it has none of this stage at all.",
  })
  amount!: MoneyType | null;

  @Field(() => Float, {
    nullable: true,
    description: "The amount as a share of the plan, 0.5 is half of it; null without one of them.",
  })
  shareOfPlan!: number | null;
}

@ObjectType("FundSpending", { description: "Plan and ledger of one fund.", simpleResolvers: true })
class FundSpendingType implements FundSpending {
  @Field(() => FundEnum, { description: "The fund." })
  fund!: Fund;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What the version plans; null if it does not name the fund.",
  })
  plan!: MoneyType | null;

  @Field(() => Float, { nullable: true, description: "The plan as a share of the total, 0 to 1." })
  planShare!: number | null;

  @Field(() => [StageAmountType], { description: "Every stage; never to be added up with one another." })
  stages!: StageAmount[];
}

@ObjectType("ActionSpending", { description: "The ledger of one action.", simpleResolvers: true })
export class ActionSpendingType implements PlannedActionSpending {
  @Field(() => String, { description: "Code of the action." })
  actionCode!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What is planned for it; null, because budgets are given by fund only.",
  })
  plan!: MoneyType | null;

  @Field(() => [StageAmountType], { description: "Every stage; never to be added up with one another." })
  stages!: StageAmount[];
}

@ObjectType("Spending", {
  description: "Spend against plan: one version of the budget beside the ledger, in exact cents.",
  simpleResolvers: true,
})
export class SpendingType implements SpendingAnswer {
  @Field(() => BudgetVersionType, { description: "The version that it is compared with." })
  budgetVersion!: BudgetVersionType;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The day that was asked; null for the whole ledger.",
  })
  asOf!: string | null;

  @Field(() => [StageAmountType], { description: "All together; funds add up to it, and so do actions." })
  stages!: StageAmount[];

  @Field(() => [FundSpendingType], { description: "By fund." })
  byFund!: FundSpending[];

  @Field(() => [ActionSpendingType], { description: "By action, zero cells included." })
  byAction!: ActionSpendingType[];

  @Field(() => Int, { description: "How many entries of the ledger are counted." })
  entries!: number;

  @Field(() => Int, { description: "Entries in another currency, which are in no amount." })
  entriesInOtherCurrency!: number;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why amounts are null; null where they are known.",
  })
  reason!: LocalizedTextType | null;
}
