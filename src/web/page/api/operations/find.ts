// Written by `npm run schema` from find.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccessibilityFeature =
  | 'STEP_FREE_ACCESS';

export type AreaLevel =
  | 'CITY'
  | 'DISTRICT'
  | 'NEIGHBOURHOOD'
  | 'OMI_ZONE'
  | 'POSTAL_CODE';

export type Availability =
  | 'LIMITED'
  | 'NO'
  | 'UNKNOWN'
  | 'YES';

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

export type ScheduleException =
  | 'CLOSED'
  | 'OPEN';

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

export type FindQueryVariables = Exact<{
  city: string;
  area: string;
  isCity: boolean;
  mapLevel: AreaLevel;
  at: string;
  isNear: boolean;
  listsLocations: boolean;
  point?: GeoPointInput | null;
  withinMetres?: number | null;
  services: ServiceFilter;
  nearServices?: ServiceFilter | null;
  plannedServices: ServiceFilter;
  anyCost: ServiceFilter;
  free: ServiceFilter;
  notFree: ServiceFilter;
  places: CentreFilter;
  openPlaces: CentreFilter;
  plannedPlaces: CentreFilter;
  anyAccess: CentreFilter;
  stepFree: CentreFilter;
  notStepFree: CentreFilter;
  language: TextLanguage;
}>;


export type FindQuery = { readonly area: { readonly code: string, readonly name: string, readonly level: AreaLevel, readonly city: { readonly name: string } | null, readonly services: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly serviceAreas?: ReadonlyArray<{ readonly code: string }> | null, readonly locations?: ReadonlyArray<{ readonly centre: { readonly name: string } | null }> | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly plannedServices: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly anyCost: { readonly totalCount: number } | null, readonly free: { readonly totalCount: number } | null, readonly notFree: { readonly totalCount: number } | null, readonly cityServices: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly plannedInCity: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly anyCostInCity: { readonly totalCount: number } | null, readonly freeInCity: { readonly totalCount: number } | null, readonly notFreeInCity: { readonly totalCount: number } | null, readonly anyAccess: { readonly totalCount: number } | null, readonly stepFree: { readonly totalCount: number } | null, readonly notStepFree: { readonly totalCount: number } | null } & { readonly centres?: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly openCentres?: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly plannedCentres?: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null } | null, readonly targetGroups: { readonly measures: ReadonlyArray<{ readonly total: { readonly coverage: { readonly expected: number, readonly present: number } | null } }>, readonly cells: ReadonlyArray<{ readonly groups: ReadonlyArray<{ readonly code: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly values: ReadonlyArray<{ readonly value: number | null, readonly ofUnknownStatus: number | null }> }> } | null, readonly careDomains: { readonly measures: ReadonlyArray<{ readonly total: { readonly coverage: { readonly expected: number, readonly present: number } | null } }>, readonly cells: ReadonlyArray<{ readonly groups: ReadonlyArray<{ readonly code: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly values: ReadonlyArray<{ readonly value: number | null, readonly ofUnknownStatus: number | null }> }> } | null, readonly kinds: { readonly measures: ReadonlyArray<{ readonly total: { readonly coverage: { readonly expected: number, readonly present: number } | null } }>, readonly cells: ReadonlyArray<{ readonly groups: ReadonlyArray<{ readonly code: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly values: ReadonlyArray<{ readonly value: number | null, readonly ofUnknownStatus: number | null }> }> } | null, readonly map: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly boundary: import("../../charts/geometry").Geometry | null }> } | null, readonly sources: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> } | null, readonly enumerations: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly value: string, readonly label: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> }> | null } & { readonly nearServices?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly nearestCentre: { readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly name: string } } | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly nearest?: { readonly walkingSpeedKmh: number, readonly results: ReadonlyArray<{ readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null } }> } | null, readonly nearestPlanned?: { readonly results: ReadonlyArray<{ readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null } }> } | null };

export type NearFragment = { readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null } };

export type GroupsFragment = { readonly measures: ReadonlyArray<{ readonly total: { readonly coverage: { readonly expected: number, readonly present: number } | null } }>, readonly cells: ReadonlyArray<{ readonly groups: ReadonlyArray<{ readonly code: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly values: ReadonlyArray<{ readonly value: number | null, readonly ofUnknownStatus: number | null }> }> };

export type ServicePageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> };

export type FoundServiceFragment = { readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly openingHoursText: string | null, readonly url: string | null, readonly lastVerified: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly description: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly organization: { readonly name: string } | null, readonly targetGroups: ReadonlyArray<{ readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly fees: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly phones: ReadonlyArray<{ readonly number: string }>, readonly citations: ReadonlyArray<{ readonly url: string, readonly title: string | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type PlacePageFragment = { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> };

export type FoundPlaceFragment = { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly openingHoursText: string | null, readonly lastVerified: string | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly position: { readonly latitude: number, readonly longitude: number } | null, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null } | null, readonly schedules: ReadonlyArray<{ readonly isException: ScheduleException | null, readonly validTo: string | null }>, readonly accessibility: ReadonlyArray<{ readonly feature: AccessibilityFeature, readonly availability: Availability, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null }>, readonly alert: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type NearestPlaceFragment = { readonly distanceMetres: number, readonly walkingMinutes: number, readonly centre: { readonly name: string } };

export type SourceFragment = { readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type PageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type OpeningFragment = { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null } | null };

export const Find: Operation<FindQuery, FindQueryVariables> = {
  name: "Find",
  hash: "8131193e37ec490c90f8c6a019789d88f4eb8a0ad681599edc57f553a023b572",
  text: "query Find($city: String!, $area: String!, $isCity: Boolean!, $mapLevel: AreaLevel!, $at: DateTime!, $isNear: Boolean!, $listsLocations: Boolean!, $point: GeoPointInput = {latitude: 0, longitude: 0}, $withinMetres: Int = 1500, $services: ServiceFilter!, $nearServices: ServiceFilter = {}, $plannedServices: ServiceFilter!, $anyCost: ServiceFilter!, $free: ServiceFilter!, $notFree: ServiceFilter!, $places: CentreFilter!, $openPlaces: CentreFilter!, $plannedPlaces: CentreFilter!, $anyAccess: CentreFilter!, $stepFree: CentreFilter!, $notStepFree: CentreFilter!, $language: TextLanguage!) {\n  area(code: $area) {\n    code\n    name\n    level\n    city {\n      name\n    }\n    services(first: 30, filter: $services) {\n      ...ServicePage\n      nodes {\n        serviceAreas @include(if: $isCity) {\n          code\n        }\n        locations @include(if: $listsLocations) {\n          centre {\n            name\n          }\n        }\n      }\n    }\n    plannedServices: services(first: 10, filter: $plannedServices) {\n      nodes {\n        ...FoundService\n      }\n    }\n    anyCost: services(first: 1, filter: $anyCost) {\n      totalCount\n    }\n    free: services(first: 1, filter: $free) {\n      totalCount\n    }\n    notFree: services(first: 1, filter: $notFree) {\n      totalCount\n    }\n    cityServices(first: 30, filter: $services) {\n      ...ServicePage\n    }\n    plannedInCity: cityServices(first: 10, filter: $plannedServices) {\n      nodes {\n        ...FoundService\n      }\n    }\n    anyCostInCity: cityServices(first: 1, filter: $anyCost) {\n      totalCount\n    }\n    freeInCity: cityServices(first: 1, filter: $free) {\n      totalCount\n    }\n    notFreeInCity: cityServices(first: 1, filter: $notFree) {\n      totalCount\n    }\n    ... @skip(if: $isNear) {\n      centres(first: 50, filter: $places) {\n        ...PlacePage\n      }\n      openCentres: centres(first: 50, filter: $openPlaces) {\n        ...PlacePage\n      }\n      plannedCentres: centres(first: 20, filter: $plannedPlaces) {\n        nodes {\n          ...FoundPlace\n        }\n      }\n    }\n    anyAccess: centres(first: 1, filter: $anyAccess) {\n      totalCount\n    }\n    stepFree: centres(first: 1, filter: $stepFree) {\n      totalCount\n    }\n    notStepFree: centres(first: 1, filter: $notStepFree) {\n      totalCount\n    }\n  }\n  ... @include(if: $isNear) {\n    nearServices: services(first: 20, sort: DISTANCE, filter: $nearServices) {\n      ...ServicePage\n      nodes {\n        nearestCentre(point: $point) {\n          ...NearestPlace\n        }\n      }\n    }\n    nearest: nearestCentres(\n      input: {point: $point, withinMetres: $withinMetres, first: 50, filter: $places}\n    ) {\n      walkingSpeedKmh\n      results {\n        ...Near\n      }\n    }\n    nearestPlanned: nearestCentres(\n      input: {point: $point, withinMetres: $withinMetres, first: 20, filter: $plannedPlaces}\n    ) {\n      results {\n        ...Near\n      }\n    }\n  }\n  targetGroups: aggregate(\n    input: {city: $city, measures: [SERVICES], groupBy: [TARGET_GROUP]}\n  ) {\n    ...Groups\n  }\n  careDomains: aggregate(\n    input: {city: $city, measures: [SERVICES], groupBy: [CARE_DOMAIN]}\n  ) {\n    ...Groups\n  }\n  kinds: aggregate(input: {city: $city, measures: [CENTRES], groupBy: [KIND]}) {\n    ...Groups\n  }\n  map: areas(first: 100, filter: {level: $mapLevel}) {\n    nodes {\n      code\n      boundary\n    }\n  }\n  sources(first: 100) {\n    nodes {\n      ...Source\n    }\n  }\n  enumerations(\n    names: [\"Availability\", \"FreeOfCharge\", \"OpeningReason\", \"OpeningState\", \"OperationalStatus\"]\n  ) {\n    name\n    values {\n      value\n      label {\n        ...Words\n      }\n    }\n  }\n}\n\nfragment Near on NearbyCentre {\n  distanceMetres\n  walkingMinutes\n  centre {\n    ...FoundPlace\n  }\n}\n\nfragment Groups on Aggregate {\n  measures {\n    total {\n      coverage {\n        expected\n        present\n      }\n    }\n  }\n  cells {\n    groups {\n      code\n      name {\n        ...Words\n      }\n    }\n    values {\n      value\n      ofUnknownStatus\n    }\n  }\n}\n\nfragment ServicePage on ServiceConnection {\n  totalCount\n  pageInfo {\n    ...Page\n  }\n  nodes {\n    ...FoundService\n  }\n}\n\nfragment FoundService on Service {\n  code\n  name {\n    ...Words\n  }\n  description {\n    ...Words\n  }\n  status\n  organization {\n    name\n  }\n  targetGroups {\n    name {\n      ...Words\n    }\n  }\n  freeOfCharge\n  fees {\n    ...Words\n  }\n  isOpenAt(at: $at) {\n    ...Opening\n  }\n  openingHoursText\n  phones {\n    number\n  }\n  url\n  lastVerified\n  citations {\n    url\n    title\n  }\n  sourceRefs {\n    code\n  }\n}\n\nfragment PlacePage on CentreConnection {\n  totalCount\n  pageInfo {\n    ...Page\n  }\n  nodes {\n    ...FoundPlace\n  }\n}\n\nfragment FoundPlace on Centre {\n  code\n  name\n  status\n  kind {\n    name {\n      ...Words\n    }\n  }\n  address {\n    streetAddress\n  }\n  position {\n    latitude\n    longitude\n  }\n  isOpenAt(at: $at) {\n    ...Opening\n  }\n  openingHoursText\n  schedules {\n    isException\n    validTo\n  }\n  accessibility {\n    feature\n    availability\n    note {\n      ...Words\n    }\n  }\n  alert {\n    ...Words\n  }\n  lastVerified\n  sourceRefs {\n    code\n  }\n}\n\nfragment NearestPlace on NearbyCentre {\n  distanceMetres\n  walkingMinutes\n  centre {\n    name\n  }\n}\n\nfragment Source on SourceRef {\n  code\n  title\n  publisher\n  licence\n  rights {\n    ...Words\n  }\n  landingPage\n  modified\n  retrievedAt\n  synthetic\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Page on PageInfo {\n  hasNextPage\n  endCursor\n}\n\nfragment Opening on OpeningAnswer {\n  state\n  reason\n  note {\n    ...Words\n  }\n  rule {\n    opensAt\n    closesAt\n  }\n}",
};
