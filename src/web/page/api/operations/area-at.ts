// Written by `npm run schema` from area-at.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AreaLevel =
  | 'CITY'
  | 'DISTRICT'
  | 'NEIGHBOURHOOD'
  | 'OMI_ZONE'
  | 'POSTAL_CODE';

export type GeoPointInput = {
  readonly latitude: number;
  readonly longitude: number;
};

export type TextLanguage =
  | 'EN'
  | 'IT';

export type AreaAtQueryVariables = Exact<{
  point: GeoPointInput;
  language: TextLanguage;
}>;


export type AreaAtQuery = { readonly areaAt: { readonly areas: ReadonlyArray<{ readonly code: string, readonly level: AreaLevel }>, readonly reason: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const AreaAt: Operation<AreaAtQuery, AreaAtQueryVariables> = {
  name: "AreaAt",
  hash: "5c872c19351d039e8d5b0dc3bb0d0dca863a2c6cc957292400e7d064463bca21",
  text: "query AreaAt($point: GeoPointInput!, $language: TextLanguage!) {\n  areaAt(point: $point) {\n    areas {\n      code\n      level\n    }\n    reason {\n      ...Words\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
