import { Float } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { SharedBudgetVersion, SharedLine } from "../../domain/strategy/budget-version";
import { NonNull, Nullable, Output } from "../kit/decorators";
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

@Output("BudgetLine", "The part of a budget that one fund pays.")
export class BudgetLineType implements SharedLine {
  @NonNull(() => FundEnum, "The fund.")
  fund!: Fund;

  @NonNull(() => MoneyType, "The amount.")
  amount!: MoneyType;

  @NonNull(() => Float, "Share in the total of its version, 0 to 1; computed, never stored.")
  share!: number;
}

@Output(
  "BudgetVersion",
  "The budget as one source states it. Sources disagree over time: all versions are kept.",
)
export class BudgetVersionType implements SharedBudgetVersion {
  @NonNull(() => String, "Name of the version.")
  label!: string;

  @Nullable(() => PartialDateScalar, "When it began to hold; null where its source has no date.")
  validFrom!: string | null;

  @NonNull(() => MoneyType, "The sum of all lines.")
  total!: MoneyType;

  @NonNull(() => [BudgetLineType], "What each fund pays.")
  lines!: BudgetLineType[];

  @Nullable(() => LocalizedTextType, "What to know about this version.")
  note!: LocalizedTextType | null;

  readonly sourceCodes!: readonly string[];
}
