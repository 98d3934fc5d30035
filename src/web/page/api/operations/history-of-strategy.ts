// Written by `npm run schema` from history-of-strategy.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type GovernanceFunction =
  | 'COORDINATION'
  | 'INVOLVED_UNIT'
  | 'MANAGING_AUTHORITY'
  | 'OPERATIONAL_GROUP'
  | 'OWNER'
  | 'SCIENTIFIC_SUPPORT';

export type StrategyStepKind =
  | 'CONTEXT'
  | 'FUNDING'
  | 'LEGAL'
  | 'PRESENTATION'
  | 'RECOGNITION';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type HistoryOfStrategyQueryVariables = Exact<{
  code: string;
  language: TextLanguage;
}>;


export type HistoryOfStrategyQuery = { readonly strategy: { readonly governance: ReadonlyArray<{ readonly function: GovernanceFunction, readonly organization: { readonly name: string } | null }>, readonly steps: { readonly nodes: ReadonlyArray<{ readonly date: string | null, readonly kind: StrategyStepKind, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const HistoryOfStrategy: Operation<HistoryOfStrategyQuery, HistoryOfStrategyQueryVariables> = {
  name: "HistoryOfStrategy",
  hash: "9053f1843ce60849a44fbc3c6ccddd24fa297c8862fd5ca97e4733dc58fc81a1",
  text: "query HistoryOfStrategy($code: String!, $language: TextLanguage!) {\n  strategy(code: $code) {\n    governance {\n      function\n      organization {\n        name\n      }\n    }\n    steps(first: 50) {\n      nodes {\n        date\n        kind\n        name {\n          ...Words\n        }\n        sourceRefs {\n          title\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
