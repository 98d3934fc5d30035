import { Float, Int } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { ExpenditureKind } from "../../domain/strategy/expenditure";
import type { FundSpending, StageAmount } from "../../domain/strategy/spending";
import type { PlannedActionSpending, SpendingAnswer } from "../../queries/strategy/make-spending";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { PartialDateScalar } from "../kit/scalars";
import { BudgetVersionType, FundEnum } from "./budget.type";
import { ExpenditureKindEnum } from "./expenditure.type";

@Output("StageAmount", "Amount of one stage of expenditure.")
class StageAmountType implements StageAmount {
  @NonNull(() => ExpenditureKindEnum, "The stage.")
  stage!: ExpenditureKind;

  @Nullable(
    () => MoneyType,
    "Sum of the entries, including corrections with their sign. 0 if the ledger has entries of this stage only elsewhere; null if it has none of this stage.",
  )
  amount!: MoneyType | null;

  @Nullable(
    () => Float,
    "Amount as a share of the plan, for example 0.5 for half of it; null if one of them is unknown.",
  )
  shareOfPlan!: number | null;
}

@Output("FundSpending", "Budget and expenditure of one fund.")
class FundSpendingType implements FundSpending {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @Nullable(() => MoneyType, "Planned amount in the budget version; null if it does not name the fund.")
  plan!: MoneyType | null;

  @Nullable(() => Float, "Share of the fund in the total plan, 0 to 1.")
  planShare!: number | null;

  @NonNull(() => [StageAmountType], "Amounts of every stage. Stages must never be summed.")
  stages!: StageAmount[];
}

@Output("ActionSpending", "Expenditure of one action.")
export class ActionSpendingType implements PlannedActionSpending {
  @NonNull(() => String, "Code of the action.")
  actionCode!: string;

  @Nullable(() => MoneyType, "Always null: budgets are stated by fund only.")
  plan!: MoneyType | null;

  @NonNull(() => [StageAmountType], "Amounts of every stage. Stages must never be summed.")
  stages!: StageAmount[];
}

@Output("Spending", "Expenditure compared with the plan of one budget version, in exact cents.")
export class SpendingType implements SpendingAnswer {
  @NonNull(() => BudgetVersionType, "Budget version of the comparison.")
  budgetVersion!: BudgetVersionType;

  @Nullable(() => PartialDateScalar, "Requested date; null for the whole ledger.")
  asOf!: string | null;

  @NonNull(
    () => [StageAmountType],
    "Totals of every stage. The amounts of all funds sum to them, and so do the amounts of all actions.",
  )
  stages!: StageAmount[];

  @NonNull(() => [FundSpendingType], "Plan and expenditure by fund.")
  byFund!: FundSpending[];

  @NonNull(() => [ActionSpendingType], "Expenditure by action, including zero cells.")
  byAction!: ActionSpendingType[];

  @NonNull(() => Int, "Number of counted ledger entries.")
  entries!: number;

  @NonNull(() => Int, "Number of ledger entries in other currencies. They are not part of any amount.")
  entriesInOtherCurrency!: number;

  @Nullable(() => LocalizedTextType, "Reason for null amounts; null if the amounts are known.")
  reason!: LocalizedTextType | null;
}
