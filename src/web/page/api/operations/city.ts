// Written by `npm run schema` from city.graphql: change that file.
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

export type RankExclusion =
  | 'FEW_RESIDENTS'
  | 'NO_VALUE'
  | 'RESIDENTS_UNKNOWN'
  | 'SMALL_DENOMINATOR';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type CityQueryVariables = Exact<{
  indicator: string;
  level: AreaLevel;
  finest: AreaLevel;
  period?: string | null;
  language: TextLanguage;
}>;


export type CityQuery = { readonly indicators: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly aggregation: AggregationRule, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> } | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly definition: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }, readonly levels: ReadonlyArray<{ readonly level: AreaLevel, readonly periods: ReadonlyArray<string> }> | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly map: { readonly period: string, readonly method: string, readonly ranked: number, readonly coverage: { readonly expected: number, readonly present: number }, readonly city: { readonly roundedValue: number | null, readonly area: { readonly code: string, readonly name: string } | null } | null, readonly distribution: { readonly min: number, readonly firstQuartile: number, readonly median: number, readonly thirdQuartile: number, readonly max: number } | null, readonly classes: ReadonlyArray<{ readonly from: number, readonly to: number, readonly areaCodes: ReadonlyArray<string> }>, readonly cells: ReadonlyArray<{ readonly isComputed: boolean, readonly rank: number | null, readonly exclusion: RankExclusion | null, readonly observation: { readonly roundedValue: number | null, readonly status: ObservationStatus, readonly area: { readonly code: string, readonly name: string, readonly boundary: import("../../charts/geometry").Geometry | null } | null, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null } }> } | null } | null, readonly enumerations: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly value: string, readonly label: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> }> | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type SourceFragment = { readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export const City: Operation<CityQuery, CityQueryVariables> = {
  name: "City",
  hash: "9892477f49b62e804d6419bbb680f431d1cdccb702e8f8687e92358262fcf51e",
  text: "query City($indicator: String!, $level: AreaLevel!, $finest: AreaLevel!, $period: PartialDate, $language: TextLanguage!) {\n  indicators(first: 100, filter: {level: $finest}) {\n    nodes {\n      code\n      aggregation\n      name {\n        ...Words\n      }\n    }\n  }\n  indicator(code: $indicator) {\n    code\n    name {\n      ...Words\n    }\n    definition {\n      ...Words\n    }\n    decimals\n    unit {\n      symbol\n      name {\n        ...Words\n      }\n    }\n    levels {\n      level\n      periods\n    }\n    sourceRefs {\n      ...Source\n    }\n    map(level: $level, period: $period, computed: true) {\n      period\n      method\n      ranked\n      coverage {\n        expected\n        present\n      }\n      city {\n        roundedValue\n        area {\n          code\n          name\n        }\n      }\n      distribution {\n        min\n        firstQuartile\n        median\n        thirdQuartile\n        max\n      }\n      classes(count: 5) {\n        from\n        to\n        areaCodes\n      }\n      cells {\n        isComputed\n        rank\n        exclusion\n        observation {\n          roundedValue\n          status\n          area {\n            code\n            name\n            boundary\n          }\n          note {\n            ...Words\n          }\n          sourceRefs {\n            ...Source\n          }\n        }\n      }\n    }\n  }\n  enumerations(names: [\"AreaLevel\", \"ObservationStatus\", \"RankExclusion\"]) {\n    name\n    values {\n      value\n      label {\n        ...Words\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Source on SourceRef {\n  code\n  title\n  publisher\n  licence\n  rights {\n    ...Words\n  }\n  landingPage\n  modified\n  retrievedAt\n  synthetic\n}",
};
