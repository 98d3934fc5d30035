// Written by `npm run schema` from find-place.graphql: change that file.
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

export type TextLanguage =
  | 'EN'
  | 'IT';

export type FindPlaceQueryVariables = Exact<{
  text: string;
  language: TextLanguage;
}>;


export type FindPlaceQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly hasAllWords: boolean, readonly node:
        | { readonly __typename: 'Action' }
        | { readonly __typename: 'Area', readonly code: string, readonly name: string, readonly level: AreaLevel, readonly localType: { readonly text: { readonly value: string, readonly language: TextLanguage } } }
        | { readonly __typename: 'Centre', readonly code: string, readonly name: string, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly areas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly level: AreaLevel }> | null }
        | { readonly __typename: 'IndicatorDefinition' }
        | { readonly __typename: 'Location', readonly code: string, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly areas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly level: AreaLevel }> | null }
        | { readonly __typename: 'Organization' }
        | { readonly __typename: 'Partnership' }
        | { readonly __typename: 'Service' }
        | { readonly __typename: 'SourceRef' }
        | { readonly __typename: 'Strategy' }
        | { readonly __typename: 'TaxonomyTerm' }
       }> } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const FindPlace: Operation<FindPlaceQuery, FindPlaceQueryVariables> = {
  name: "FindPlace",
  hash: "64912c0d1abc2a714144a2ebb2ab065e25f0e07c9433cfde7701ca920564cd78",
  text: "query FindPlace($text: String!, $language: TextLanguage!) {\n  search(text: $text, first: 12, types: [AREA, CENTRE, LOCATION]) {\n    totalCount\n    edges {\n      hasAllWords\n      node {\n        __typename\n        ... on Area {\n          code\n          name\n          level\n          localType {\n            ...Words\n          }\n        }\n        ... on Centre {\n          code\n          name\n          address {\n            streetAddress\n          }\n          position {\n            latitude\n            longitude\n          }\n          areas {\n            code\n            name\n            level\n          }\n        }\n        ... on Location {\n          code\n          address {\n            streetAddress\n          }\n          position {\n            latitude\n            longitude\n          }\n          areas {\n            code\n            name\n            level\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
