import { encodeGeohash } from "../../domain/geo/geohash";
import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";
import { createObservation, type Observation, observationCode } from "../../domain/indicators/observation";
import { foldedIdentifiers, type Identified } from "../../domain/kit/external-identifier";
import { createSourceRef, type SourceRef } from "../../domain/kit/source-ref";
import { createTaxonomyTerm, type TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { type Area, type AreaOverlaps, createArea, createAreaOverlaps } from "../../domain/places/area";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import { type Centre, createCentre, currentKindCode, stepFreeAccess } from "../../domain/places/centre";
import { type CityCalendar, createCityCalendar } from "../../domain/places/city-calendar";
import type { CentreLocation, Location } from "../../domain/places/location";
import { createOrganization, type Organization } from "../../domain/places/organization";
import type { DataQualityIssue, RecordIssues } from "../../domain/quality/data-quality-issue";
import type { ImportRun } from "../../domain/quality/import-run";
import { createService, type Service } from "../../domain/services/service";
import { createServiceAtLocation, type ServiceAtLocation } from "../../domain/services/service-at-location";
import type { CentreServices, ServiceListing } from "../../domain/services/service-listing";
import { type Action, createAction } from "../../domain/strategy/action";
import { createEngagementEvent, type EngagementEvent } from "../../domain/strategy/engagement-event";
import { createEvaluationQuestion, type EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { createExpenditure, type Expenditure } from "../../domain/strategy/expenditure";
import { createIndicatorTarget, type IndicatorTarget } from "../../domain/strategy/indicator-target";
import { createMilestone, type Milestone } from "../../domain/strategy/milestone";
import { createPartnership, type Partnership } from "../../domain/strategy/partnership";
import { createStrategy, type Strategy } from "../../domain/strategy/strategy";
import type { Item } from "../engine/key";
import { areaBoundaryCodec } from "./area-boundary.codec";
import type { Codec } from "./codec";
import { dataQualityIssueCodec, recordIssuesCodec } from "./data-quality-issue.codec";
import { importRunCodec } from "./import-run.codec";
import { everyArea, highestSortableAge, keys, type RecordType, sortableAge, sortableCode } from "./keys";
import { centreLocationCodec, locationCodec } from "./location.codec";

/** A record that is read by its code and listed with all others of its type. */
function listed<T extends { readonly code: string }>(type: RecordType, create: (fields: T) => T): Codec<T> {
  return {
    type,
    create,
    audited: true,
    feed: true,
    code: (record) => record.code,
    key: (record) => keys.record(type, record.code),
    index: (record) => keys.list.records(type, record.code),
  };
}

/** A record under each of the keys that other registers give it. */
const identifiersOf = (type: RecordType, record: Identified & { readonly code: string }): Item[] =>
  foldedIdentifiers(record).map(({ scheme, value }) => ({
    ...keys.externalIdentifier(scheme, value, type, record.code),
    type,
    code: record.code,
  }));

/** A record that belongs to one strategy and is listed with its like there, by `order` and then by code. */
function ofStrategy<T extends { readonly code: string; readonly strategyCode: string }>(
  type: RecordType,
  create: (fields: T) => T,
  order: (record: T) => string = () => "",
): Codec<T> {
  return {
    ...listed<T>(type, create),
    index: (record) => keys.list.strategyRecords(type, record.strategyCode, order(record), record.code),
  };
}

/** Every type of record that the table holds. */
export const codecs = {
  action: {
    ...ofStrategy<Action>("Action", createAction),
    areas: ({ areaCodes }) => areaCodes,
  } satisfies Codec<Action>,

  area: {
    ...listed<Area>("Area", createArea),
    areas: ({ code }) => [code],
    index: (area) => keys.list.areas(area.level, area.code),
    edges: (area) => identifiersOf("Area", area),
  } satisfies Codec<Area>,

  areaBoundary: areaBoundaryCodec satisfies Codec<AreaBoundary>,

  areaOverlaps: {
    type: "AreaOverlaps",
    code: (overlaps) => overlaps.code,
    key: (overlaps) => keys.areaOverlaps(overlaps.code),
    create: createAreaOverlaps,
  } satisfies Codec<AreaOverlaps>,

  centre: {
    ...listed<Centre>("Centre", createCentre),
    areas: ({ areaCodes }) => areaCodes,
    index: (centre) => ({
      ...keys.list.records("Centre", centre.code),
      ...(centre.position && keys.geo.centres(encodeGeohash(centre.position, 9), centre.code)),
    }),
    edges: (centre) => [
      ...identifiersOf("Centre", centre),
      ...[everyArea, ...centre.areaCodes].map((areaCode) => ({
        ...keys.centreInArea(areaCode, centre.name, centre.code),
        code: centre.code,
        kindCode: currentKindCode(centre),
        strategyCodes: centre.strategyCodes,
        equipment: centre.equipment.filter((e) => e.availability === "YES").map((e) => e.feature),
        stepFree: stepFreeAccess(centre),
      })),
    ],
  } satisfies Codec<Centre>,

  cityCalendar: listed<CityCalendar>("CityCalendar", createCityCalendar),
  centreLocation: centreLocationCodec satisfies Codec<CentreLocation>,
  centreServices: {
    type: "CentreServices",
    code: ({ code }) => code,
    key: ({ code }) => keys.centreServices(code),
  } satisfies Codec<CentreServices>,
  dataQualityIssue: dataQualityIssueCodec satisfies Codec<DataQualityIssue>,
  engagementEvent: ofStrategy<EngagementEvent>("EngagementEvent", createEngagementEvent, ({ date }) => date),
  evaluationQuestion: ofStrategy<EvaluationQuestion>("EvaluationQuestion", createEvaluationQuestion),

  expenditure: {
    ...ofStrategy<Expenditure>("Expenditure", createExpenditure, ({ date }) => date),
    appendOnly: true,
  } satisfies Codec<Expenditure>,

  importRun: importRunCodec satisfies Codec<ImportRun>,
  indicator: listed<IndicatorDefinition>("IndicatorDefinition", createIndicatorDefinition),
  indicatorTarget: ofStrategy<IndicatorTarget>(
    "IndicatorTarget",
    createIndicatorTarget,
    ({ indicatorCode }) => sortableCode(indicatorCode),
  ),

  location: locationCodec satisfies Codec<Location>,

  // Without a planned date last: no digit sorts after "~".
  milestone: ofStrategy<Milestone>("Milestone", createMilestone, ({ plannedDate }) => plannedDate ?? "~"),

  observation: {
    type: "Observation",
    code: observationCode,
    key: (o) => keys.observation(o.areaCode, o.indicatorCode, o.period),
    index: (o) => ({
      ...keys.list.observations(o.indicatorCode, o.period, o.areaLevel, o.areaCode),
      period: o.period,
    }),
    audited: true,
    bulk: true,
    create: createObservation,
  } satisfies Codec<Observation>,

  organization: {
    ...listed<Organization>("Organization", createOrganization),
    edges: (organization) => [...identifiersOf("Organization", organization), ...unitOf(organization)],
  } satisfies Codec<Organization>,

  service: {
    ...listed<Service>("Service", createService),
    areas: ({ serviceAreaCodes }) => serviceAreaCodes,
    edges: (service) => identifiersOf("Service", service),
  } satisfies Codec<Service>,

  serviceAtLocation: {
    ...listed<ServiceAtLocation>("ServiceAtLocation", createServiceAtLocation),
    edges: ({ code, centreCode, serviceCode }) => [
      { ...keys.locationOfCentre(centreCode, code), code },
      { ...keys.locationOfService(serviceCode, code), code },
    ],
  } satisfies Codec<ServiceAtLocation>,

  serviceListing: {
    type: "ServiceListing",
    code: ({ code }) => code,
    key: ({ code }) => keys.serviceListing(code),
    edges: placesOf,
  } satisfies Codec<ServiceListing>,

  partnership: {
    ...listed<Partnership>("Partnership", createPartnership),
    areas: ({ areaCodes }) => areaCodes,
    edges: ({ code, members, strategyCode }) => [
      ...(strategyCode === null ? [] : [{ ...keys.partnershipInStrategy(strategyCode, code), code }]),
      ...[...new Set(members.map(({ organizationCode }) => organizationCode))].map((organizationCode) => ({
        ...keys.partnershipOfOrganization(organizationCode, code),
        code,
      })),
    ],
  } satisfies Codec<Partnership>,

  recordIssues: recordIssuesCodec satisfies Codec<RecordIssues>,
  sourceRef: listed<SourceRef>("SourceRef", createSourceRef),
  strategy: listed<Strategy>("Strategy", createStrategy),
  taxonomyTerm: listed<TaxonomyTerm>("TaxonomyTerm", createTaxonomyTerm),
} as const;

/** A body in the list of the units of its parent. */
const unitOf = ({ code, name, parentCode }: Organization): Item[] =>
  parentCode === null ? [] : [{ ...keys.unitOfOrganization(parentCode, name, code), code }];

/** A service in the list of each area and of its organisation, with what filters ask. */
function placesOf(listing: ServiceListing): Item[] {
  const { code, name, locationCodes: _, areaCodes, minimumAge, maximumAge, ...asked } = listing;
  const ages = {
    fromAge: sortableAge(minimumAge ?? 0),
    toAge: sortableAge(maximumAge ?? highestSortableAge),
  };
  return [
    ...[everyArea, ...areaCodes].map((areaCode) => keys.serviceInArea(areaCode, name, code)),
    keys.serviceOfOrganization(asked.organizationCode, name, code),
  ].map((key) => ({ ...key, code, ...asked, ...ages }));
}
