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
import { createExpenditure, type Expenditure } from "../../src/domain/strategy/expenditure";
import { createPartnership, type Partnership } from "../../src/domain/strategy/partnership";
import { createStrategy, type Strategy } from "../../src/domain/strategy/strategy";

/** Made-up records for tests; each takes what the test is about and fills in the rest. */
export const aSource = (fields: Partial<SourceRef> = {}): SourceRef =>
  createSourceRef({
    code: "test",
    title: "Made up for a test",
    publisher: "Nobody",
    licence: null,
    rights: "Synthetic.",
    landingPage: null,
    downloadUrl: null,
    modified: null,
    retrievedAt: null,
    sha256: null,
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
    centroid: null,
    boundingBox: null,
    areaKm2: null,
    boundaryVersion: null,
    validFrom: null,
    validTo: null,
    externalIdentifiers: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const aCity = (fields: Partial<Area> = {}): Area =>
  anArea({ code: "comune:1", level: "CITY", name: "Città", cityCode: null, ...fields });

export const aCentre = (fields: Partial<Centre> = {}): Centre =>
  createCentre({
    code: "test:1",
    name: "Casa",
    alternateName: null,
    kindHistory: [],
    status: null,
    address: null,
    position: null,
    areaCodes: [],
    declaredAreaCode: null,
    equipment: [],
    accessibility: [],
    openingHoursText: null,
    closuresText: null,
    openingRules: null,
    capacity: [],
    alert: null,
    managerCode: null,
    ownerCode: null,
    activities: null,
    notes: null,
    externalIdentifiers: [],
    strategyCodes: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const aTerm = (fields: Partial<TaxonomyTerm> = {}): TaxonomyTerm =>
  createTaxonomyTerm({
    code: "centre-kind:HOUSE",
    taxonomy: "centre-kind",
    name: { it: "Casa", en: "House" },
    description: null,
    parentCode: null,
    sourceCodes: ["test"],
    ...fields,
  });

export const anIndicator = (fields: Partial<IndicatorDefinition> = {}): IndicatorDefinition =>
  createIndicatorDefinition({
    code: "residents",
    name: { it: "Residenti", en: "Residents" },
    definition: { it: "Persone residenti.", en: "People who live there." },
    formula: null,
    family: "CONTEXT",
    unit: "persons",
    decimals: 0,
    polarity: "NEUTRAL",
    aggregation: "SUM",
    numeratorCode: null,
    denominatorCode: null,
    factor: null,
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
    numerator: null,
    denominator: null,
    status: "NORMAL",
    note: null,
    coverage: null,
    sourceCodes: ["test"],
    ...fields,
  });

export const anAction = (fields: Partial<Action> = {}): Action =>
  createAction({
    code: "action",
    strategyCode: "strategy",
    name: { it: "Azione", en: "Action" },
    kind: "MATERIAL",
    status: null,
    description: null,
    leadOrganizationCode: null,
    partnerCodes: [],
    centreCodes: [],
    areaCodes: [],
    cups: [],
    progress: null,
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
    correctsCode: null,
    documentRef: null,
    cup: null,
    sourceCodes: ["test"],
    ...fields,
  });

export const anOrganization = (fields: Partial<Organization> = {}): Organization =>
  createOrganization({
    code: "body",
    name: "Ente",
    alternateName: null,
    kind: "MUNICIPALITY",
    description: null,
    parentCode: null,
    website: null,
    email: null,
    phones: [],
    legalStatus: null,
    identifiers: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const aService = (fields: Partial<Service> = {}): Service =>
  createService({
    code: "test:s1",
    name: { it: "Servizio", en: "Service" },
    alternateName: null,
    description: null,
    organizationCode: "body",
    status: null,
    alert: null,
    careDomains: [],
    targetGroupCodes: [],
    serviceTypeCodes: [],
    minimumAge: null,
    maximumAge: null,
    eligibility: null,
    applicationProcess: null,
    freeOfCharge: "UNKNOWN",
    fees: null,
    costOptions: [],
    requiredDocuments: [],
    languages: [],
    serviceAreaCodes: [],
    channels: [],
    contacts: [],
    phones: [],
    url: null,
    externalIdentifiers: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const aPartnership = (fields: Partial<Partnership> = {}): Partnership =>
  createPartnership({
    code: "partnership",
    name: { it: "Accordo", en: null },
    kind: "MEMORANDUM",
    description: null,
    strategyCode: "strategy",
    members: [],
    areaCodes: [],
    validFrom: null,
    validTo: null,
    signedOn: null,
    document: null,
    sourceCodes: ["test"],
    ...fields,
  });

export const aServiceAtLocation = (fields: Partial<ServiceAtLocation> = {}): ServiceAtLocation =>
  createServiceAtLocation({
    code: "test:s1:1",
    serviceCode: "test:s1",
    centreCode: "test:1",
    description: null,
    phones: [],
    openingHoursText: null,
    openingRules: null,
    openingHoursNote: null,
    capacity: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const aStrategy = (fields: Partial<Strategy> = {}): Strategy =>
  createStrategy({
    code: "strategy",
    name: { it: "Strategia", en: "Strategy" },
    description: { it: "Testo", en: null },
    keywords: [],
    programme: "PR",
    specificObjectives: [],
    periodFrom: "2022",
    periodTo: "2026",
    targetAreas: [],
    targetPopulation: null,
    engagement: null,
    governance: [],
    budgetVersions: [],
    sourceCodes: ["test"],
    ...fields,
  });

export const anIssue = (fields: Partial<DataQualityIssue> = {}): DataQualityIssue =>
  createDataQualityIssue({
    code: "test:EMPTY_CELL:1",
    rule: "EMPTY_CELL",
    severity: "WARNING",
    entity: { type: "Centre", code: "test:1" },
    organizationCode: "body",
    sourceCode: "test",
    line: 2,
    column: "lat",
    value: null,
    message: "The value is missing.",
    messageIt: "Il valore manca.",
    firstSeen: "2026-11-23T10:00:00.000Z",
    resolvedAt: null,
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
    areaCodes: [],
    centreCodes: ["test:1"],
    sourceCodes: ["test"],
    ...fields,
  });
