import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";

export const profileSource = "ds205-profile-2021";

type Words = Pick<IndicatorDefinition, "unit" | "decimals"> & {
  readonly code: string;
  readonly column: string;
  readonly name: IndicatorDefinition["name"];
  /** Counts are summed, densities and shares are not. */
  readonly aggregation: "NONE" | "SUM";
};

const count = (column: string, code: string, unit: string, it: string, en: string): Words => ({
  column,
  code: `profile_${code}`,
  unit,
  decimals: 0,
  aggregation: "SUM",
  name: { it: `${it} (profilo 2021)`, en: `${en} (profile of 2021)` },
});

/** The columns of the profile and the indicators that they are. The surface is compared, not taken over. */
export const profileColumns: readonly Words[] = [
  count("popolazione_totale", "residents", "persons", "Residenti", "Residents"),
  count("famiglie_registrate", "households", "households", "Famiglie registrate", "Registered households"),
  count(
    "famiglie_unipersonali",
    "households_one_person",
    "households",
    "Famiglie di una persona",
    "One-person households",
  ),
  count("nati_vivi", "births", "births", "Nati vivi", "Live births"),
  count("morti", "deaths", "deaths", "Morti", "Deaths"),
  count("immigrati", "immigrated", "persons", "Immigrati", "Persons who moved in"),
  count("emigrati", "emigrated", "persons", "Emigrati", "Persons who moved out"),
  {
    column: "pct_stranieri",
    code: "profile_foreign_share",
    unit: "percent",
    decimals: 1,
    aggregation: "NONE",
    name: { it: "Quota di stranieri (profilo 2021)", en: "Share of foreigners (profile of 2021)" },
  },
  {
    column: "densita_abitanti_km2",
    code: "profile_density",
    unit: "residents per square kilometre",
    decimals: 0,
    aggregation: "NONE",
    name: { it: "Densità di residenti (profilo 2021)", en: "Density of residents (profile of 2021)" },
  },
];

/**
 * Series of their own: the profile comes from an earlier edition of ds205 (2011-2021), reshaped by others under other
 * column names, without the row "N.D.". So a fault of the copy never stands in the series of the city's own file.
 */
export const profileDefinitions: readonly IndicatorDefinition[] = profileColumns.map(
  ({ column, code, name, unit, decimals, aggregation }) =>
    createIndicatorDefinition({
      code,
      name,
      definition: {
        it: `Come pubblicato nella colonna "${column}" del profilo 2021 per NIL, tratto da altri da un'edizione precedente di ds205. Senza i residenti non attribuiti a un NIL.`,
        en: `As published in the column "${column}" of the profile of 2021 by NIL, made by others from an earlier edition of ds205. Without the residents who are attributed to no NIL.`,
      },
      formula: null,
      family: "CONTEXT",
      unit,
      decimals,
      polarity: "NEUTRAL",
      aggregation,
      numeratorCode: null,
      denominatorCode: null,
      factor: null,
      finestLevel: "NEIGHBOURHOOD",
      sourceCodes: [profileSource],
    }),
);
