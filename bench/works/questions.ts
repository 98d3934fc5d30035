import { city, period } from "../city/facts";

/** A question as the hub and as PostGraphile are asked it, and what both must agree on. */
export interface Question {
  readonly query: string;
  readonly variables: object;
  /** The facts in an answer, in an order of their own. */
  facts(data: never): unknown;
}

const rounded = (value: number): number => Number(value.toPrecision(9));
const byCode = <T extends readonly unknown[]>(rows: readonly T[]): T[] =>
  [...rows].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

interface Distribution {
  readonly [figure: string]: number | string;
}
const figures = "count mean min firstQuartile median thirdQuartile max";
const roundedFigures = (distribution: Distribution): number[] =>
  figures.split(" ").map((figure) => rounded(Number(distribution[figure])));

interface HubMap {
  readonly indicator: {
    readonly map: {
      readonly distribution: Distribution;
      readonly cells: readonly {
        readonly observation: {
          readonly value: number;
          readonly area: { readonly code: string; readonly name: string };
        };
        readonly rank: number;
        readonly decile: number;
      }[];
    };
  };
}

export const mapOfHub: Question = {
  query: `query map($indicator: String!, $period: PartialDate!, $city: String!) {
    indicator(code: $indicator) { code map(period: $period, city: $city) {
      distribution { ${figures} } cells { observation { value status area { code name } } rank decile }
    } }
  }`,
  variables: { indicator: "share", period, city: city.code },
  facts: ({ indicator: { map } }: HubMap) => [
    roundedFigures(map.distribution),
    byCode(
      map.cells.map(({ observation: { value, area }, rank, decile }) => [
        area.code,
        area.name,
        rounded(value),
        rank,
        decile,
      ]),
    ),
  ],
};

interface DatabaseMap {
  readonly distributions: { readonly nodes: readonly Distribution[] };
  readonly cells: {
    readonly nodes: readonly {
      readonly areaCode: string;
      readonly areaName: string;
      readonly value: number;
      readonly rank: number | string;
      readonly decile: number;
    }[];
  };
}

/** Computed for each request, or read from a materialised view. */
export const mapOfDatabase = (ready: "" | "Ready"): Question => ({
  query: `query map($indicator: String!, $period: String!) {
    distributions: all${ready}MapDistributions(condition: { indicator: $indicator, period: $period }) { nodes { ${figures} } }
    cells: all${ready}MapCells(condition: { indicator: $indicator, period: $period }) { nodes { areaCode areaName value status rank decile } }
  }`,
  variables: { indicator: "share", period },
  facts: ({ distributions, cells }: DatabaseMap) => [
    roundedFigures(distributions.nodes[0]!),
    byCode(
      cells.nodes.map(({ areaCode, areaName, value, rank, decile }) => [
        ...[areaCode, areaName, rounded(value)],
        ...[Number(rank), decile],
      ]),
    ),
  ],
});

interface HubCounts {
  readonly aggregate: {
    readonly cells: readonly {
      readonly groups: readonly { readonly code: string; readonly name: { readonly it: string } }[];
      readonly values: readonly { readonly measure: string; readonly value: number }[];
    }[];
  };
}

export const countsOfHub: Question = {
  query: `query counts($city: String!) {
    aggregate(input: { city: $city, measures: [CENTRES, SERVICES], groupBy: [AREA] }) {
      cells { groups { code name { it } } values { measure value } }
    }
  }`,
  variables: { city: city.code },
  facts: ({ aggregate }: HubCounts) =>
    byCode(
      aggregate.cells.map(({ groups: [area], values }) => [
        area!.code,
        area!.name.it,
        ...values.map(({ value }) => value),
      ]),
    ),
};

interface DatabaseCounts {
  readonly allAreaCounts: {
    readonly nodes: readonly { code: string; name: string; centres: string; services: string }[];
  };
}

export const countsOfDatabase: Question = {
  query: "query counts { allAreaCounts { nodes { code name centres services } } }",
  variables: {},
  facts: ({ allAreaCounts }: DatabaseCounts) =>
    byCode(
      allAreaCounts.nodes.map(({ code, name, centres, services }) => [
        code,
        name,
        Number(centres),
        Number(services),
      ]),
    ),
};
