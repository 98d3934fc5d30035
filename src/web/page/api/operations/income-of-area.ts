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


export type IncomeOfAreaQuery = { readonly area: { readonly hints: ReadonlyArray<{ readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly area: { readonly name: string, readonly observation: { readonly period: string, readonly roundedValue: number | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null } | null } | null }> | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const IncomeOfArea: Operation<IncomeOfAreaQuery, IncomeOfAreaQueryVariables> = {
  name: "IncomeOfArea",
  hash: "2bc9629e3a9093da214b58c6bd0cc5c03c8a5fbc53c963d5803fbd5ff321b0b3",
  text: "query IncomeOfArea($area: String!, $income: String!, $language: TextLanguage!) {\n  area(code: $area) {\n    hints(level: POSTAL_CODE) {\n      note {\n        ...Words\n      }\n      area {\n        name\n        observation(indicator: $income) {\n          period\n          roundedValue\n          sourceRefs {\n            title\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
