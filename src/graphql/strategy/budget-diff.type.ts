import type { Fund } from "../../domain/strategy/budget";
import type { BudgetLineChange, BudgetLineChangeKind } from "../../domain/strategy/budget-diff";
import type { SharedBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { MoneyType } from "../kit/money.type";
import { BudgetVersionType, FundEnum } from "./budget.type";

const BudgetLineChangeKindEnum = enumType<BudgetLineChangeKind>(
  "BudgetLineChangeKind",
  "Kind of change of a fund between two versions of a budget.",
  {
    APPEARS: "Only the later version names the fund.",
    CHANGES: "Both versions name the fund, with different amounts.",
    STAYS: "Both versions name the fund, with the same amount.",
    VANISHES: "Only the earlier version names the fund.",
  },
);

@Output("BudgetLineChange", "Change of one fund between two versions of a budget.")
export class BudgetLineChangeType implements BudgetLineChange {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @NonNull(() => BudgetLineChangeKindEnum, "Kind of change.")
  kind!: BudgetLineChangeKind;

  @Nullable(() => MoneyType, "Amount in `from`; null if the fund is not named there.")
  before!: MoneyType | null;

  @Nullable(() => MoneyType, "Amount in `to`; null if the fund is not named there.")
  after!: MoneyType | null;

  @NonNull(() => MoneyType, "Amount after minus amount before; negative for a decrease.")
  change!: MoneyType;
}

@Output(
  "BudgetDiff",
  "Differences between two versions of a budget. A renamed fund counts as one fund that vanishes and one that appears.",
)
export class BudgetDiffType implements SharedBudgetDiff {
  @NonNull(() => BudgetVersionType, "Earlier version of the comparison.")
  from!: BudgetVersionType;

  @NonNull(() => BudgetVersionType, "Later version of the comparison.")
  to!: BudgetVersionType;

  @NonNull(() => MoneyType, "Total of `to` minus total of `from`.")
  totalChange!: MoneyType;

  @Nullable(
    () => [BudgetLineChangeType],
    "Changes by fund; they sum to totalChange. Null if a version states only its total.",
  )
  lines!: BudgetLineChangeType[] | null;
}
