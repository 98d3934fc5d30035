import type { Fund } from "../../domain/strategy/budget";
import type { BudgetLineChange, BudgetLineChangeKind } from "../../domain/strategy/budget-diff";
import type { SharedBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { NonNull, Nullable, Output } from "../kit/decorators";
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

@Output("BudgetLineChange", "One fund in two versions of a budget.")
export class BudgetLineChangeType implements BudgetLineChange {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @NonNull(() => BudgetLineChangeKindEnum, "What became of it.")
  kind!: BudgetLineChangeKind;

  @Nullable(() => MoneyType, "Its amount in `from`; null if not named there.")
  before!: MoneyType | null;

  @Nullable(() => MoneyType, "Its amount in `to`; null if not named there.")
  after!: MoneyType | null;

  @NonNull(() => MoneyType, "After less before; below 0 when it shrinks.")
  change!: MoneyType;
}

@Output(
  "BudgetDiff",
  "What changed between two versions of a budget. A source that gives a fund another name makes one vanish and one appear.",
)
export class BudgetDiffType implements SharedBudgetDiff {
  @NonNull(() => BudgetVersionType, "The version compared from.")
  from!: BudgetVersionType;

  @NonNull(() => BudgetVersionType, "The version compared to.")
  to!: BudgetVersionType;

  @NonNull(() => MoneyType, "Total of `to` less total of `from`.")
  totalChange!: MoneyType;

  @Nullable(
    () => [BudgetLineChangeType],
    "By fund; the changes add up to that of the total. Null where a version gives only its total: its funds are not known, which is not 0.",
  )
  lines!: BudgetLineChangeType[] | null;
}
