import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { FundSpending, StageAmount } from "../../domain/strategy/spending";
import type { PlannedActionSpending, SpendingAnswer } from "../../queries/strategy/make-spending";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { BudgetVersionType, FundEnum } from "./budget.type";
import { ExpenditureKindEnum } from "./expenditure.type";

const stages = Object.keys(ExpenditureKindEnum).length;

const StageAmountType = output<StageAmount>("StageAmount", "Amount of one stage of expenditure.", {
  stage: nonNull(() => ExpenditureKindEnum, "The stage."),
  amount: nullable(
    () => MoneyType,
    "Sum of the entries, including corrections with their sign. 0 if the ledger has entries of this stage only elsewhere; null if it has none of this stage.",
  ),
  shareOfPlan: nullable(
    () => Float,
    "Amount as a share of the plan, for example 0.5 for half of it; null if one of them is unknown.",
  ),
});

const FundSpendingType = output<FundSpending>("FundSpending", "Budget and expenditure of one fund.", {
  fund: nonNull(() => FundEnum, "The fund."),
  plan: nullable(() => MoneyType, "Planned amount in the budget version; null if it does not name the fund."),
  planShare: nullable(() => Float, "Share of the fund in the total plan, 0 to 1."),
  stages: nonNull(() => [StageAmountType], "Amounts of every stage. Stages must never be summed.", stages),
});

export const ActionSpendingType = output<PlannedActionSpending>(
  "ActionSpending",
  "Expenditure of one action.",
  {
    actionCode: nonNull(() => String, "Code of the action."),
    plan: nullable(() => MoneyType, "Always null: budgets are stated by fund only."),
    stages: nonNull(() => [StageAmountType], "Amounts of every stage. Stages must never be summed.", stages),
  },
);

export const SpendingType = output<SpendingAnswer>(
  "Spending",
  "Expenditure compared with the plan of one budget version, in exact cents.",
  {
    budgetVersion: nonNull(() => BudgetVersionType, "Budget version of the comparison."),
    on: nullable(() => PartialDateScalar, "Requested date; null for the whole ledger."),
    stages: nonNull(
      () => [StageAmountType],
      "Totals of every stage. The amounts of all funds sum to them, and so do the amounts of all actions.",
      stages,
    ),
    byFund: nonNull(() => [FundSpendingType], "Plan and expenditure by fund.", Object.keys(FundEnum).length),
    byAction: nonNull(
      () => [ActionSpendingType],
      "Expenditure by action, including zero cells.",
      limits.totalledRecords,
    ),
    entries: nonNull(() => Int, "Number of counted ledger entries."),
    entriesInOtherCurrency: nonNull(
      () => Int,
      "Number of ledger entries in other currencies. They are not part of any amount.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason for null amounts; null if the amounts are known."),
  },
);
