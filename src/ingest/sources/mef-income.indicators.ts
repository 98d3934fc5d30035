import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";

const common = {
  family: "CONTEXT",
  polarity: "NEUTRAL",
  decimals: 0,
  formula: null,
  numeratorCode: null,
  denominatorCode: null,
  factor: null,
  finestLevel: "CITY",
} as const;

/** The series that are taken over, by their published names: who declares what, and the three largest sorts of income. */
const taken = [
  ["Contribuenti", "taxpayers", "Contribuenti", "Taxpayers"],
  [
    "Contribuenti con reddito imponibile",
    "taxpayers_taxable_income",
    "Contribuenti con reddito imponibile",
    "Taxpayers with a taxable income",
  ],
  ["Reddito imponibile (euro)", "taxable_income", "Reddito imponibile", "Taxable income"],
  [
    "Contribuenti con reddito da pensione",
    "taxpayers_pension",
    "Contribuenti con reddito da pensione",
    "Taxpayers with a pension",
  ],
  ["Reddito da pensione (euro)", "pension_income", "Reddito da pensione", "Income from pensions"],
  [
    "Contribuenti con reddito da lavoro dipendente e assimilati",
    "taxpayers_employees",
    "Contribuenti con reddito da lavoro dipendente e assimilati",
    "Taxpayers with income from employment",
  ],
  [
    "Reddito da lavoro dipendente e assimilati (euro)",
    "employment_income",
    "Reddito da lavoro dipendente e assimilati",
    "Income from employment",
  ],
] as const;

/** Codes by the published names. */
export const mefSeries: ReadonlyMap<string, string> = new Map(taken.map(([name, code]) => [name, code]));

/** Series of the file that are not taken over: buildings, shares and self-employment tell little of older people. */
export const mefNotTaken: ReadonlySet<string> = new Set([
  "Contribuenti con reddito da fabbricati",
  "Contribuenti con reddito da lavoro autonomo (comprensivo dei valori nulli)",
  "Contribuenti con reddito da partecipazione (comprensivo dei valori nulli)",
  "Contribuenti con reddito di spettanza dell'imprenditore in contabilità ordinaria (comprensivo dei valori nulli)",
  "Contribuenti con reddito di spettanza dell'imprenditore in contabilità semplificata (comprensivo dei valori nulli)",
  "Reddito da fabbricati (euro)",
  "Reddito da lavoro autonomo (comprensivo dei valori nulli) (euro)",
  "Reddito da partecipazione (comprensivo dei valori nulli) (euro)",
  "Reddito di spettanza dell'imprenditore in contabilità ordinaria (comprensivo dei valori nulli) (euro)",
  "Reddito di spettanza dell'imprenditore in contabilità semplificata (comprensivo dei valori nulli) (euro)",
]);

const counts = taken.map(([published, code, it, en]) =>
  createIndicatorDefinition({
    ...common,
    code,
    name: { it, en },
    definition: {
      it: `Come pubblicato dal MEF nella serie "${published}", per anno.`,
      en: `As published by the Ministry of Finance (MEF) in the series "${published}", by year.`,
    },
    unit: published.endsWith("(euro)") ? "euro" : "persons",
    aggregation: "SUM",
    sourceCodes: ["mef-income"],
  }),
);

const mean = (code: string, numerator: string, denominator: string, it: string, en: string) =>
  createIndicatorDefinition({
    ...common,
    code,
    name: { it, en },
    definition: {
      it: `${it}: il reddito diviso per i contribuenti che lo hanno. Una media, non il reddito tipico.`,
      en: `${en}: the income divided by the taxpayers who have it. A mean, not what is usual.`,
    },
    formula: `${numerator} / ${denominator}`,
    unit: "euro",
    aggregation: "WEIGHTED_MEAN",
    numeratorCode: numerator,
    denominatorCode: denominator,
    factor: 1,
    sourceCodes: ["mef-income"],
  });

export const meanIncomeDefinitions: readonly IndicatorDefinition[] = [
  mean(
    "mean_taxable_income",
    "taxable_income",
    "taxpayers_taxable_income",
    "Reddito imponibile medio",
    "Mean taxable income",
  ),
  mean(
    "mean_pension_income",
    "pension_income",
    "taxpayers_pension",
    "Reddito medio da pensione",
    "Mean income from pensions",
  ),
  mean(
    "mean_employment_income",
    "employment_income",
    "taxpayers_employees",
    "Reddito medio da lavoro dipendente",
    "Mean income from employment",
  ),
];

export const mefIncomeDefinitions: readonly IndicatorDefinition[] = [...counts, ...meanIncomeDefinitions];
