const source = (code: string) => `
source:
  code: ${code}
  title: Synthetic facts of a drill
  publisher: Nobody
  licence: CC0 1.0
  rights: { it: Nessuno }
  modified: 2026-01-15
  synthetic: true`;

export interface DrillFacts {
  readonly services: readonly { readonly id: number; readonly name: string; readonly area: string }[];
  /** By the code of the area. */
  readonly people: ReadonlyMap<string, number>;
}

/** Sources of the files: neither is imported unless it is named, because both are synthetic. */
export const drillSources = ["drill-services", "drill-people"] as const;
export const drillIndicator = "drill_people";
export const drillService = (id: number): string => `${drillSources[0]}:${id}`;

/** SYNTHETIC: services of a complete file, so that one that is left out goes, and the people of areas; with their mapping files. */
export const drillFiles = ({ services, people }: DrillFacts): Readonly<Record<string, string>> => ({
  "services.mapping.yaml": `${source(drillSources[0])}
  organizationCode: drill-office
file: { path: services.csv, format: csv, delimiter: ";", mode: FULL }
key: { column: id }
organizations:
  - { code: drill-office, name: Nobody, kind: MUNICIPALITY }
records:
  - type: service
    name: { it: "{name}" }
    organization: { constant: drill-office }
    status: { constant: ACTIVE }
    careDomains: { constant: SOCIAL_CARE }
    serviceAreas: { column: area }
`,
  "people.mapping.yaml": `${source(drillSources[1])}
file: { path: people.csv, format: csv, delimiter: ";", mode: PARTIAL }
records:
  - type: observation
    area: { column: area }
    level: NEIGHBOURHOOD
    period: { constant: "2024" }
    values:
      - { indicator: { constant: ${drillIndicator} }, value: { column: people } }
indicators:
  - code: ${drillIndicator}
    name: { it: Persone, en: People }
    definition: { it: Persone., en: People. }
    family: CONTEXT
    unit: persons
    decimals: 0
    polarity: NEUTRAL
    aggregation: SUM
    finestLevel: NEIGHBOURHOOD
`,
  "services.csv": csvOf(
    "id;name;area",
    services.map(({ id, name, area }) => `${id};${name};${area}`),
  ),
  "people.csv": csvOf(
    "area;people",
    [...people].map(([area, count]) => `${area};${count}`),
  ),
});

const csvOf = (header: string, rows: readonly string[]): string => [header, ...rows, ""].join("\n");
