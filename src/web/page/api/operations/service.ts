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


export type ServiceQuery = { readonly service: { readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string } }, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason } | null, readonly citations: ReadonlyArray<{ readonly url: string }>, readonly sourceRefs: ReadonlyArray<{ readonly title: string, readonly publisher: string, readonly licence: string | null, readonly modified: string | null, readonly rights: { readonly text: { readonly value: string } } }> | null } | null };

export const Service: Operation<ServiceQuery, ServiceQueryVariables> = {
  name: "Service",
  hash: "3c599881fb7581a2756da9296a21a2ff7bbe62b2fb5129150b4769575cfab696",
  text: "query Service($code: String!, $at: DateTime!, $language: TextLanguage!) {\n  service(code: $code) {\n    name {\n      text(language: $language) {\n        value\n      }\n    }\n    status\n    freeOfCharge\n    openingHoursText\n    isOpenAt(at: $at) {\n      state\n      reason\n    }\n    lastVerified\n    citations {\n      url\n    }\n    sourceRefs {\n      title\n      publisher\n      licence\n      modified\n      rights {\n        text(language: $language) {\n          value\n        }\n      }\n    }\n  }\n}",
};
