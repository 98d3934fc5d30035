import type { Action } from "../domain/action";
import type { Area, AreaOverlaps } from "../domain/area";
import type { AreaBoundary } from "../domain/area-boundary";
import { type Centre, currentKindCode } from "../domain/centre";
import type { CityCalendar } from "../domain/city-calendar";
import type { EngagementEvent } from "../domain/engagement-event";
import type { EvaluationQuestion } from "../domain/evaluation-question";
import type { Expenditure } from "../domain/expenditure";
import { clipToBox, coversBox } from "../domain/geo/clip";
import { encodeGeohash, geohashBox, geohashesCovering } from "../domain/geo/geohash";
import { boxOf } from "../domain/geo/polygon";
import type { IndicatorDefinition } from "../domain/indicator";
import type { IndicatorTarget } from "../domain/indicator-target";
import type { Milestone } from "../domain/milestone";
import { type Observation, observationCode } from "../domain/observation";
import type { Organization } from "../domain/organization";
import type { Partnership } from "../domain/partnership";
import type { Service } from "../domain/service";
import type { ServiceAtLocation } from "../domain/service-at-location";
import type { CentreServices, ServiceListing } from "../domain/service-listing";
import type { SourceRef } from "../domain/source-ref";
import type { Strategy } from "../domain/strategy";
import type { TaxonomyTerm } from "../domain/taxonomy-term";
import type { Codec } from "./codec";
import { cellPrecision, everyArea, keys, type RecordType, sortableCode } from "./keys";
import type { Item } from "./table";

/** A record that is read by its code and listed with all others of its type. */
function listed<T extends { readonly code: string }>(type: RecordType): Codec<T> {
  return {
    type,
    code: (record) => record.code,
    key: (record) => keys.record(type, record.code),
    index: (record) => keys.list.records(type, record.code),
  };
}

/** A record that belongs to one strategy and is listed with its like there, by `order` and then by code. */
function ofStrategy<T extends { readonly code: string; readonly strategyCode: string }>(
  type: RecordType,
  order: (record: T) => string = () => "",
): Codec<T> {
  return {
    ...listed<T>(type),
    index: (record) => keys.list.strategyRecords(type, record.strategyCode, order(record), record.code),
  };
}

/** Every type of record that the table holds. */
export const codecs = {
  action: ofStrategy<Action>("Action"),

  area: {
    ...listed<Area>("Area"),
    index: (area) => keys.list.areas(area.level, area.code),
  } satisfies Codec<Area>,

  areaBoundary: {
    type: "AreaBoundary",
    code: (boundary) => boundary.areaCode,
    key: (boundary) => keys.areaBoundary(boundary.areaCode),
    edges: cellsOf,
    stored: ({ areaCode, level }) => ({ areaCode, level }),
  } satisfies Codec<AreaBoundary>,

  areaOverlaps: {
    type: "AreaOverlaps",
    code: (overlaps) => overlaps.code,
    key: (overlaps) => keys.areaOverlaps(overlaps.code),
  } satisfies Codec<AreaOverlaps>,

  centre: {
    ...listed<Centre>("Centre"),
    index: (centre) => ({
      ...keys.list.records("Centre", centre.code),
      ...(centre.position && keys.geo.centres(encodeGeohash(centre.position, 9), centre.code)),
    }),
    edges: (centre) =>
      [everyArea, ...centre.areaCodes].map((areaCode) => ({
        ...keys.centreInArea(areaCode, centre.name, centre.code),
        code: centre.code,
        kindCode: currentKindCode(centre),
        strategyCodes: centre.strategyCodes,
        equipment: centre.equipment.filter((e) => e.availability === "YES").map((e) => e.feature),
      })),
  } satisfies Codec<Centre>,

  cityCalendar: listed<CityCalendar>("CityCalendar"),
  centreServices: {
    type: "CentreServices",
    code: ({ code }) => code,
    key: ({ code }) => keys.centreServices(code),
  } satisfies Codec<CentreServices>,
  engagementEvent: ofStrategy<EngagementEvent>("EngagementEvent", ({ date }) => date),
  evaluationQuestion: ofStrategy<EvaluationQuestion>("EvaluationQuestion"),

  expenditure: {
    ...ofStrategy<Expenditure>("Expenditure", ({ date }) => date),
    appendOnly: true,
  } satisfies Codec<Expenditure>,

  indicator: listed<IndicatorDefinition>("IndicatorDefinition"),
  indicatorTarget: ofStrategy<IndicatorTarget>("IndicatorTarget", ({ indicatorCode }) =>
    sortableCode(indicatorCode),
  ),

  // Without a planned date last: no digit sorts after "~".
  milestone: ofStrategy<Milestone>("Milestone", ({ plannedDate }) => plannedDate ?? "~"),

  observation: {
    type: "Observation",
    code: observationCode,
    key: (o) => keys.observation(o.areaCode, o.indicatorCode, o.period),
    index: (o) => ({
      ...keys.list.observations(o.indicatorCode, o.period, o.areaLevel, o.areaCode),
      period: o.period,
    }),
    bulk: true,
  } satisfies Codec<Observation>,

  organization: listed<Organization>("Organization"),
  service: listed<Service>("Service"),

  serviceAtLocation: {
    ...listed<ServiceAtLocation>("ServiceAtLocation"),
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
    ...listed<Partnership>("Partnership"),
    edges: ({ code, strategyCode }) =>
      strategyCode === null ? [] : [{ ...keys.partnershipInStrategy(strategyCode, code), code }],
  } satisfies Codec<Partnership>,

  sourceRef: listed<SourceRef>("SourceRef"),
  strategy: listed<Strategy>("Strategy"),
  taxonomyTerm: listed<TaxonomyTerm>("TaxonomyTerm"),
} as const;

/** A service in the list of each area and of its organisation, with what filters ask. */
function placesOf({ code, name, locationCodes: _, areaCodes, ...asked }: ServiceListing): Item[] {
  return [
    ...[everyArea, ...areaCodes].map((areaCode) => keys.serviceInArea(areaCode, name, code)),
    keys.serviceOfOrganization(asked.organizationCode, name, code),
  ].map((key) => ({ ...key, code, ...asked }));
}

/**
 * The boundary cut into the cells of a grid, so that a point finds its areas with one query however large
 * and detailed the polygons are. A cell that lies wholly inside needs no polygon.
 */
function cellsOf({ areaCode, level, polygons }: AreaBoundary): Item[] {
  return geohashesCovering(boxOf(polygons), cellPrecision).flatMap((cell): Item[] => {
    const box = geohashBox(cell);
    const key = keys.areaCell(cell, level, areaCode);
    if (coversBox(polygons, box)) return [{ ...key, areaCode, level, polygons: null }];
    const part = clipToBox(polygons, box);
    return part.length === 0 ? [] : [{ ...key, areaCode, level, polygons: JSON.stringify(part) }];
  });
}
