import { Float } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { SharedBudgetVersion, SharedLine } from "../../domain/strategy/budget-version";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { PartialDateScalar } from "../kit/scalars";

export const FundEnum = enumType<Fund>("Fund", "Fund that finances a strategy.", {
  FESR: "European Regional Development Fund, ERDF (Fondo europeo di sviluppo regionale).",
  FSE_PLUS: "European Social Fund Plus, ESF+ (Fondo sociale europeo Plus).",
  FSC: "Italy's development and cohesion fund (Fondo sviluppo e coesione).",
  MUNICIPAL: "Own funds of the city.",
  OTHER: "Another fund, or a fund that the source does not name.",
});

@Output("BudgetLine", "Part of a budget that one fund pays.")
export class BudgetLineType implements SharedLine {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @NonNull(() => MoneyType, "Amount of the fund.")
  amount!: MoneyType;

  @NonNull(() => Float, "Share of the total of the version, 0 to 1; computed.")
  share!: number;
}

@Output(
  "BudgetVersion",
  "Budget as stated by one source. Statements differ over time, and the hub keeps all versions.",
)
export class BudgetVersionType implements SharedBudgetVersion {
  @NonNull(() => String, "Label of the version.")
  label!: string;

  @Nullable(() => PartialDateScalar, "Start of validity; null if the source gives no date.")
  validFrom!: string | null;

  @NonNull(() => MoneyType, "Sum of all lines.")
  total!: MoneyType;

  @NonNull(() => [BudgetLineType], "Amounts by fund.")
  lines!: BudgetLineType[];

  @Nullable(() => LocalizedTextType, "Caveat about this version.")
  note!: LocalizedTextType | null;

  readonly sourceCodes!: readonly string[];
}
