// Written by `npm run schema` from service.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type FreeOfCharge =
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

export type ServiceQueryVariables = Exact<{
  code: string;
  at: string;
  language: TextLanguage;
}>;


export type ServiceQuery = { readonly service: { readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason } | null, readonly citations: ReadonlyArray<{ readonly url: string }>, readonly sourceRefs: ReadonlyArray<{ readonly title: string, readonly publisher: string, readonly licence: string | null, readonly modified: string | null, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null } | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export const Service: Operation<ServiceQuery, ServiceQueryVariables> = {
  name: "Service",
  hash: "1b2d37267f2de6cd1cec338fa9e0655717be422ab33cd35e15c04f8dd4da5c25",
  text: "query Service($code: String!, $at: DateTime!, $language: TextLanguage!) {\n  service(code: $code) {\n    name {\n      ...Words\n    }\n    status\n    freeOfCharge\n    openingHoursText\n    isOpenAt(at: $at) {\n      state\n      reason\n    }\n    lastVerified\n    citations {\n      url\n    }\n    sourceRefs {\n      title\n      publisher\n      licence\n      modified\n      rights {\n        ...Words\n      }\n    }\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}",
};
