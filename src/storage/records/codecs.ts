import { encodeGeohash } from "../../domain/geo/geohash";
import { createIndicatorDefinition } from "../../domain/indicators/indicator";
import { createObservation, type Observation, observationCode } from "../../domain/indicators/observation";
import { foldedIdentifiers, type Identified } from "../../domain/kit/external-identifier";
import { createSourceRef, type SourceRef } from "../../domain/kit/source-ref";
import { createTaxonomyTerm } from "../../domain/kit/taxonomy-term";
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
import { createEngagementEvent } from "../../domain/strategy/engagement-event";
import { createEvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { createExpenditure, type Expenditure } from "../../domain/strategy/expenditure";
import { createIndicatorTarget } from "../../domain/strategy/indicator-target";
import { createMilestone } from "../../domain/strategy/milestone";
import { createPartnership, type Partnership } from "../../domain/strategy/partnership";
import { createStrategy } from "../../domain/strategy/strategy";
import type { Item } from "../engine/key";
import { areaBoundaryCodec } from "./area-boundary.codec";
import type { Codec } from "./codec";
import { dataQualityIssueCodec, recordIssuesCodec } from "./data-quality-issue.codec";
import { followed, keyed, listed, ofStrategy } from "./entity";
import { importRunCodec } from "./import-run.codec";
import { everyArea, highestSortableAge, keys, sortableAge, sortableCode } from "./keys";
import { centreLocationCodec, locationCodec } from "./location.codec";

/**
 * The registry of entities: every type of record that the table holds, in the order of loading. What others refer to comes first.
 * Keys, repositories, loaders, global ids, the list of changes and the starter files follow from an entry.
 */
export const codecs = {
  sourceRef: {
    ...listed(
      "SourceRef",
      "sourceRefs",
      "A source: it changes whenever its file does, and with it all its figures.",
      createSourceRef,
    ),
    starterFile: "sources.json",
  } satisfies Codec<SourceRef>,

  taxonomyTerm: listed("TaxonomyTerm", "taxonomyTerms", "A word of a vocabulary.", createTaxonomyTerm),

  area: {
    ...followed("Area", "areas", "An area.", createArea),
    starterFile: "areas.json",
    areas: ({ code }) => [code],
    index: (area) => keys.list.areas(area.level, area.code),
    edges: (area) => identifiersOf("Area", area),
  } satisfies Codec<Area>,

  areaBoundary: areaBoundaryCodec satisfies Codec<AreaBoundary>,

  cityCalendar: {
    ...listed("CityCalendar", "cityCalendars", "The calendar of a city.", createCityCalendar),
    // The API shows it only through opening hours.
    node: false,
  } satisfies Codec<CityCalendar>,

  areaOverlaps: {
    ...keyed("AreaOverlaps", "areaOverlaps", keys.areaOverlaps, ({ code }: AreaOverlaps) => code),
    starterFile: "area-overlaps.json",
    create: createAreaOverlaps,
  } satisfies Codec<AreaOverlaps>,

  indicator: listed("IndicatorDefinition", "indicators", "An indicator.", createIndicatorDefinition),

  observation: {
    type: "Observation",
    starterFile: "observations.json",
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
    ...listed("Organization", "organizations", "A body.", createOrganization),
    edges: (organization) => [...identifiersOf("Organization", organization), ...unitOf(organization)],
  } satisfies Codec<Organization>,

  strategy: listed("Strategy", "strategies", "A strategy.", createStrategy),

  partnership: {
    ...listed("Partnership", "partnerships", "A partnership.", createPartnership),
    areas: ({ areaCodes }) => areaCodes,
    edges: ({ code, members, strategyCode }) => [
      ...(strategyCode === null ? [] : [{ ...keys.partnershipInStrategy(strategyCode, code), code }]),
      ...[...new Set(members.map(({ organizationCode }) => organizationCode))].map((organizationCode) => ({
        ...keys.partnershipOfOrganization(organizationCode, code),
        code,
      })),
    ],
  } satisfies Codec<Partnership>,

  centre: {
    ...listed("Centre", "centres", "A centre.", createCentre),
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

  location: locationCodec satisfies Codec<Location>,
  centreLocation: centreLocationCodec satisfies Codec<CentreLocation>,

  service: {
    ...listed("Service", "services", "A service.", createService),
    areas: ({ serviceAreaCodes }) => serviceAreaCodes,
    edges: (service) => identifiersOf("Service", service),
  } satisfies Codec<Service>,

  serviceAtLocation: {
    ...listed("ServiceAtLocation", "servicesAtLocation", "A service at a centre.", createServiceAtLocation),
    edges: ({ code, centreCode, serviceCode }) => [
      { ...keys.serviceAtLocationOfCentre(centreCode, code), code },
      { ...keys.serviceAtLocationOfService(serviceCode, code), code },
    ],
  } satisfies Codec<ServiceAtLocation>,

  serviceListing: {
    ...keyed("ServiceListing", "serviceListings", keys.serviceListing, ({ code }: ServiceListing) => code),
    edges: placesOf,
  } satisfies Codec<ServiceListing>,

  centreServices: keyed(
    "CentreServices",
    "centreServices",
    keys.centreServices,
    ({ code }: CentreServices) => code,
  ),

  action: {
    ...ofStrategy("Action", "actions", "An action of a strategy.", createAction),
    areas: ({ areaCodes }) => areaCodes,
  } satisfies Codec<Action>,

  // Without a planned date last: no digit sorts after "~".
  milestone: ofStrategy(
    "Milestone",
    "milestones",
    "A milestone.",
    createMilestone,
    ({ plannedDate }) => plannedDate ?? "~",
  ),

  expenditure: {
    ...ofStrategy("Expenditure", "expenditures", "An expenditure.", createExpenditure, ({ date }) => date),
    appendOnly: true,
  } satisfies Codec<Expenditure>,

  indicatorTarget: ofStrategy(
    "IndicatorTarget",
    "indicatorTargets",
    "A target of an indicator.",
    createIndicatorTarget,
    ({ indicatorCode }) => sortableCode(indicatorCode),
  ),

  engagementEvent: ofStrategy(
    "EngagementEvent",
    "engagementEvents",
    "An event of participation.",
    createEngagementEvent,
    ({ date }) => date,
  ),

  evaluationQuestion: ofStrategy(
    "EvaluationQuestion",
    "evaluationQuestions",
    "A question of an evaluation.",
    createEvaluationQuestion,
  ),

  dataQualityIssue: dataQualityIssueCodec satisfies Codec<DataQualityIssue>,
  recordIssues: recordIssuesCodec satisfies Codec<RecordIssues>,
  importRun: importRunCodec satisfies Codec<ImportRun>,
} as const;

/** A record under each of the keys that other registers give it. */
const identifiersOf = (type: string, record: Identified & { readonly code: string }): Item[] =>
  foldedIdentifiers(record).map(({ scheme, value }) => ({
    ...keys.externalIdentifier(scheme, value, type, record.code),
    type,
    code: record.code,
  }));

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
