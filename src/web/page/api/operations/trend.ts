// Written by `npm run schema` from trend.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TrendQueryVariables = Exact<{
  indicator: string;
  areas: ReadonlyArray<string> | string;
  since: string;
}>;


export type TrendQuery = { readonly indicator: { readonly series: { readonly method: string, readonly cells: ReadonlyArray<{ readonly isBreak: boolean, readonly observation: { readonly period: string, readonly roundedValue: number | null, readonly area: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }, readonly city: { readonly roundedValue: number | null } | null, readonly peers: { readonly value: number | null, readonly areas: ReadonlyArray<{ readonly name: string }> | null } | null }> } | null } | null };

export const Trend: Operation<TrendQuery, TrendQueryVariables> = {
  name: "Trend",
  hash: "1be7741f65c6f90a0d74b77f43e413005464c0dd959c224f268bb634e021d546",
  text: "query Trend($indicator: String!, $areas: [String!]!, $since: PartialDate!) {\n  indicator(code: $indicator) {\n    series(areas: $areas, comparison: {peers: 5, since: $since}) {\n      method\n      cells {\n        isBreak\n        observation {\n          area {\n            name\n          }\n          period\n          roundedValue\n          sourceRefs {\n            title\n          }\n        }\n        city {\n          roundedValue\n        }\n        peers {\n          value\n          areas {\n            name\n          }\n        }\n      }\n    }\n  }\n}",
};
