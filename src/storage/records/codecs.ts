import { indicatorRecord } from "../../domain/indicators/indicator";
import {
  createObservation,
  type Observation,
  observationCode,
  observationRecord,
} from "../../domain/indicators/observation";
import { foldedIdentifiers, type Identified } from "../../domain/kit/external-identifier";
import { type SourceRef, sourceRefRecord } from "../../domain/kit/source-ref";
import { taxonomyTermRecord } from "../../domain/kit/taxonomy-term";
import type { SameCentreDecision } from "../../domain/matching/same-centre-decision";
import { type Area, type AreaOverlaps, areaOverlapsRecord, areaRecord } from "../../domain/places/area";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import type { AreaHint } from "../../domain/places/area-hint";
import { type Centre, centreRecord } from "../../domain/places/centre";
import { type CityCalendar, cityCalendarRecord } from "../../domain/places/city-calendar";
import type { CentreLocation, Location } from "../../domain/places/location";
import { type Organization, organizationRecord } from "../../domain/places/organization";
import type { DataQualityIssue, RecordIssues } from "../../domain/quality/data-quality-issue";
import type { ImportRun } from "../../domain/quality/import-run";
import { type Service, serviceRecord } from "../../domain/services/service";
import { type ServiceAtLocation, serviceAtLocationRecord } from "../../domain/services/service-at-location";
import type { CentreServices, ServiceListing } from "../../domain/services/service-listing";
import { type Action, actionRecord } from "../../domain/strategy/action";
import { engagementEventRecord } from "../../domain/strategy/engagement-event";
import { evaluationQuestionRecord } from "../../domain/strategy/evaluation-question";
import { type Expenditure, expenditureRecord } from "../../domain/strategy/expenditure";
import { indicatorTargetRecord } from "../../domain/strategy/indicator-target";
import { type Milestone, milestoneRecord } from "../../domain/strategy/milestone";
import { type Partnership, partnershipRecord } from "../../domain/strategy/partnership";
import { strategyRecord } from "../../domain/strategy/strategy";
import { strategyStepRecord } from "../../domain/strategy/strategy-step";
import type { Item } from "../engine/key";
import { areaBoundaryCodec } from "./area-boundary.codec";
import { areaHintCodec } from "./area-hint.codec";
import { centreEdges, centreIndex } from "./centre-edges";
import type { Codec } from "./codec";
import { dataQualityIssueCodec, recordIssuesCodec } from "./data-quality-issue.codec";
import { followed, keyed, listed, ofStrategy } from "./entity";
import { importRunCodec } from "./import-run.codec";
import { keys, sortableCode } from "./keys";
import { centreLocationCodec, locationCodec } from "./location.codec";
import { sameCentreDecisionCodec } from "./same-centre-decision.codec";
import { placesOf } from "./service-listing-edges";
import { withoutSmallNumbers } from "./small-number-gate";

/**
 * The registry of entities: every type of record in the table, in the order of loading. A type comes before those that refer
 * to it. Keys, repositories, global ids, the list of changes and the starter files follow from an entry.
 */
export const codecs = {
  sourceRef: {
    ...listed(
      sourceRefRecord,
      "sourceRefs",
      "A source. It changes with its file, as do all its observations.",
    ),
    starterFile: "sources.json",
  } satisfies Codec<SourceRef>,

  taxonomyTerm: listed(taxonomyTermRecord, "taxonomyTerms", "A term of a vocabulary."),

  area: {
    ...followed(areaRecord, "areas", "An area."),
    starterFile: "areas.json",
    areas: ({ code }) => [code],
    index: (area) => keys.list.areas(area.level, area.code),
    edges: (area) => identifiersOf("Area", area),
  } satisfies Codec<Area>,

  areaBoundary: areaBoundaryCodec satisfies Codec<AreaBoundary>,

  cityCalendar: {
    ...listed(cityCalendarRecord, "cityCalendars", "The calendar of a city."),
    // The API shows it only through opening hours.
    node: false,
  } satisfies Codec<CityCalendar>,

  areaOverlaps: {
    ...keyed("AreaOverlaps", "areaOverlaps", keys.areaOverlaps, ({ code }: AreaOverlaps) => code),
    starterFile: "area-overlaps.json",
    create: areaOverlapsRecord.create,
    jsonSchema: areaOverlapsRecord.jsonSchema,
  } satisfies Codec<AreaOverlaps>,

  areaHint: areaHintCodec satisfies Codec<AreaHint>,

  indicator: listed(indicatorRecord, "indicators", "An indicator."),

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
    gate: withoutSmallNumbers,
    create: (fields: Observation) => createObservation(fields),
    jsonSchema: observationRecord.jsonSchema,
  } satisfies Codec<Observation>,

  organization: {
    ...listed(organizationRecord, "organizations", "An organisation."),
    // An organisation also keeps the records of its units right.
    owned: { by: ["code", "parentCode"] },
    edges: (organization) => [...identifiersOf("Organization", organization), ...unitOf(organization)],
  } satisfies Codec<Organization>,

  strategy: listed(strategyRecord, "strategies", "A strategy."),

  partnership: {
    ...listed(partnershipRecord, "partnerships", "A partnership."),
    areas: ({ areaCodes }) => areaCodes,
    edges: ({ areaCodes, code, kind, members, strategyCode }) => [
      ...[...new Set(areaCodes)].map((areaCode) => ({
        ...keys.partnershipInArea(areaCode, code),
        ...{ code, kind, strategyCode },
      })),
      ...(strategyCode === null ? [] : [{ ...keys.partnershipInStrategy(strategyCode, code), code }]),
      ...[...new Set(members.map(({ organizationCode }) => organizationCode))].map((organizationCode) => ({
        ...keys.partnershipOfOrganization(organizationCode, code),
        code,
      })),
    ],
  } satisfies Codec<Partnership>,

  centre: {
    ...listed(centreRecord, "centres", "A centre."),
    owned: { by: ["managerCode"] },
    areas: ({ areaCodes }) => areaCodes,
    index: centreIndex,
    edges: (centre) => [...identifiersOf("Centre", centre), ...centreEdges(centre)],
  } satisfies Codec<Centre>,

  sameCentreDecision: sameCentreDecisionCodec satisfies Codec<SameCentreDecision>,

  location: locationCodec satisfies Codec<Location>,
  centreLocation: centreLocationCodec satisfies Codec<CentreLocation>,

  service: {
    ...listed(serviceRecord, "services", "A service."),
    owned: { by: ["organizationCode"] },
    areas: ({ serviceAreaCodes }) => serviceAreaCodes,
    edges: (service) => identifiersOf("Service", service),
  } satisfies Codec<Service>,

  serviceAtLocation: {
    ...listed(serviceAtLocationRecord, "servicesAtLocation", "A service at a centre."),
    owned: {
      by: ["organizationCode"],
      through: { field: "serviceCode", type: serviceRecord.name },
    },
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
    ...ofStrategy(actionRecord, "actions", "An action of a strategy."),
    areas: ({ areaCodes }) => areaCodes,
    edges: ({ areaCodes, code, strategyCode }) =>
      areaCodes.map((areaCode) => ({ ...keys.actionInArea(areaCode, code), code, strategyCode })),
  } satisfies Codec<Action>,

  strategyStep: ofStrategy(strategyStepRecord, "strategySteps", "A step of a strategy.", ({ date }) =>
    dateOrLast(date),
  ),

  milestone: {
    ...ofStrategy(milestoneRecord, "milestones", "A milestone.", ({ plannedDate }) =>
      dateOrLast(plannedDate),
    ),
    // Who leads an action says how far it is. A milestone of the whole strategy belongs to nobody.
    owned: {
      by: ["leadOrganizationCode"],
      through: { field: "actionCode", type: actionRecord.name },
    },
  } satisfies Codec<Milestone>,

  expenditure: {
    ...ofStrategy(expenditureRecord, "expenditures", "An expenditure.", ({ date }) => date),
    appendOnly: true,
  } satisfies Codec<Expenditure>,

  indicatorTarget: ofStrategy(
    indicatorTargetRecord,
    "indicatorTargets",
    "A target of an indicator.",
    ({ indicatorCode }) => sortableCode(indicatorCode),
  ),

  engagementEvent: ofStrategy(
    engagementEventRecord,
    "engagementEvents",
    "An event of participation.",
    ({ date }) => date,
  ),

  evaluationQuestion: ofStrategy(
    evaluationQuestionRecord,
    "evaluationQuestions",
    "A question of an evaluation.",
  ),

  dataQualityIssue: dataQualityIssueCodec satisfies Codec<DataQualityIssue>,
  recordIssues: recordIssuesCodec satisfies Codec<RecordIssues>,
  importRun: importRunCodec satisfies Codec<ImportRun>,
} as const;

/** Records without a date come last: "~" sorts after every digit. */
const dateOrLast = (date: string | null): string => date ?? "~";

/** A record under its keys in other registers. */
const identifiersOf = (type: string, record: Identified & { readonly code: string }): Item[] =>
  foldedIdentifiers(record).map(({ scheme, value }) => ({
    ...keys.externalIdentifier(scheme, value, type, record.code),
    type,
    code: record.code,
  }));

/** A unit in the list of its parent. */
const unitOf = ({ code, name, parentCode }: Organization): Item[] =>
  parentCode === null ? [] : [{ ...keys.unitOfOrganization(parentCode, name, code), code }];
