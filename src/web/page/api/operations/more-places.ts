// Written by `npm run schema` from more-places.graphql: change that file.
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

export type CentreFilter = {
  readonly accessible?: boolean | null;
  readonly area?: string | null;
  readonly equipment?: ReadonlyArray<EquipmentFeature> | null;
  readonly kinds?: ReadonlyArray<string> | null;
  readonly near?: NearFilter | null;
  readonly openAt?: string | null;
  readonly openDuring?: TimeSpan | null;
  readonly openOn?: Weekday | null;
  readonly statuses?: ReadonlyArray<OperationalStatus> | null;
  readonly strategy?: string | null;
};

export type EquipmentFeature =
  | 'AIR_CONDITIONING'
  | 'BAR'
  | 'GARDEN'
  | 'VENDING_MACHINE'
  | 'WIFI';

export type GeoPointInput = {
  readonly latitude: number;
  readonly longitude: number;
};

export type NearFilter = {
  readonly point: GeoPointInput;
  readonly withinMetres: number;
};

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

export type ScheduleException =
  | 'CLOSED'
  | 'OPEN';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type TimeSpan = {
  readonly from: string;
  readonly to: string;
};

export type Weekday =
  | 'FR'
  | 'MO'
  | 'SA'
  | 'SU'
  | 'TH'
  | 'TU'
  | 'WE';

export type MorePlacesQueryVariables = Exact<{
  filter: CentreFilter;
  after: string;
  at: string;
  language: TextLanguage;
}>;


export type MorePlacesQuery = { readonly centres: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null };

export type PlacePageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> };

export type PageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type FoundPlaceFragment = { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type OpeningFragment = { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null };

export const MorePlaces: Operation<MorePlacesQuery, MorePlacesQueryVariables> = {
  name: "MorePlaces",
  hash: "3c2cdaefd27748472aa9327b19abec14cf45d2aabfaa14f582ae3e5f8381772b",
  text: "query MorePlaces($filter: CentreFilter!, $after: String!, $at: DateTime!, $language: TextLanguage!) {\n  centres(first: 50, after: $after, filter: $filter) {\n    ...PlacePage\n  }\n}\n\nfragment PlacePage on CentreConnection {\n  totalCount\n  pageInfo {\n    ...Page\n  }\n  nodes {\n    ...FoundPlace\n  }\n}\n\nfragment Page on PageInfo {\n  hasNextPage\n  endCursor\n}\n\nfragment FoundPlace on Centre {\n  code\n  name\n  status\n  kind {\n    name {\n      ...Words\n    }\n  }\n  address {\n    streetAddress\n  }\n  position {\n    latitude\n    longitude\n  }\n  isOpenAt(at: $at) {\n    ...Opening\n  }\n  openingHoursText\n  schedules {\n    isException\n    validTo\n  }\n  accessibility {\n    feature\n    availability\n    note {\n      ...Words\n    }\n  }\n  alert {\n    ...Words\n  }\n  lastVerified\n  sourceRefs {\n    code\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Opening on OpeningAnswer {\n  state\n  reason\n  note {\n    ...Words\n  }\n  rule {\n    opensAt\n    closesAt\n  }\n}",
};
