import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";

type Unit = "percent" | "per 1000 residents" | "years" | "children per woman";

interface Series {
  readonly code: string;
  readonly it: string;
  readonly en: string;
  readonly unit: Unit;
  readonly formula: string | null;
}

const series = (code: string, unit: Unit, it: string, en: string, formula: string | null = null): Series => ({
  code,
  it,
  en,
  unit,
  formula,
});

/**
 * The series of ISTAT by their published names: all 23, because each is an indicator of its own. They have a population of
 * their own, which is not that of the register (ds205): codes begin with `istat_`, and the two are never merged.
 */
export const istatSeries: ReadonlyMap<string, Series> = new Map([
  [
    "Crescita naturale (per mille abitanti)",
    series(
      "istat_natural_growth",
      "per 1000 residents",
      "Crescita naturale",
      "Natural growth",
      "birth rate - death rate",
    ),
  ],
  [
    "Età media della madre al parto",
    series("istat_age_of_mothers", "years", "Età media della madre al parto", "Mean age of mothers at birth"),
  ],
  [
    "Età media della popolazione - al 1° gennaio",
    series("istat_mean_age", "years", "Età media della popolazione", "Mean age of the population"),
  ],
  [
    "Indice di dipendenza degli anziani (valori percentuali) - al 1° gennaio",
    series(
      "istat_old_age_dependency",
      "percent",
      "Indice di dipendenza degli anziani",
      "Old-age dependency ratio",
      "100 * population 65+ / population 15-64",
    ),
  ],
  [
    "Indice di dipendenza strutturale (valori percentuali) - al 1° gennaio",
    series(
      "istat_dependency",
      "percent",
      "Indice di dipendenza strutturale",
      "Dependency ratio",
      "100 * (population 0-14 + population 65+) / population 15-64",
    ),
  ],
  [
    "Indice di vecchiaia (valori percentuali) - al 1° gennaio",
    series(
      "istat_ageing_index",
      "percent",
      "Indice di vecchiaia",
      "Ageing index",
      "100 * population 65+ / population 0-14",
    ),
  ],
  [
    "Numero medio di figli per donna",
    series("istat_fertility", "children per woman", "Numero medio di figli per donna", "Children per woman"),
  ],
  [
    "Popolazione 0-14 anni (valori percentuali) - al 1° gennaio",
    series(
      "istat_share_0_14",
      "percent",
      "Popolazione di 0-14 anni",
      "Share of people of 0 to 14",
      "100 * population 0-14 / population",
    ),
  ],
  [
    "Popolazione 15-64 anni (valori percentuali) - al 1° gennaio",
    series(
      "istat_share_15_64",
      "percent",
      "Popolazione di 15-64 anni",
      "Share of people of 15 to 64",
      "100 * population 15-64 / population",
    ),
  ],
  [
    "Popolazione 65 anni e più (valori percentuali) - al 1° gennaio",
    series(
      "istat_share_65plus",
      "percent",
      "Popolazione di 65 anni e più",
      "Share of people of 65 and over",
      "100 * population 65+ / population",
    ),
  ],
  [
    "Saldo migratorio con l'estero (per mille abitanti)",
    series(
      "istat_migration_abroad",
      "per 1000 residents",
      "Saldo migratorio con l'estero",
      "Net migration from abroad",
    ),
  ],
  [
    "Saldo migratorio interno (per mille abitanti)",
    series(
      "istat_migration_internal",
      "per 1000 residents",
      "Saldo migratorio interno",
      "Net internal migration",
    ),
  ],
  [
    "Saldo migratorio totale (per mille abitanti)",
    series("istat_migration_total", "per 1000 residents", "Saldo migratorio totale", "Net migration"),
  ],
  [
    "Speranza di vita a 65 anni - femmine",
    series(
      "istat_life_expectancy_65_women",
      "years",
      "Speranza di vita a 65 anni, donne",
      "Life expectancy at 65, women",
    ),
  ],
  [
    "Speranza di vita a 65 anni - maschi",
    series(
      "istat_life_expectancy_65_men",
      "years",
      "Speranza di vita a 65 anni, uomini",
      "Life expectancy at 65, men",
    ),
  ],
  [
    "Speranza di vita a 65 anni - totale",
    series("istat_life_expectancy_65", "years", "Speranza di vita a 65 anni", "Life expectancy at 65"),
  ],
  [
    "Speranza di vita alla nascita - femmine",
    series(
      "istat_life_expectancy_women",
      "years",
      "Speranza di vita alla nascita, donne",
      "Life expectancy at birth, women",
    ),
  ],
  [
    "Speranza di vita alla nascita - maschi",
    series(
      "istat_life_expectancy_men",
      "years",
      "Speranza di vita alla nascita, uomini",
      "Life expectancy at birth, men",
    ),
  ],
  [
    "Speranza di vita alla nascita - totale",
    series("istat_life_expectancy", "years", "Speranza di vita alla nascita", "Life expectancy at birth"),
  ],
  [
    "Tasso di crescita totale (per mille abitanti)",
    series("istat_total_growth", "per 1000 residents", "Tasso di crescita totale", "Total growth rate"),
  ],
  [
    "Tasso di mortalità (per mille abitanti)",
    series("istat_death_rate", "per 1000 residents", "Tasso di mortalità", "Death rate"),
  ],
  [
    "Tasso di natalità (per mille abitanti)",
    series("istat_birth_rate", "per 1000 residents", "Tasso di natalità", "Birth rate"),
  ],
  [
    "Tasso di nuzialità (per mille abitanti)",
    series("istat_marriage_rate", "per 1000 residents", "Tasso di nuzialità", "Marriage rate"),
  ],
]);

/** A published ratio without its parts: it is never put together for other areas. */
export const istatDefinitions: readonly IndicatorDefinition[] = [...istatSeries].map(
  ([published, { code, it, en, unit, formula }]) =>
    createIndicatorDefinition({
      code,
      name: { it, en: `${en} (ISTAT)` },
      definition: {
        it: `Come pubblicato da ISTAT nella serie "${published}", per anno; base di popolazione diversa dall'anagrafe (ds205).`,
        en: `As published by ISTAT in the series "${published}", by year; its population is not that of the city register (ds205).`,
      },
      formula,
      family: "CONTEXT",
      unit,
      decimals: unit === "children per woman" ? 2 : 1,
      polarity: "NEUTRAL",
      aggregation: "NONE",
      numeratorCode: null,
      denominatorCode: null,
      factor: null,
      finestLevel: "CITY",
      sourceCodes: ["istat-demography"],
    }),
);
