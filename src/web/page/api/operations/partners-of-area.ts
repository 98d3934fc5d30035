// Written by `npm run schema` from partners-of-area.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type PartnersOfAreaQueryVariables = Exact<{
  area: string;
  language: TextLanguage;
}>;


export type PartnersOfAreaQuery = { readonly area: { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly partnerships: { readonly nodes: ReadonlyArray<{ readonly members: ReadonlyArray<{ readonly role: PartnerRole, readonly presence: MembershipPresence, readonly lastKnown: string | null, readonly organization: { readonly name: string } | null }> }> } | null, readonly actions: { readonly nodes: ReadonlyArray<{ readonly status: ActionStatus | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const PartnersOfArea: Operation<PartnersOfAreaQuery, PartnersOfAreaQueryVariables> = {
  name: "PartnersOfArea",
  hash: "01970a1a6f1404c15578616e2cb808b83ba3285cfd4b209a5269aa8b3d5f0645",
  text: "query PartnersOfArea($area: String!, $language: TextLanguage!) {\n  area(code: $area) {\n    organizations(first: 50) {\n      nodes {\n        name\n        sourceRefs {\n          title\n        }\n      }\n    }\n    partnerships(first: 10) {\n      nodes {\n        members {\n          role\n          presence\n          lastKnown\n          organization {\n            name\n          }\n        }\n      }\n    }\n    actions(first: 30) {\n      nodes {\n        name {\n          ...Words\n        }\n        status\n        sourceRefs {\n          title\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
