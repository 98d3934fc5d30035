import { Field, ObjectType } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { BudgetLineChange, BudgetLineChangeKind } from "../../domain/strategy/budget-diff";
import type { SharedBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { enumType } from "../kit/enum-type";
import { MoneyType } from "../kit/money.type";
import { BudgetVersionType, FundEnum } from "./budget.type";

const BudgetLineChangeKindEnum = enumType<BudgetLineChangeKind>(
  "BudgetLineChangeKind",
  "What became of a fund from one version of a budget to another.",
  {
    APPEARS: "Only the later version names it.",
    CHANGES: "Both name it, with different amounts.",
    STAYS: "Both name it, with the same amount.",
    VANISHES: "Only the earlier version names it.",
  },
);

@ObjectType("BudgetLineChange", {
  description: "One fund in two versions of a budget.",
  simpleResolvers: true,
})
export class BudgetLineChangeType implements BudgetLineChange {
  @Field(() => FundEnum, { description: "The fund." })
  fund!: Fund;

  @Field(() => BudgetLineChangeKindEnum, { description: "What became of it." })
  kind!: BudgetLineChangeKind;

  @Field(() => MoneyType, { nullable: true, description: "Its amount in `from`; null if not named there." })
  before!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Its amount in `to`; null if not named there." })
  after!: MoneyType | null;

  @Field(() => MoneyType, { description: "After less before; below 0 when it shrinks." })
  change!: MoneyType;
}

@ObjectType("BudgetDiff", {
  description:
    "What changed between two versions of a budget. A source that gives a fund another name makes one vanish and one appear.",
  simpleResolvers: true,
})
export class BudgetDiffType implements SharedBudgetDiff {
  @Field(() => BudgetVersionType, { description: "The version compared from." })
  from!: BudgetVersionType;

  @Field(() => BudgetVersionType, { description: "The version compared to." })
  to!: BudgetVersionType;

  @Field(() => MoneyType, { description: "Total of `to` less total of `from`." })
  totalChange!: MoneyType;

  @Field(() => [BudgetLineChangeType], {
    nullable: true,
    description:
      "By fund; the changes add up to that of the total. Null where a version gives only its total: its funds are not known, which is not 0.",
  })
  lines!: BudgetLineChangeType[] | null;
}
