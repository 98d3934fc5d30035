import { Float } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { SharedBudgetVersion, SharedLine } from "../../domain/strategy/budget-version";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

export const FundEnum = enumType<Fund>("Fund", "Fund that finances a strategy.", {
  FESR: "European Regional Development Fund, ERDF (Fondo europeo di sviluppo regionale).",
  FSE_PLUS: "European Social Fund Plus, ESF+ (Fondo sociale europeo Plus).",
  FSC: "Italy's development and cohesion fund (Fondo sviluppo e coesione).",
  MUNICIPAL: "Own funds of the city.",
  OTHER: "Another fund, or a fund that the source does not name.",
});

const BudgetLineType = output<SharedLine>("BudgetLine", "Part of a budget that one fund pays.", {
  fund: nonNull(() => FundEnum, "The fund."),
  amount: nonNull(() => MoneyType, "Amount of the fund."),
  share: nonNull(() => Float, "Share of the total of the version, 0 to 1; computed."),
});

export const BudgetVersionType = sourced<SharedBudgetVersion, "sourceCodes">(
  "BudgetVersion",
  "Budget as stated by one source. Statements differ over time, and the hub keeps all versions.",
  {
    label: nonNull(() => String, "Label of the version."),
    validFrom: nullable(() => PartialDateScalar, "Start of validity; null if the source gives no date."),
    total: nonNull(() => MoneyType, "Sum of all lines."),
    lines: nonNull(() => [BudgetLineType], "Amounts by fund.", Object.keys(FundEnum).length),
    note: nullable(() => LocalizedTextType, "Caveat about this version."),
  },
);
