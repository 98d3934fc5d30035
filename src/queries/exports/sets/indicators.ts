import type { IndicatorDefinition } from "../../../domain/indicators/indicator";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";

const { text, integer, number, yesNo, sources, localized } = columnsOf<IndicatorDefinition>();

export const indicators = recordSet({
  name: "indicators",
  record: "indicator",
  title: { it: "Indicatori", en: "Indicators" },
  description: { it: "Definizioni degli indicatori.", en: "Definitions of the indicators." },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice.", "Code.", ({ code }) => code),
    ...localized("name", "Nome", "Name", ({ name }) => name),
    ...localized("definition", "Definizione", "Definition", ({ definition }) => definition),
    text(
      "formula",
      "Formula; vuota per un numero preso come pubblicato.",
      "Formula; empty for a number taken as published.",
      (i) => i.formula,
    ),
    text("family", "Famiglia.", "Family.", ({ family }) => family),
    text("unit", "Unità di misura.", "Unit of measure.", ({ unit }) => unit),
    integer(
      "decimals",
      "Cifre decimali da mostrare.",
      "Digits after the point to show.",
      ({ decimals }) => decimals,
    ),
    text("polarity", "Verso.", "Polarity.", ({ polarity }) => polarity),
    text("aggregation", "Regola di aggregazione.", "Rule of aggregation.", ({ aggregation }) => aggregation),
    text("numerator", "Indicatore al numeratore.", "Indicator in the numerator.", (i) => i.numeratorCode),
    text(
      "denominator",
      "Indicatore al denominatore.",
      "Indicator in the denominator.",
      (i) => i.denominatorCode,
    ),
    number("factor", "Fattore del rapporto.", "Factor of the ratio.", ({ factor }) => factor),
    text("finestLevel", "Livello più fine.", "Finest level.", ({ finestLevel }) => finestLevel),
    yesNo(
      "sensitive",
      "Se i numeri piccoli sono omessi.",
      "Whether small numbers are suppressed.",
      (i) => i.sensitive ?? false,
    ),
    sources((i) => i.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});
