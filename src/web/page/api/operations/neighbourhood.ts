// Written by `npm run schema` from neighbourhood.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ActionStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'ONGOING'
  | 'PLANNED'
  | 'SUSPENDED';

export type AreaLevel =
  | 'CITY'
  | 'DISTRICT'
  | 'NEIGHBOURHOOD'
  | 'OMI_ZONE'
  | 'POSTAL_CODE';

export type FreeOfCharge =
  | 'NO'
  | 'UNKNOWN'
  | 'YES';

export type MembershipPresence =
  | 'ENDED'
  | 'PRESENT'
  | 'UNKNOWN';

export type ObservationStatus =
  | 'BREAK'
  | 'CONFIDENTIAL'
  | 'ESTIMATED'
  | 'FORECAST'
  | 'MISSING'
  | 'NORMAL'
  | 'PROVISIONAL';

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

export type PartnerRole =
  | 'ADVISER'
  | 'BENEFICIARY_REP'
  | 'FUNDER'
  | 'LEAD'
  | 'PARTNER'
  | 'PROVIDER';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type NeighbourhoodQueryVariables = Exact<{
  area: string;
  areas: ReadonlyArray<string> | string;
  side: number;
  level: AreaLevel;
  people: ReadonlyArray<string> | string;
  trend: string;
  since: string;
  income: string;
  population: string;
  populationPeriod: string;
  speed: number;
  at: string;
  language: TextLanguage;
}>;


export type NeighbourhoodQuery = { readonly all: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly compared: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly profile: { readonly cells: ReadonlyArray<{ readonly rank: number | null, readonly ranked: number, readonly observation: { readonly period: string, readonly status: ObservationStatus, readonly value: number | null, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }, readonly city: { readonly value: number | null } | null }> } | null }> } | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly series: { readonly cells: ReadonlyArray<{ readonly isBreak: boolean, readonly observation: { readonly period: string, readonly value: number | null, readonly area: { readonly code: string, readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }, readonly city: { readonly value: number | null, readonly area: { readonly name: string } | null } | null, readonly peers: { readonly value: number | null, readonly areas: ReadonlyArray<{ readonly name: string }> | null } | null }> } | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } } | null, readonly access: { readonly minutes: number, readonly radiusMetres: number, readonly detourFactor: number, readonly centres: number, readonly centresOfUnknownStatus: number, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly population: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } }, readonly areas: ReadonlyArray<{ readonly reason: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly observation: { readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null } | null, readonly result: { readonly people: number, readonly figures: { readonly coveredShare: number, readonly gapPeople: number, readonly nearestMinutes: number | null } } | null }> } | null, readonly area: { readonly code: string, readonly name: string, readonly areaKm2: number | null, readonly localType: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly overlaps: ReadonlyArray<{ readonly share: number | null, readonly area: { readonly name: string } | null }> | null, readonly city: { readonly name: string } | null, readonly centres: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly openingHoursText: string | null, readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly isOpenAt: { readonly state: OpeningState, readonly reason: OpeningReason, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly rule: { readonly opensAt: string | null, readonly closesAt: string | null, readonly validTo: string | null } | null } | null, readonly nextOpening: { readonly opens: string | null } | null, readonly qualityIssues: ReadonlyArray<{ readonly code: string, readonly sourceCode: string, readonly message: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly remedy: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> | null, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly plannedCentres: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly statusDate: string | null, readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly services: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly locations: ReadonlyArray<{ readonly centre: { readonly name: string } | null }> | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly plannedServices: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly cityServices: { readonly totalCount: number } | null, readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly partnerships: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly members: ReadonlyArray<{ readonly role: PartnerRole, readonly presence: MembershipPresence, readonly lastKnown: string | null, readonly organization: { readonly code: string, readonly name: string } | null }>, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly actions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly status: ActionStatus | null, readonly statusDate: string | null, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }> } | null, readonly hints: ReadonlyArray<{ readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly area: { readonly name: string, readonly observation: { readonly period: string, readonly value: number | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } } | null, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null } | null } | null }> | null, readonly qualityIssues: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly sourceCode: string, readonly message: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly remedy: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> } | null } | null, readonly sources: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> } | null, readonly enumerations: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly value: string, readonly label: { readonly text: { readonly value: string, readonly language: TextLanguage } } }> }> | null };

export type CellFragment = { readonly rank: number | null, readonly ranked: number, readonly observation: { readonly period: string, readonly status: ObservationStatus, readonly value: number | null, readonly note: { readonly text: { readonly value: string, readonly language: TextLanguage } } | null, readonly indicator: { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null }, readonly city: { readonly value: number | null } | null };

export type IndicatorFragment = { readonly code: string, readonly decimals: number, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly unit: { readonly symbol: string | null } };

export type PlaceFragment = { readonly code: string, readonly name: string, readonly status: OperationalStatus, readonly kind: { readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } } } | null, readonly address: { readonly streetAddress: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type OfferFragment = { readonly code: string, readonly status: OperationalStatus, readonly freeOfCharge: FreeOfCharge, readonly name: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly organization: { readonly name: string } | null, readonly sourceRefs: ReadonlyArray<{ readonly code: string }> | null };

export type IssueFragment = { readonly code: string, readonly sourceCode: string, readonly message: { readonly text: { readonly value: string, readonly language: TextLanguage } }, readonly remedy: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export type WordsFragment = { readonly text: { readonly value: string, readonly language: TextLanguage } };

export type SourceFragment = { readonly code: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly landingPage: string | null, readonly modified: string | null, readonly retrievedAt: string | null, readonly synthetic: boolean, readonly rights: { readonly text: { readonly value: string, readonly language: TextLanguage } } };

export const Neighbourhood: Operation<NeighbourhoodQuery, NeighbourhoodQueryVariables> = {
  name: "Neighbourhood",
  hash: "86b7f6413af91dd18afb12fb571b4fecfd603573b52906771ff4c1a4cd5bc9e8",
  text: "query Neighbourhood($area: String!, $areas: [String!]!, $side: Int!, $level: AreaLevel!, $people: [String!]!, $trend: String!, $since: PartialDate!, $income: String!, $population: String!, $populationPeriod: PartialDate!, $speed: Float!, $at: DateTime!, $language: TextLanguage!) {\n  all: areas(first: 100, filter: {level: $level}) {\n    totalCount\n    nodes {\n      code\n      name\n    }\n  }\n  compared: areas(first: $side, filter: {codes: $areas}) {\n    nodes {\n      code\n      name\n      profile(indicators: $people) {\n        cells {\n          ...Cell\n        }\n      }\n    }\n  }\n  indicator(code: $trend) {\n    ...Indicator\n    series(areas: $areas, comparison: {peers: 5, since: $since}) {\n      cells {\n        isBreak\n        observation {\n          period\n          value: roundedValue\n          area {\n            code\n            name\n          }\n          sourceRefs {\n            code\n          }\n        }\n        city {\n          value: roundedValue\n          area {\n            name\n          }\n        }\n        peers {\n          value\n          areas {\n            name\n          }\n        }\n      }\n    }\n  }\n  access(\n    input: {areas: [$area], level: $level, period: $populationPeriod, population: $population, walkingSpeedKmh: $speed}\n  ) {\n    minutes\n    radiusMetres\n    detourFactor\n    centres\n    centresOfUnknownStatus\n    note {\n      ...Words\n    }\n    population {\n      name {\n        ...Words\n      }\n    }\n    areas {\n      reason {\n        ...Words\n      }\n      observation {\n        sourceRefs {\n          code\n        }\n      }\n      result {\n        people\n        figures {\n          coveredShare\n          gapPeople\n          nearestMinutes\n        }\n      }\n    }\n  }\n  area(code: $area) {\n    code\n    name\n    localType {\n      ...Words\n    }\n    areaKm2\n    overlaps {\n      area {\n        name\n      }\n      share\n    }\n    city {\n      name\n    }\n    centres(first: 20) {\n      totalCount\n      nodes {\n        ...Place\n        openingHoursText\n        isOpenAt(at: $at) {\n          state\n          reason\n          note {\n            ...Words\n          }\n          rule {\n            opensAt\n            closesAt\n            validTo\n          }\n        }\n        nextOpening(from: $at) {\n          opens\n        }\n        qualityIssues {\n          ...Issue\n        }\n      }\n    }\n    plannedCentres: centres(first: 10, filter: {statuses: [PLANNED]}) {\n      totalCount\n      nodes {\n        ...Place\n        statusDate\n      }\n    }\n    services(first: 20) {\n      totalCount\n      nodes {\n        ...Offer\n        locations {\n          centre {\n            name\n          }\n        }\n      }\n    }\n    plannedServices: services(first: 10, filter: {statuses: [PLANNED]}) {\n      totalCount\n      nodes {\n        ...Offer\n      }\n    }\n    cityServices(first: 1) {\n      totalCount\n    }\n    organizations(first: 40) {\n      totalCount\n      nodes {\n        code\n        name\n        sourceRefs {\n          code\n        }\n      }\n    }\n    partnerships(first: 10) {\n      totalCount\n      nodes {\n        code\n        name {\n          ...Words\n        }\n        members {\n          role\n          presence\n          lastKnown\n          organization {\n            code\n            name\n          }\n        }\n        sourceRefs {\n          code\n        }\n      }\n    }\n    actions(first: 20) {\n      totalCount\n      nodes {\n        code\n        name {\n          ...Words\n        }\n        status\n        statusDate\n        sourceRefs {\n          code\n        }\n      }\n    }\n    hints(level: POSTAL_CODE) {\n      note {\n        ...Words\n      }\n      area {\n        name\n        observation(indicator: $income) {\n          period\n          value: roundedValue\n          indicator {\n            ...Indicator\n          }\n          note {\n            ...Words\n          }\n          sourceRefs {\n            code\n          }\n        }\n      }\n    }\n    qualityIssues(first: 20) {\n      totalCount\n      nodes {\n        ...Issue\n      }\n    }\n  }\n  sources(first: 100) {\n    nodes {\n      ...Source\n    }\n  }\n  enumerations(\n    names: [\"ActionStatus\", \"FreeOfCharge\", \"MembershipPresence\", \"ObservationStatus\", \"OpeningReason\", \"OpeningState\", \"OperationalStatus\", \"PartnerRole\"]\n  ) {\n    name\n    values {\n      value\n      label {\n        ...Words\n      }\n    }\n  }\n}\n\nfragment Cell on IndicatorCell {\n  rank\n  ranked\n  observation {\n    period\n    value: roundedValue\n    status\n    note {\n      ...Words\n    }\n    indicator {\n      ...Indicator\n    }\n    sourceRefs {\n      code\n    }\n  }\n  city {\n    value: roundedValue\n  }\n}\n\nfragment Indicator on IndicatorDefinition {\n  code\n  decimals\n  name {\n    ...Words\n  }\n  unit {\n    symbol\n  }\n}\n\nfragment Place on Centre {\n  code\n  name\n  status\n  kind {\n    name {\n      ...Words\n    }\n  }\n  address {\n    streetAddress\n  }\n  sourceRefs {\n    code\n  }\n}\n\nfragment Offer on Service {\n  code\n  name {\n    ...Words\n  }\n  status\n  freeOfCharge\n  organization {\n    name\n  }\n  sourceRefs {\n    code\n  }\n}\n\nfragment Issue on DataQualityIssue {\n  code\n  sourceCode\n  message {\n    ...Words\n  }\n  remedy {\n    ...Words\n  }\n}\n\nfragment Words on LocalizedText {\n  text(language: $language) {\n    value\n    language\n  }\n}\n\nfragment Source on SourceRef {\n  code\n  title\n  publisher\n  licence\n  rights {\n    ...Words\n  }\n  landingPage\n  modified\n  retrievedAt\n  synthetic\n}",
};
