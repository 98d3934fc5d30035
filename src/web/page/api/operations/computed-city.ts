// Written by `npm run schema` from computed-city.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AggregationRule =
  | 'NONE'
  | 'SUM'
  | 'WEIGHTED_MEAN';

export type AreaLevel =
  | 'CITY'
  | 'DISTRICT'
  | 'NEIGHBOURHOOD'
  | 'OMI_ZONE'
  | 'POSTAL_CODE';

export type ObservationStatus =
  | 'BREAK'
  | 'CONFIDENTIAL'
  | 'ESTIMATED'
  | 'FORECAST'
  | 'MISSING'
  | 'NORMAL'
  | 'PROVISIONAL';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type ComputedCityQueryVariables = Exact<{
  indicator: string;
  from: AreaLevel;
  level: AreaLevel;
  period: string;
  city: string;
  cityPeriod: string;
  language: TextLanguage;
}>;


export type ComputedCityQuery = { readonly indicators: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly aggregation: AggregationRule, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> } | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly definition: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }, readonly levels: ReadonlyArray<{ readonly level: AreaLevel, readonly periods: ReadonlyArray<string> }> | null } | null, readonly observation: { readonly roundedValue: number | null, readonly area: { readonly name: string } | null } | null, readonly aggregate: { readonly cells: ReadonlyArray<{ readonly groups: ReadonlyArray<{ readonly code: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly record:
          | { readonly boundary: import("../../charts/geometry").Geometry | null }
          | Record<PropertyKey, never>
         | null }>, readonly values: ReadonlyArray<{ readonly value: number | null, readonly status: ObservationStatus, readonly reason: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null }> }> } | null, readonly enumerations: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly value: string, readonly label: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> }> | null };

export type TextFragment = { readonly value: string, readonly language: TextLanguage };

export type SourceFragment = { readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export const ComputedCity: Operation<ComputedCityQuery, ComputedCityQueryVariables> = {
  name: "ComputedCity",
  hash: "c8d152503a3257e6bf42832b42f8da8831bf5c385cce3efe59f75b7f6281f160",
  text: "query ComputedCity($indicator: String!, $from: AreaLevel!, $level: AreaLevel!, $period: String!, $city: String!, $cityPeriod: PartialDate!, $language: TextLanguage!) {\n  indicators(first: 100, filter: {level: $from}) {\n    nodes {\n      code\n      aggregation\n      name {\n        text(language: $language) {\n          ...Text\n        }\n      }\n    }\n  }\n  indicator(code: $indicator) {\n    code\n    name {\n      text(language: $language) {\n        ...Text\n      }\n    }\n    definition {\n      text(language: $language) {\n        ...Text\n      }\n    }\n    decimals\n    unit {\n      symbol\n      name {\n        text(language: $language) {\n          ...Text\n        }\n      }\n    }\n    levels {\n      level\n      periods\n    }\n  }\n  observation(indicator: $indicator, area: $city, period: $cityPeriod) {\n    roundedValue\n    area {\n      name\n    }\n  }\n  aggregate(\n    input: {measures: [OBSERVATION], groupBy: [AREA], indicator: $indicator, level: $level, filter: [{dimension: PERIOD, codes: [$period]}]}\n  ) {\n    cells {\n      groups {\n        code\n        name {\n          text(language: $language) {\n            ...Text\n          }\n        }\n        record {\n          ... on Area {\n            boundary\n          }\n        }\n      }\n      values {\n        value\n        status\n        reason {\n          text(language: $language) {\n            ...Text\n          }\n        }\n        sourceRefs {\n          ...Source\n        }\n      }\n    }\n  }\n  enumerations(names: [\"AreaLevel\", \"ObservationStatus\"]) {\n    name\n    values {\n      value\n      label {\n        text(language: $language) {\n          ...Text\n        }\n      }\n    }\n  }\n}\n\nfragment Text on TextInLanguage {\n  value\n  language\n}\n\nfragment Source on SourceRef {\n  code\n  title\n  publisher\n  licence\n  rights {\n    text(language: $language) {\n      ...Text\n    }\n  }\n  landingPage\n  modified\n  retrievedAt\n  synthetic\n}",
};
