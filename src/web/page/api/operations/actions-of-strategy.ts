// Written by `npm run schema` from actions-of-strategy.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ActionKind =
  | 'GOVERNANCE'
  | 'IMMATERIAL'
  | 'MATERIAL'
  | 'TECHNICAL_ASSISTANCE';

export type ActionStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'ONGOING'
  | 'PLANNED'
  | 'SUSPENDED';

export type MembershipPresence =
  | 'ENDED'
  | 'PRESENT'
  | 'UNKNOWN';

export type PartnerRole =
  | 'ADVISER'
  | 'BENEFICIARY_REP'
  | 'FUNDER'
  | 'LEAD'
  | 'PARTNER'
  | 'PROVIDER';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type ActionsOfStrategyQueryVariables = Exact<{
  code: string;
  language: TextLanguage;
}>;


export type ActionsOfStrategyQuery = { readonly strategy: { readonly actions: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly kind: ActionKind, readonly status: ActionStatus | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly centres: ReadonlyArray<{ readonly name: string }> | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly coverageMatrix: { readonly cellCount: number, readonly zeroCells: number, readonly gaps: ReadonlyArray<{ readonly areaCode: string, readonly actionCode: string }>, readonly memberships: ReadonlyArray<{ readonly area: { readonly code: string } | null, readonly member: { readonly role: PartnerRole, readonly presence: MembershipPresence, readonly organization: { readonly name: string } | null } }> } | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const ActionsOfStrategy: Operation<ActionsOfStrategyQuery, ActionsOfStrategyQueryVariables> = {
  name: "ActionsOfStrategy",
  hash: "654ad25a813ab811c571444d40300b189cf7e1669be45d0e4edeef50e53a8783",
  text: "query ActionsOfStrategy($code: String!, $language: TextLanguage!) {\n  strategy(code: $code) {\n    actions(first: 50) {\n      nodes {\n        code\n        name {\n          ...Words\n        }\n        kind\n        status\n        centres {\n          name\n        }\n        sourceRefs {\n          title\n        }\n      }\n    }\n    coverageMatrix {\n      cellCount\n      zeroCells\n      gaps {\n        areaCode\n        actionCode\n      }\n      memberships {\n        area {\n          code\n        }\n        member {\n          role\n          presence\n          organization {\n            name\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
