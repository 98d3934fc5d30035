import { createIndicatorDefinition, type IndicatorDefinition } from "../../src/domain/indicators/indicator";
import type { LocalizedText } from "../../src/domain/kit/localized-text";

/** The classes by their published names, from the lowest; a blank one would be unknown. */
export const incomeClasses = [
  "Minore o uguale a 0 euro",
  "0 - 10.000 euro",
  "10.000 - 15.000 euro",
  "15.000 - 26.000 euro",
  "26.000 - 55.000 euro",
  "55.000 - 75.000 euro",
  "75.000 - 120.000 euro",
  "120.000 euro e più",
] as const;

const common = {
  polarity: "NEUTRAL",
  finestLevel: "CITY",
  sensitive: true,
  sourceCodes: ["mef-income-classes"],
} as const;

/** How many classes from the lowest are summed. */
export const classesIn = {
  taxpayers_in_classes: incomeClasses.length,
  taxpayers_up_to_10000: 2,
  taxpayers_up_to_15000: 3,
} as const;
export type ClassSum = keyof typeof classesIn;

const sum = (code: ClassSum, name: LocalizedText, classes: LocalizedText): IndicatorDefinition =>
  createIndicatorDefinition({
    ...common,
    code,
    name,
    definition: {
      it: `Somma ${classes.it}, come pubblicate dal MEF, per anno.`,
      en: `Sum of ${classes.en}, as published by the Ministry of Finance (MEF), by year.`,
    },
    family: "CONTEXT",
    unit: "persons",
    decimals: 0,
    aggregation: "SUM",
  });

const share = (code: string, numerator: ClassSum, euro: string): IndicatorDefinition =>
  createIndicatorDefinition({
    ...common,
    code,
    name: {
      it: `Quota di contribuenti con reddito fino a ${euro} euro`,
      en: `Share of taxpayers with an income up to ${euro} euro`,
    },
    definition: {
      it: `Contribuenti con reddito fino a ${euro} euro, zero e negativo compresi, ogni 100 contribuenti in una classe. Chi non rientra in alcuna classe è escluso.`,
      en: `Taxpayers with an income up to ${euro} euro, zero and below included, per 100 taxpayers in any class. Taxpayers in no class are excluded.`,
    },
    formula: `100 * ${numerator} / taxpayers_in_classes`,
    family: "FRAGILITY",
    unit: "percent",
    decimals: 1,
    aggregation: "WEIGHTED_MEAN",
    numeratorCode: numerator,
    denominatorCode: "taxpayers_in_classes",
    factor: 100,
  });

export const classSumDefinitions: readonly IndicatorDefinition[] = [
  sum(
    "taxpayers_in_classes",
    { it: "Contribuenti in una classe di reddito", en: "Taxpayers in a class of income" },
    {
      it: "di tutte le 8 classi di reddito, da zero o meno a oltre 120.000 euro",
      en: "all 8 classes of income, from zero or less to above 120,000 euro",
    },
  ),
  sum(
    "taxpayers_up_to_10000",
    { it: "Contribuenti fino a 10.000 euro", en: "Taxpayers up to 10,000 euro" },
    {
      it: "delle 2 classi di reddito fino a 10.000 euro, zero e negativo compresi",
      en: "the 2 classes of income up to 10,000 euro, zero and below included",
    },
  ),
  sum(
    "taxpayers_up_to_15000",
    { it: "Contribuenti fino a 15.000 euro", en: "Taxpayers up to 15,000 euro" },
    {
      it: "delle 3 classi di reddito fino a 15.000 euro, zero e negativo compresi",
      en: "the 3 classes of income up to 15,000 euro, zero and below included",
    },
  ),
];

export const classShareDefinitions: readonly IndicatorDefinition[] = [
  share("low_income_taxpayers_share", "taxpayers_up_to_10000", "10.000"),
  share("low_income_15000_taxpayers_share", "taxpayers_up_to_15000", "15.000"),
];
