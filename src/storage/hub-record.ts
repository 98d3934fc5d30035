import type { Action } from "../domain/action";
import type { Area, AreaOverlaps } from "../domain/area";
import type { AreaBoundary } from "../domain/area-boundary";
import type { Centre } from "../domain/centre";
import type { CityCalendar } from "../domain/city-calendar";
import type { DataQualityIssue, EntityRef, RecordIssues } from "../domain/data-quality-issue";
import type { EngagementEvent } from "../domain/engagement-event";
import type { EvaluationQuestion } from "../domain/evaluation-question";
import type { Expenditure } from "../domain/expenditure";
import type { ImportRun } from "../domain/import-run";
import type { IndicatorDefinition } from "../domain/indicator";
import type { IndicatorTarget } from "../domain/indicator-target";
import type { CentreLocation, Location } from "../domain/location";
import type { Milestone } from "../domain/milestone";
import type { Observation } from "../domain/observation";
import type { Organization } from "../domain/organization";
import type { Partnership } from "../domain/partnership";
import type { Service } from "../domain/service";
import type { ServiceAtLocation } from "../domain/service-at-location";
import type { CentreServices, ServiceListing } from "../domain/service-listing";
import type { SourceRef } from "../domain/source-ref";
import type { Strategy } from "../domain/strategy";
import type { TaxonomyTerm } from "../domain/taxonomy-term";
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
