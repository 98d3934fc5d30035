// Written by `npm run schema` from progress-of-strategy.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ExpenditureKind =
  | 'CERTIFIED'
  | 'COMMITTED'
  | 'CONTRACTED'
  | 'PAID';

export type Fund =
  | 'FESR'
  | 'FSC'
  | 'FSE_PLUS'
  | 'MUNICIPAL'
  | 'OTHER';

export type MilestoneState =
  | 'DONE'
  | 'LATE'
  | 'ON_TIME'
  | 'UNKNOWN';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type ProgressOfStrategyQueryVariables = Exact<{
  code: string;
  on: string;
  language: TextLanguage;
}>;


export type ProgressOfStrategyQuery = { readonly strategy: { readonly milestones: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly plannedDate: string | null, readonly actualDate: string | null, readonly timing: { readonly state: MilestoneState, readonly delayDays: number | null } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly spending: { readonly entries: number, readonly reason: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly byFund: ReadonlyArray<{ readonly fund: Fund, readonly plan: { readonly cents: number } | null, readonly stages: ReadonlyArray<{ readonly stage: ExpenditureKind, readonly amount: { readonly cents: number } | null }> }> } | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const ProgressOfStrategy: Operation<ProgressOfStrategyQuery, ProgressOfStrategyQueryVariables> = {
  name: "ProgressOfStrategy",
  hash: "b7a9178ca836d9028c5b22865b60d89b22d3fb802dfd399ed7dafcc066197712",
  text: "query ProgressOfStrategy($code: String!, $on: PartialDate!, $language: TextLanguage!) {\n  strategy(code: $code) {\n    milestones(on: $on, first: 100) {\n      nodes {\n        code\n        plannedDate\n        actualDate\n        timing {\n          state\n          delayDays\n        }\n        sourceRefs {\n          title\n        }\n      }\n    }\n    spending {\n      entries\n      reason {\n        ...Words\n      }\n      byFund {\n        fund\n        plan {\n          cents\n        }\n        stages {\n          stage\n          amount {\n            cents\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
