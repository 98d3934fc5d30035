// Written by `npm run schema` from place.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccessibilityFeature =
  | 'STEP_FREE_ACCESS';

export type Availability =
  | 'LIMITED'
  | 'NO'
  | 'UNKNOWN'
  | 'YES';

export type OpeningReason =
  | 'CLOSURE_UNREADABLE'
  | 'HOLIDAY_NOT_STATED'
  | 'HOURS_DOUBTFUL'
  | 'HOURS_UNREADABLE'
  | 'NO_HOURS'
  | 'NO_HOURS_FOR_DATE'
  | 'NO_HOURS_OF_SERVICE'
  | 'OUTSIDE_WEEKLY_HOURS'
  | 'SPECIAL_OPENING'
  | 'STATED_CLOSURE'
  | 'TEXT_UNREADABLE'
  | 'WEEKLY_HOURS'
  | 'WEEKLY_HOURS_CLOSURES_NOT_STATED';

export type OpeningState =
  | 'CLOSED'
  | 'OPEN'
  | 'UNKNOWN';

export type OperationalStatus =
  | 'ACTIVE'
  | 'DEFUNCT'
  | 'INACTIVE'
  | 'PLANNED'
  | 'TEMPORARILY_CLOSED'
  | 'UNKNOWN';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type PlaceQueryVariables = Exact<{
  code: string;
  at: string;
  language: TextLanguage;
}>;


export type PlaceQuery = { readonly centre: { readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly address: { readonly streetAddress: string } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason } | null, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability }>, readonly sourceRefs: ReadonlyArray<{ readonly title: string, readonly publisher: string, readonly licence: string | null, readonly modified: string | null, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const Place: Operation<PlaceQuery, PlaceQueryVariables> = {
  name: "Place",
  hash: "005c450ffecd93364566f00f1d97163001347b9f0553e0acfb826a5ce97ffa7a",
  text: "query Place($code: String!, $at: DateTime!, $language: TextLanguage!) {\n  centre(code: $code) {\n    name\n    status\n    address {\n      streetAddress\n    }\n    openingHoursText\n    isOpenAt(at: $at) {\n      state\n      reason\n    }\n    accessibility {\n      feature\n      availability\n    }\n    lastVerified\n    sourceRefs {\n      title\n      publisher\n      licence\n      modified\n      rights {\n        ...Words\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
