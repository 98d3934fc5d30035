// Written by `npm run schema` from more-services.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CareDomain =
  | 'CIVIC'
  | 'DIGITAL'
  | 'EMPLOYMENT'
  | 'HEALTH'
  | 'HOUSING'
  | 'RECREATION'
  | 'SOCIAL_CARE'
  | 'SOCIAL_HEALTH'
  | 'SOCIO_EDUCATIONAL';

export type FreeOfCharge =
  | 'NO'
  | 'UNKNOWN'
  | 'YES';

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

export type PlaceOrder =
  | 'DISTANCE'
  | 'NAME'
  | 'NAME_DESC'
  | 'UPDATED';

export type ServiceChannel =
  | 'HOME_VISIT'
  | 'IN_PERSON'
  | 'ONLINE'
  | 'PHONE';

export type ServiceFilter = {
  readonly accessible?: boolean | null;
  readonly age?: number | null;
  readonly area?: string | null;
  readonly careDomain?: CareDomain | null;
  readonly channel?: ServiceChannel | null;
  readonly freeOfCharge?: boolean | null;
  readonly language?: string | null;
  readonly near?: NearFilter | null;
  readonly openAt?: string | null;
  readonly openDuring?: TimeSpan | null;
  readonly openOn?: Weekday | null;
  readonly organization?: string | null;
  readonly serves?: string | null;
  readonly serviceType?: string | null;
  readonly statuses?: ReadonlyArray<OperationalStatus> | null;
  readonly targetGroup?: string | null;
};

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

export type MoreServicesQueryVariables = Exact<{
  filter: ServiceFilter;
  sort: PlaceOrder;
  after: string;
  isNear: boolean;
  point?: GeoPointInput | null;
  at: string;
  language: TextLanguage;
}>;


export type MoreServicesQuery = { readonly services: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly serviceAreas: ReadonlyArray<{ readonly code: string }> | null, readonly locations?: ReadonlyArray<{ readonly centre: { readonly name: string } | null }> | null, readonly nearestCentre?: { readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly name: string } } | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ServicePageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> };

export type NearestPlaceFragment = { readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly name: string } };

export type PageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type FoundServiceFragment = { readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type OpeningFragment = { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null };

export const MoreServices: Operation<MoreServicesQuery, MoreServicesQueryVariables> = {
  name: "MoreServices",
  hash: "1b71935cc75e5271832f4898b04d1da0d5158a043ff11c7ae302b9873a0b8ab1",
  text: "query MoreServices($filter: ServiceFilter!, $sort: PlaceOrder!, $after: String!, $isNear: Boolean!, $point: GeoPointInput = {latitude: 0, longitude: 0}, $at: DateTime!, $language: TextLanguage!) {\n  services(first: 30, after: $after, filter: $filter, sort: $sort) {\n    ...ServicePage\n    nodes {\n      serviceAreas {\n        code\n      }\n      locations @skip(if: $isNear) {\n        centre {\n          name\n        }\n      }\n      nearestCentre(point: $point) @include(if: $isNear) {\n        ...NearestPlace\n      }\n    }\n  }\n}\n\nfragment ServicePage on ServiceConnection {\n  totalCount\n  pageInfo {\n    ...Page\n  }\n  nodes {\n    ...FoundService\n  }\n}\n\nfragment NearestPlace on NearbyCentre {\n  distanceMetres\n  walkingMinutes\n  centre {\n    name\n  }\n}\n\nfragment Page on PageInfo {\n  hasNextPage\n  endCursor\n}\n\nfragment FoundService on Service {\n  code\n  name {\n    ...Words\n  }\n  description {\n    ...Words\n  }\n  status\n  organization {\n    name\n  }\n  targetGroups {\n    name {\n      ...Words\n    }\n  }\n  freeOfCharge\n  fees {\n    ...Words\n  }\n  isOpenAt(at: $at) {\n    ...Opening\n  }\n  openingHoursText\n  phones {\n    number\n  }\n  url\n  lastVerified\n  citations {\n    url\n    title\n  }\n  sourceRefs {\n    code\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Opening on OpeningAnswer {\n  state\n  reason\n  note {\n    ...Words\n  }\n  rule {\n    opensAt\n    closesAt\n  }\n}",
};
