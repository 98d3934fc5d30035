// Written by `npm run schema` from services-of-area.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type FreeOfCharge =
  | 'NO'
  | 'UNKNOWN'
  | 'YES';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type ServicesOfAreaQueryVariables = Exact<{
  area: string;
  language: TextLanguage;
}>;


export type ServicesOfAreaQuery = { readonly area: { readonly services: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly freeOfCharge: FreeOfCharge, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly planned: { readonly nodes: ReadonlyArray<{ readonly freeOfCharge: FreeOfCharge, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly cityServices: { readonly totalCount: number } | null } | null };

export type OfferFragment = { readonly freeOfCharge: FreeOfCharge, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const ServicesOfArea: Operation<ServicesOfAreaQuery, ServicesOfAreaQueryVariables> = {
  name: "ServicesOfArea",
  hash: "37b3c056eac2e4773d072c426e2890933cc83a564664c56e0defcf9ad1a164fd",
  text: "query ServicesOfArea($area: String!, $language: TextLanguage!) {\n  area(code: $area) {\n    services(first: 40) {\n      totalCount\n      nodes {\n        ...Offer\n      }\n    }\n    planned: services(first: 20, filter: {statuses: [PLANNED]}) {\n      nodes {\n        ...Offer\n      }\n    }\n    cityServices(first: 1) {\n      totalCount\n    }\n  }\n}\n\nfragment Offer on Service {\n  name {\n    ...Words\n  }\n  freeOfCharge\n  organization {\n    name\n  }\n  sourceRefs {\n    title\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
