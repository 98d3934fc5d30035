import { createIndicatorDefinition, type IndicatorDefinition } from "../../src/domain/indicators/indicator";

export const censusSource = "istat-census-2011";

interface Column {
  readonly column: string;
  readonly code: string;
  readonly unit: "buildings" | "persons";
  readonly name: IndicatorDefinition["name"];
}

const buildings = (column: string, code: string, it: string, en: string): Column => ({
  column,
  code: `census_2011_buildings_${code}`,
  unit: "buildings",
  name: {
    it: `Edifici residenziali ${it} (censimento 2011)`,
    en: `Residential buildings ${en} (census 2011)`,
  },
});

/** The columns according to ISTAT's record layout for 2011, which is not part of the file. */
export const censusColumns: readonly Column[] = [
  {
    column: "P1",
    code: "census_2011_residents",
    unit: "persons",
    name: { it: "Residenti (censimento 2011)", en: "Residents (census 2011)" },
  },
  {
    column: "P61",
    code: "census_2011_employed",
    unit: "persons",
    name: { it: "Residenti occupati (censimento 2011)", en: "Employed residents (census 2011)" },
  },
  buildings("E17", "1_storey", "di un piano", "of one storey"),
  buildings("E18", "2_storeys", "di due piani", "of two storeys"),
  buildings("E19", "3_storeys", "di tre piani", "of three storeys"),
  buildings("E20", "4plus_storeys", "di quattro piani e più", "of four storeys and more"),
];

/** Series of their own: the census counted 1,242,123 residents, the city's register of the same year 1,341,830. */
export const censusDefinitions: readonly IndicatorDefinition[] = censusColumns.map(
  ({ column, code, unit, name }) =>
    createIndicatorDefinition({
      code,
      name,
      definition: {
        it: `Somma della colonna ${column} delle sezioni del censimento ISTAT 2011 (9 ottobre 2011). I NIL sono quelli della divisione del 2009, riconosciuti dal nome. Non confrontabile con il registro anagrafico.`,
        en: `Sum of the column ${column} over the sections of the ISTAT census of 2011 (9 October 2011). The NIL are those of the division of 2009, known by their names. Not comparable with the register of residents.`,
      },
      // A number of buildings is not a number of persons, which the hub would mark if small.
      formula: unit === "buildings" ? `sum of ${column} over the sections` : null,
      family: "CONTEXT",
      unit,
      decimals: 0,
      polarity: "NEUTRAL",
      aggregation: "SUM",
      finestLevel: "NEIGHBOURHOOD",
      sourceCodes: [censusSource],
    }),
);
