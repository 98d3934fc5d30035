import { Float } from "type-graphql";
import type { BudgetPart, Fund } from "../../domain/strategy/budget";
import type { SharedBudgetVersion, SharedLine } from "../../domain/strategy/budget-version";
import { CitationType } from "../kit/citation.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { CertaintyEnum } from "../kit/standing.fields";

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

const BudgetPartType = output<BudgetPart>(
  "BudgetPart",
  "Part of a budget that a source states for several funds together.",
  {
    name: nonNull(() => LocalizedTextType, "What the part covers."),
    amount: nonNull(() => MoneyType, "Amount of the part."),
  },
);

export const BudgetVersionType = sourced<SharedBudgetVersion, "sourceCodes">(
  "BudgetVersion",
  "Budget as stated by one source. Statements differ over time, and the hub keeps all versions.",
  {
    label: nonNull(() => String, "Label of the version."),
    validFrom: nullable(() => PartialDateScalar, "Start of validity; null if the source gives no date."),
    assertedOn: nullable(
      () => PartialDateScalar,
      "Date on which the source stated it, at the known precision; null if the source is undated.",
    ),
    total: nullable(
      () => MoneyType,
      "Total, the sum of all lines; null if the source states only a part of the budget, see parts.",
    ),
    lines: nonNull(() => [BudgetLineType], "Amounts by fund.", Object.keys(FundEnum).length),
    parts: nonNull(
      () => [BudgetPartType],
      "Amounts for several funds together, within the total or without one; they need not sum to it.",
    ),
    certainty: nullable(() => CertaintyEnum, "Certainty of the amounts; null if nobody assessed it."),
    note: nullable(() => LocalizedTextType, "Caveat about this version."),
    citations: nonNull(() => [CitationType], "Pages that state the amounts."),
  },
);
