import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";

/** The columns that are taken over as they stand, and the indicators that they are. */
export const countColumns = {
  residents: "Totale",
  residents_men: "Uomini",
  residents_women: "Donne",
  residents_minors: "Minori",
  residents_foreign: "Stranieri",
  residents_65plus: "65 e +",
  residents_80plus: "80 e +",
  residents_80plus_alone: "80 e + soli fam registrate in anagrafe",
  households: "Famiglie registrate in anagrafe",
  households_one_person: "Famiglie unipersonali registrate in anagrafe",
  births: "Nati vivi",
  births_outside_marriage: "Nati fuori dal matrimonio",
  births_foreign_parent: "Nati con almeno un genitore straniero",
  deaths: "Morti",
  emigrated: "Emigrati",
  immigrated: "Immigrati",
} as const;
export type CountCode = keyof typeof countColumns;
export const countCodes = Object.keys(countColumns) as readonly CountCode[];

const common = { finestLevel: "NEIGHBOURHOOD", sourceCodes: ["ds205"] } as const;

/** A count as published: the definition names its column, because the source gives no other. */
const count = (code: CountCode, unit: string, it: string, en: string): IndicatorDefinition =>
  createIndicatorDefinition({
    ...common,
    code,
    name: { it, en },
    definition: {
      it: `Come pubblicato nella colonna "${countColumns[code]}" del dataset ds205, per anno.`,
      en: `As published in the column "${countColumns[code]}" of the dataset ds205, by year.`,
    },
    formula: null,
    family: "CONTEXT",
    unit,
    decimals: 0,
    polarity: "NEUTRAL",
    aggregation: "SUM",
    numeratorCode: null,
    denominatorCode: null,
    factor: null,
  });

/** A count made of two published ones. */
const derived = (
  code: string,
  unit: string,
  formula: string,
  name: IndicatorDefinition["name"],
  definition: IndicatorDefinition["definition"],
): IndicatorDefinition =>
  createIndicatorDefinition({
    ...common,
    code,
    name,
    definition,
    formula,
    family: "CONTEXT",
    unit,
    decimals: 0,
    polarity: "NEUTRAL",
    aggregation: "SUM",
    numeratorCode: null,
    denominatorCode: null,
    factor: null,
  });

type RatioFields = Pick<IndicatorDefinition, "code" | "name" | "definition" | "family" | "polarity"> & {
  readonly numeratorCode: string;
  readonly denominatorCode: string;
  readonly factor: 100 | 1000;
};

const ratio = (fields: RatioFields): IndicatorDefinition =>
  createIndicatorDefinition({
    ...common,
    ...fields,
    formula: `${fields.factor} * ${fields.numeratorCode} / ${fields.denominatorCode}`,
    unit: fields.factor === 100 ? "percent" : "per 1000 residents",
    decimals: 1,
    aggregation: "WEIGHTED_MEAN",
  });

export const countDefinitions: readonly IndicatorDefinition[] = [
  count("residents", "persons", "Residenti", "Residents"),
  count("residents_men", "persons", "Residenti uomini", "Male residents"),
  count("residents_women", "persons", "Residenti donne", "Female residents"),
  count("residents_minors", "persons", "Residenti minorenni", "Residents under 18"),
  count("residents_foreign", "persons", "Residenti stranieri", "Foreign residents"),
  count("residents_65plus", "persons", "Residenti di 65 anni e più", "Residents of 65 and over"),
  count("residents_80plus", "persons", "Residenti di 80 anni e più", "Residents of 80 and over"),
  count(
    "residents_80plus_alone",
    "persons",
    "Residenti di 80 anni e più che vivono soli (famiglie registrate in anagrafe)",
    "Residents of 80 and over who live alone (registered households)",
  ),
  count("households", "households", "Famiglie registrate in anagrafe", "Registered households"),
  count(
    "households_one_person",
    "households",
    "Famiglie unipersonali registrate in anagrafe",
    "Registered one-person households",
  ),
  count("births", "births", "Nati vivi", "Live births"),
  count("births_outside_marriage", "births", "Nati fuori dal matrimonio", "Births outside marriage"),
  count(
    "births_foreign_parent",
    "births",
    "Nati con almeno un genitore straniero",
    "Births with at least one foreign parent",
  ),
  count("deaths", "deaths", "Morti", "Deaths"),
  count("emigrated", "persons", "Emigrati", "Emigrated"),
  count("immigrated", "persons", "Immigrati", "Immigrated"),
];

export const derivedDefinitions: readonly IndicatorDefinition[] = [
  derived(
    "natural_balance",
    "persons",
    "births - deaths",
    { it: "Saldo naturale", en: "Natural balance" },
    { it: "Nati vivi meno morti nell'anno.", en: "Live births minus deaths in the year." },
  ),
  derived(
    "migration_moves",
    "persons",
    "emigrated + immigrated",
    { it: "Movimenti migratori", en: "Migration moves" },
    { it: "Emigrati più immigrati nell'anno.", en: "Emigrated plus immigrated in the year." },
  ),
];

export const ratioDefinitions: readonly IndicatorDefinition[] = [
  ratio({
    code: "share_65plus",
    name: { it: "Quota di residenti di 65 anni e più", en: "Share of residents of 65 and over" },
    definition: {
      it: "Residenti di 65 anni e più ogni 100 residenti.",
      en: "Residents of 65 and over per 100 residents.",
    },
    numeratorCode: "residents_65plus",
    denominatorCode: "residents",
    factor: 100,
    family: "FRAGILITY",
    polarity: "HIGHER_IS_WORSE",
  }),
  ratio({
    code: "share_80plus",
    name: { it: "Quota di residenti di 80 anni e più", en: "Share of residents of 80 and over" },
    definition: {
      it: "Residenti di 80 anni e più ogni 100 residenti.",
      en: "Residents of 80 and over per 100 residents.",
    },
    numeratorCode: "residents_80plus",
    denominatorCode: "residents",
    factor: 100,
    family: "FRAGILITY",
    polarity: "HIGHER_IS_WORSE",
  }),
  ratio({
    code: "alone_80plus_share",
    name: {
      it: "Quota di ultraottantenni che vivono soli",
      en: "Share of those of 80 and over who live alone",
    },
    definition: {
      it: "Residenti di 80 anni e più che vivono soli (famiglie registrate in anagrafe) ogni 100 residenti di 80 anni e più.",
      en: "Residents of 80 and over who live alone (registered households) per 100 residents of 80 and over.",
    },
    numeratorCode: "residents_80plus_alone",
    denominatorCode: "residents_80plus",
    factor: 100,
    family: "FRAGILITY",
    polarity: "HIGHER_IS_WORSE",
  }),
  ratio({
    code: "one_person_hh_share",
    name: { it: "Quota di famiglie unipersonali", en: "Share of one-person households" },
    definition: {
      it: "Famiglie unipersonali ogni 100 famiglie registrate in anagrafe.",
      en: "One-person households per 100 registered households.",
    },
    numeratorCode: "households_one_person",
    denominatorCode: "households",
    factor: 100,
    family: "FRAGILITY",
    polarity: "HIGHER_IS_WORSE",
  }),
  ratio({
    code: "foreign_share",
    name: { it: "Quota di residenti stranieri", en: "Share of foreign residents" },
    definition: { it: "Residenti stranieri ogni 100 residenti.", en: "Foreign residents per 100 residents." },
    numeratorCode: "residents_foreign",
    denominatorCode: "residents",
    factor: 100,
    family: "CONTEXT",
    polarity: "NEUTRAL",
  }),
  ratio({
    code: "minors_share",
    name: { it: "Quota di residenti minorenni", en: "Share of residents under 18" },
    definition: {
      it: "Residenti minorenni ogni 100 residenti.",
      en: "Residents under 18 per 100 residents.",
    },
    numeratorCode: "residents_minors",
    denominatorCode: "residents",
    factor: 100,
    family: "CONTEXT",
    polarity: "NEUTRAL",
  }),
  ratio({
    code: "natural_balance_rate",
    name: { it: "Tasso di saldo naturale", en: "Natural balance rate" },
    definition: {
      it: "Nati vivi meno morti nell'anno ogni 1000 residenti. Instabile dove i residenti sono pochi.",
      en: "Live births minus deaths in the year per 1000 residents. Unstable where residents are few.",
    },
    numeratorCode: "natural_balance",
    denominatorCode: "residents",
    factor: 1000,
    family: "CONTEXT",
    polarity: "NEUTRAL",
  }),
  ratio({
    code: "migration_turnover",
    name: { it: "Ricambio migratorio", en: "Migration turnover" },
    definition: {
      it: "Emigrati più immigrati nell'anno ogni 1000 residenti.",
      en: "Emigrated plus immigrated in the year per 1000 residents.",
    },
    numeratorCode: "migration_moves",
    denominatorCode: "residents",
    factor: 1000,
    family: "CONTEXT",
    polarity: "NEUTRAL",
  }),
];
