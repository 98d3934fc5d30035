import { createIndicatorDefinition, type IndicatorDefinition } from "../../src/domain/indicators/indicator";
import { createObservation, type Observation } from "../../src/domain/indicators/observation";
import { createSourceRef, type SourceRef } from "../../src/domain/kit/source-ref";
import { createTaxonomyTerm, type TaxonomyTerm } from "../../src/domain/kit/taxonomy-term";
import { type Area, createArea } from "../../src/domain/places/area";
import { type Centre, createCentre } from "../../src/domain/places/centre";
import { createLocation, type Location } from "../../src/domain/places/location";
import { createOrganization, type Organization } from "../../src/domain/places/organization";
import { createDataQualityIssue, type DataQualityIssue } from "../../src/domain/quality/data-quality-issue";
import { createService, type Service } from "../../src/domain/services/service";
import {
  createServiceAtLocation,
  type ServiceAtLocation,
} from "../../src/domain/services/service-at-location";
import { type Action, createAction } from "../../src/domain/strategy/action";
import type { BudgetVersion } from "../../src/domain/strategy/budget";
import { createExpenditure, type Expenditure } from "../../src/domain/strategy/expenditure";
import { createMilestone, type Milestone } from "../../src/domain/strategy/milestone";
import {
  createPartnership,
  type Partnership,
  type PartnershipMember,
} from "../../src/domain/strategy/partnership";
import { createStrategy, type Strategy } from "../../src/domain/strategy/strategy";

/** Synthetic records for tests: each takes the fields that the test is about; the others are blank. */
export const aSource = (fields: Partial<SourceRef> = {}): SourceRef =>
  createSourceRef({
    code: "test",
    title: "Synthetic, for a test",
    publisher: "Nobody",
    rights: { it: "Sintetico.", en: "Synthetic." },
    synthetic: true,
    ...fields,
  });

export const anArea = (fields: Partial<Area> = {}): Area =>
  createArea({
    code: "nil:1",
    level: "NEIGHBOURHOOD",
    localType: { it: "Quartiere", en: null },
    name: "Uno",
    cityCode: "comune:1",
    sourceCodes: ["test"],
    ...fields,
  });

export const aCity = (fields: Partial<Area> = {}): Area =>
  anArea({ code: "comune:1", level: "CITY", name: "Città", cityCode: null, ...fields });

export const aCentre = (fields: Partial<Centre> = {}): Centre =>
  createCentre({
    code: "test:1",
    name: "Casa",
    status: "ACTIVE",
    sourceCodes: ["test"],
    ...fields,
  });

export const aTerm = (fields: Partial<TaxonomyTerm> = {}): TaxonomyTerm =>
  createTaxonomyTerm({
    code: "centre-kind:HUB",
    taxonomy: "centre-kind",
    name: { it: "Casa", en: "Centre" },
    sourceCodes: ["test"],
    ...fields,
  });

export const anIndicator = (fields: Partial<IndicatorDefinition> = {}): IndicatorDefinition =>
  createIndicatorDefinition({
    code: "residents",
    name: { it: "Residenti", en: "Residents" },
    definition: { it: "Persone residenti.", en: "People who live there." },
    family: "CONTEXT",
    unit: "persons",
    decimals: 0,
    polarity: "NEUTRAL",
    aggregation: "SUM",
    finestLevel: "NEIGHBOURHOOD",
    sourceCodes: ["test"],
    ...fields,
  });

export const anObservation = (fields: Partial<Observation> = {}): Observation =>
  createObservation({
    indicatorCode: "residents",
    areaCode: "nil:1",
    areaLevel: "NEIGHBOURHOOD",
    period: "2024",
    value: 100,
    status: "NORMAL",
    sourceCodes: ["test"],
    ...fields,
  });

export const anAction = (fields: Partial<Action> = {}): Action =>
  createAction({
    code: "action",
    strategyCode: "strategy",
    name: { it: "Azione", en: "Action" },
    kind: "MATERIAL",
    sourceCodes: ["test"],
    ...fields,
  });

export const anExpenditure = (fields: Partial<Expenditure> = {}): Expenditure =>
  createExpenditure({
    code: "entry",
    strategyCode: "strategy",
    actionCode: "action",
    kind: "PAID",
    fund: "FESR",
    amount: { cents: 100, currency: "EUR" },
    date: "2025",
    sourceCodes: ["test"],
    ...fields,
  });

export const anOrganization = (fields: Partial<Organization> = {}): Organization =>
  createOrganization({
    code: "bureau",
    name: "Ente",
    kind: "MUNICIPALITY",
    sourceCodes: ["test"],
    ...fields,
  });

export const aService = (fields: Partial<Service> = {}): Service =>
  createService({
    code: "test:s1",
    name: { it: "Servizio", en: "Service" },
    organizationCode: "bureau",
    freeOfCharge: "UNKNOWN",
    status: "ACTIVE",
    sourceCodes: ["test"],
    ...fields,
  });

export const aMember = (
  organizationCode: string,
  fields: Partial<PartnershipMember> = {},
): PartnershipMember => ({
  organizationCode,
  role: "PARTNER",
  description: null,
  place: null,
  areaCodes: [],
  validFrom: null,
  validTo: null,
  lastKnown: null,
  presence: "PRESENT",
  note: null,
  citations: [],
  ...fields,
});

export const aBudgetVersion = (fields: Partial<BudgetVersion> = {}): BudgetVersion => ({
  label: "budget",
  validFrom: null,
  assertedOn: null,
  total: null,
  lines: [],
  parts: [],
  certainty: null,
  note: null,
  citations: [],
  sourceCodes: ["test"],
  ...fields,
});

export const aPartnership = (fields: Partial<Partnership> = {}): Partnership =>
  createPartnership({
    code: "partnership",
    name: { it: "Accordo", en: null },
    kind: "MEMORANDUM",
    strategyCode: "strategy",
    sourceCodes: ["test"],
    ...fields,
  });

export const aServiceAtLocation = (fields: Partial<ServiceAtLocation> = {}): ServiceAtLocation =>
  createServiceAtLocation({
    code: "test:s1:1",
    serviceCode: "test:s1",
    centreCode: "test:1",
    sourceCodes: ["test"],
    ...fields,
  });

export const aStrategy = (fields: Partial<Strategy> = {}): Strategy =>
  createStrategy({
    code: "strategy",
    name: { it: "Strategia", en: "Strategy" },
    description: { it: "Testo", en: null },
    programme: "PR",
    periodFrom: "2022",
    periodTo: "2026",
    sourceCodes: ["test"],
    ...fields,
  });

export const aMilestone = (fields: Partial<Milestone> = {}): Milestone =>
  createMilestone({
    code: "milestone",
    strategyCode: "strategy",
    name: { it: "Tappa", en: null },
    sourceCodes: ["test"],
    ...fields,
  });

export const anIssue = (fields: Partial<DataQualityIssue> = {}): DataQualityIssue =>
  createDataQualityIssue({
    code: "test:EMPTY_CELL:1",
    rule: "EMPTY_CELL",
    severity: "WARNING",
    entity: { type: "Centre", code: "test:1" },
    organizationCode: "bureau",
    sourceCode: "test",
    line: 2,
    column: "lat",
    message: { it: "Il valore manca.", en: "The value is missing." },
    firstSeen: "2026-11-23T10:00:00.000Z",
    ...fields,
  });

export const aLocation = (fields: Partial<Location> = {}): Location =>
  createLocation({
    code: "it:borgo:via-roma-1",
    locationType: "PHYSICAL",
    address: { streetAddress: "Via Roma 1", locality: "Borgo", postalCode: null, country: "IT" },
    position: { latitude: 45, longitude: 9 },
    geocodeQuality: "UNKNOWN",
    positionCentreCode: "test:1",
    positionReason: "ONLY_POINT",
    centreCodes: ["test:1"],
    sourceCodes: ["test"],
    ...fields,
  });
