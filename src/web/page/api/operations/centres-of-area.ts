// Written by `npm run schema` from centres-of-area.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type CentresOfAreaQueryVariables = Exact<{
  area: string;
  at: string;
}>;


export type CentresOfAreaQuery = { readonly area: { readonly centres: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly openingHoursText: string | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason } | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null, readonly planned: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly statusDate: string | null, readonly sourceRefs: ReadonlyArray<{ readonly title: string }> | null }> } | null } | null };

export const CentresOfArea: Operation<CentresOfAreaQuery, CentresOfAreaQueryVariables> = {
  name: "CentresOfArea",
  hash: "9703db6c9808664920c3ca99f1034fd8981d78983450048679b1f9fc6d781cd5",
  text: "query CentresOfArea($area: String!, $at: DateTime!) {\n  area(code: $area) {\n    centres(first: 40) {\n      totalCount\n      nodes {\n        name\n        openingHoursText\n        isOpenAt(at: $at) {\n          state\n          reason\n        }\n        sourceRefs {\n          title\n        }\n      }\n    }\n    planned: centres(first: 20, filter: {statuses: [PLANNED]}) {\n      nodes {\n        name\n        statusDate\n        sourceRefs {\n          title\n        }\n      }\n    }\n  }\n}",
};
