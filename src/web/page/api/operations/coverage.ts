// Written by `npm run schema` from coverage.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AreaLevel =
  | 'CITY'
  | 'DISTRICT'
  | 'NEIGHBOURHOOD'
  | 'OMI_ZONE'
  | 'POSTAL_CODE';

export type CoverageQueryVariables = Exact<{
  area: string;
  level: AreaLevel;
  population: string;
  populationPeriod: string;
  speed: number;
}>;


export type CoverageQuery = { readonly access: { readonly minutes: number, readonly radiusMetres: number, readonly detourFactor: number, readonly method: string, readonly centres: number, readonly centresOfUnknownStatus: number, readonly areas: ReadonlyArray<{ readonly result: { readonly people: number, readonly figures: { readonly coveredShare: number, readonly gapPeople: number, readonly nearestMinutes: number | null }, readonly sensitivity: ReadonlyArray<{ readonly walkingSpeedKmh: number, readonly coveredShare: number }> } | null }> } | null };

export const Coverage: Operation<CoverageQuery, CoverageQueryVariables> = {
  name: "Coverage",
  hash: "a43066318e1e913fe7be0c544dfebcf4abd7ed6463bd662ccf15c5587d557274",
  text: "query Coverage($area: String!, $level: AreaLevel!, $population: String!, $populationPeriod: PartialDate!, $speed: Float!) {\n  access(\n    input: {areas: [$area], level: $level, period: $populationPeriod, population: $population, walkingSpeedKmh: $speed}\n  ) {\n    minutes\n    radiusMetres\n    detourFactor\n    method\n    centres\n    centresOfUnknownStatus\n    areas {\n      result {\n        people\n        figures {\n          coveredShare\n          gapPeople\n          nearestMinutes\n        }\n        sensitivity {\n          walkingSpeedKmh\n          coveredShare\n        }\n      }\n    }\n  }\n}",
};
