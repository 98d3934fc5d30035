import type { BudgetLineChange, BudgetLineChangeKind } from "../../domain/strategy/budget-diff";
import type { SharedBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { nonNull, nullable, output } from "../kit/output";
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

const BudgetLineChangeType = output<BudgetLineChange>(
  "BudgetLineChange",
  "Change of one fund between two versions of a budget.",
  {
    fund: nonNull(() => FundEnum, "The fund."),
    kind: nonNull(() => BudgetLineChangeKindEnum, "Kind of change."),
    amountBefore: nullable(() => MoneyType, "Amount in `fromVersion`; null if the fund is not named there."),
    amountAfter: nullable(() => MoneyType, "Amount in `toVersion`; null if the fund is not named there."),
    change: nonNull(() => MoneyType, "Difference: amountAfter minus amountBefore; negative for a decrease."),
  },
);

export const BudgetDiffType = output<SharedBudgetDiff>(
  "BudgetDiff",
  "Differences between two versions of a budget. A renamed fund counts as one fund that vanishes and one that appears.",
  {
    fromVersion: nonNull(() => BudgetVersionType, "Earlier version of the comparison."),
    toVersion: nonNull(() => BudgetVersionType, "Later version of the comparison."),
    totalChange: nullable(
      () => MoneyType,
      "Total of `toVersion` minus total of `fromVersion`; null with a reason if a version states only a part.",
    ),
    lines: nullable(
      () => [BudgetLineChangeType],
      "Changes by fund; they sum to totalChange. Null if a version states only its total.",
      Object.keys(FundEnum).length,
    ),
    reason: nullable(() => LocalizedTextType, "Why there is no change of the total."),
  },
);
