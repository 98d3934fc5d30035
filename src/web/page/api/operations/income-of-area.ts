// Written by `npm run schema` from income-of-area.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TextLanguage =
  | 'EN'
  | 'IT';

export type IncomeOfAreaQueryVariables = Exact<{
  area: string;
  income: string;
  language: TextLanguage;
}>;


export type IncomeOfAreaQuery = { readonly area: { readonly hints: ReadonlyArray<{ readonly note: { readonly text: { readonly value: string } }, readonly area: { readonly name: string, readonly observation: { readonly period: string, readonly roundedValue: number | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null } | null } | null }> | null } | null };

export const IncomeOfArea: Operation<IncomeOfAreaQuery, IncomeOfAreaQueryVariables> = {
  name: "IncomeOfArea",
  hash: "056a9960dc3211214dd2cf45c652fc986f5a3f858c60727a5c1c5d19d4dc63c7",
  text: "query IncomeOfArea($area: String!, $income: String!, $language: TextLanguage!) {\n  area(code: $area) {\n    hints(level: POSTAL_CODE) {\n      note {\n        text(language: $language) {\n          value\n        }\n      }\n      area {\n        name\n        observation(indicator: $income) {\n          period\n          roundedValue\n          sourceRefs {\n            title\n          }\n        }\n      }\n    }\n  }\n}",
};
