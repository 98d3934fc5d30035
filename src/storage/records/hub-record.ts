import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaOverlaps } from "../../domain/places/area";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import type { Centre } from "../../domain/places/centre";
import type { CityCalendar } from "../../domain/places/city-calendar";
import type { CentreLocation, Location } from "../../domain/places/location";
import type { Organization } from "../../domain/places/organization";
import type { DataQualityIssue, EntityRef, RecordIssues } from "../../domain/quality/data-quality-issue";
import type { ImportRun } from "../../domain/quality/import-run";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import type { CentreServices, ServiceListing } from "../../domain/services/service-listing";
import type { Action } from "../../domain/strategy/action";
import type { EngagementEvent } from "../../domain/strategy/engagement-event";
import type { EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import type { Expenditure } from "../../domain/strategy/expenditure";
import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { Milestone } from "../../domain/strategy/milestone";
import type { Partnership } from "../../domain/strategy/partnership";
import type { Strategy } from "../../domain/strategy/strategy";
import type { Codec } from "./codec";
import { codecs } from "./codecs";

/** What each codec of the table holds. */
export interface RecordTypes {
  readonly action: Action;
  readonly area: Area;
  readonly areaBoundary: AreaBoundary;
  readonly areaOverlaps: AreaOverlaps;
  readonly centre: Centre;
  readonly cityCalendar: CityCalendar;
  readonly centreLocation: CentreLocation;
  readonly centreServices: CentreServices;
  readonly dataQualityIssue: DataQualityIssue;
  readonly engagementEvent: EngagementEvent;
  readonly evaluationQuestion: EvaluationQuestion;
  readonly expenditure: Expenditure;
  readonly importRun: ImportRun;
  readonly indicator: IndicatorDefinition;
  readonly indicatorTarget: IndicatorTarget;
  readonly location: Location;
  readonly milestone: Milestone;
  readonly observation: Observation;
  readonly organization: Organization;
  readonly partnership: Partnership;
  readonly recordIssues: RecordIssues;
  readonly service: Service;
  readonly serviceAtLocation: ServiceAtLocation;
  readonly serviceListing: ServiceListing;
  readonly sourceRef: SourceRef;
  readonly strategy: Strategy;
  readonly taxonomyTerm: TaxonomyTerm;
}
export type HubRecordType = keyof RecordTypes;

/** A record with the name of its codec, so that records of several types can travel in one list. */
export type HubRecord = {
  readonly [T in HubRecordType]: { readonly type: T; readonly record: RecordTypes[T] };
}[HubRecordType];

export const codecOf = (type: HubRecordType): Codec<unknown> => codecs[type] as Codec<unknown>;

const codecsByType = new Map(
  (Object.keys(codecs) as HubRecordType[]).map((type) => [codecs[type].type as string, type]),
);

/** Under which name the table holds the records that items call so: of `AreaBoundary` it is `areaBoundary`. */
export function recordTypeOf(itemType: string): HubRecordType {
  const type = codecsByType.get(itemType);
  if (type === undefined) throw new Error(`No codec has the type ${itemType}.`);
  return type;
}

/** The same for two records exactly when they have the same place in the table. */
export function identityOf({ type, record }: HubRecord): string {
  return `${type} ${codecOf(type).code(record)}`;
}

/** What a record is part of, as people look it up: boundary and overlaps are of their area. */
export function entityOf({ type, record }: HubRecord): EntityRef {
  const codec = codecOf(type);
  return { type: codec.type.replace(/^Area.+/, "Area"), code: codec.code(record) };
}
