// Written by `npm run schema` from budget-difference.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type BudgetLineChangeKind =
  | 'APPEARS'
  | 'CHANGES'
  | 'STAYS'
  | 'VANISHES';

export type Fund =
  | 'FESR'
  | 'FSC'
  | 'FSE_PLUS'
  | 'MUNICIPAL'
  | 'OTHER';

export type BudgetDifferenceQueryVariables = Exact<{
  code: string;
  from: string;
  to: string;
}>;


export type BudgetDifferenceQuery = { readonly strategy: { readonly budgetDiff: { readonly totalChange: { readonly cents: number, readonly currency: string } | null, readonly lines: ReadonlyArray<{ readonly fund: Fund, readonly kind: BudgetLineChangeKind, readonly amountBefore: { readonly cents: number } | null, readonly amountAfter: { readonly cents: number } | null, readonly change: { readonly cents: number } }> | null, readonly fromVersion: { readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }, readonly toVersion: { readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null } } | null } | null };

export const BudgetDifference: Operation<BudgetDifferenceQuery, BudgetDifferenceQueryVariables> = {
  name: "BudgetDifference",
  hash: "fa5f9719fd182344b28a258a539f0ca146df24f4d7d123c21b3b52ae6da3ddf3",
  text: "query BudgetDifference($code: String!, $from: String!, $to: String!) {\n  strategy(code: $code) {\n    budgetDiff(fromVersion: $from, toVersion: $to) {\n      totalChange {\n        cents\n        currency\n      }\n      lines {\n        fund\n        kind\n        amountBefore {\n          cents\n        }\n        amountAfter {\n          cents\n        }\n        change {\n          cents\n        }\n      }\n      fromVersion {\n        sourceRefs {\n          title\n        }\n      }\n      toVersion {\n        sourceRefs {\n          title\n        }\n      }\n    }\n  }\n}",
};
