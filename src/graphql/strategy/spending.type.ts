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

@Output("StageAmount", "One stage of money.")
class StageAmountType implements StageAmount {
  @NonNull(() => ExpenditureKindEnum, "The stage.")
  stage!: ExpenditureKind;

  @Nullable(
    () => MoneyType,
    "The sum of the entries, corrections with their sign. 0 where the ledger has entries of this stage, but none here; null where it has none of this stage at all.",
  )
  amount!: MoneyType | null;

  @Nullable(() => Float, "The amount as a share of the plan, 0.5 is half of it; null without one of them.")
  shareOfPlan!: number | null;
}

@Output("FundSpending", "Plan and ledger of one fund.")
class FundSpendingType implements FundSpending {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @Nullable(() => MoneyType, "What the version plans; null if it does not name the fund.")
  plan!: MoneyType | null;

  @Nullable(() => Float, "The plan as a share of the total, 0 to 1.")
  planShare!: number | null;

  @NonNull(() => [StageAmountType], "Every stage; never to be added up with one another.")
  stages!: StageAmount[];
}

@Output("ActionSpending", "The ledger of one action.")
export class ActionSpendingType implements PlannedActionSpending {
  @NonNull(() => String, "Code of the action.")
  actionCode!: string;

  @Nullable(() => MoneyType, "What is planned for it; null, because budgets are given by fund only.")
  plan!: MoneyType | null;

  @NonNull(() => [StageAmountType], "Every stage; never to be added up with one another.")
  stages!: StageAmount[];
}

@Output("Spending", "Spend against plan: one version of the budget beside the ledger, in exact cents.")
export class SpendingType implements SpendingAnswer {
  @NonNull(() => BudgetVersionType, "The version that it is compared with.")
  budgetVersion!: BudgetVersionType;

  @Nullable(() => PartialDateScalar, "The day that was asked; null for the whole ledger.")
  asOf!: string | null;

  @NonNull(() => [StageAmountType], "All together; funds add up to it, and so do actions.")
  stages!: StageAmount[];

  @NonNull(() => [FundSpendingType], "By fund.")
  byFund!: FundSpending[];

  @NonNull(() => [ActionSpendingType], "By action, zero cells included.")
  byAction!: ActionSpendingType[];

  @NonNull(() => Int, "How many entries of the ledger are counted.")
  entries!: number;

  @NonNull(() => Int, "Entries in another currency, which are in no amount.")
  entriesInOtherCurrency!: number;

  @Nullable(() => LocalizedTextType, "Why amounts are null; null where they are known.")
  reason!: LocalizedTextType | null;
}
