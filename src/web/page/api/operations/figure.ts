// Written by `npm run schema` from figure.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type FigureQueryVariables = Exact<{
  area: string;
  indicator: string;
  period?: string | null;
  language: TextLanguage;
}>;


export type FigureQuery = { readonly observation: { readonly period: string, readonly value: number | null, readonly roundedValue: number | null, readonly status: ObservationStatus, readonly area: { readonly name: string } | null, readonly indicator: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } } | null, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type SourceFragment = { readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export const Figure: Operation<FigureQuery, FigureQueryVariables> = {
  name: "Figure",
  hash: "98ed6835c8d7ff98d67054c791844308cb1b34eec335d92bc69e544b83a79bf7",
  text: "query Figure($area: String!, $indicator: String!, $period: PartialDate, $language: TextLanguage!) {\n  observation(area: $area, indicator: $indicator, period: $period) {\n    area {\n      name\n    }\n    indicator {\n      name {\n        ...Words\n      }\n      unit {\n        symbol\n      }\n    }\n    period\n    value\n    roundedValue\n    status\n    note {\n      ...Words\n    }\n    sourceRefs {\n      ...Source\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Source on SourceRef {\n  code\n  title\n  publisher\n  licence\n  rights {\n    ...Words\n  }\n  landingPage\n  modified\n  retrievedAt\n  synthetic\n}",
};
