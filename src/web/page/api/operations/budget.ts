// Written by `npm run schema` from budget.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Certainty =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type Fund =
  | 'FESR'
  | 'FSC'
  | 'FSE_PLUS'
  | 'MUNICIPAL'
  | 'OTHER';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type BudgetQueryVariables = Exact<{
  code: string;
  language: TextLanguage;
}>;


export type BudgetQuery = { readonly strategy: { readonly budgetVersions: ReadonlyArray<{ readonly label: string, readonly assertedOn: string | null, readonly certainty: Certainty | null, readonly total: { readonly cents: number, readonly currency: string } | null, readonly lines: ReadonlyArray<{ readonly fund: Fund, readonly share: number, readonly amount: { readonly cents: number } }>, readonly parts: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly amount: { readonly cents: number } }>, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string, readonly publisher: string, readonly licence: string | null, readonly modified: string | null }> | null }> } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const Budget: Operation<BudgetQuery, BudgetQueryVariables> = {
  name: "Budget",
  hash: "8750b71b6ad1493c23e4a80aafc0758efa6d9dc52d301159eb5d89edf0945a39",
  text: "query Budget($code: String!, $language: TextLanguage!) {\n  strategy(code: $code) {\n    budgetVersions {\n      label\n      assertedOn\n      certainty\n      total {\n        cents\n        currency\n      }\n      lines {\n        fund\n        amount {\n          cents\n        }\n        share\n      }\n      parts {\n        name {\n          ...Words\n        }\n        amount {\n          cents\n        }\n      }\n      note {\n        ...Words\n      }\n      sourceRefs {\n        title\n        publisher\n        licence\n        modified\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
