import { type Observation, observationCode } from "../../domain/indicators/observation";
import { isSuppressedRecord } from "../../domain/indicators/suppressed";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { type ListRequest, readListedPage } from "../engine/ordered-page";
import type { Page } from "../engine/page";
import { given, type ListParams } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { keys } from "../records/keys";
import { recordOf, recordsByKeys } from "../records/records.repository";
import { idOf } from "../records/stored-item";

/** An area, an indicator or both must be given; the rest narrows. */
export interface ObservationCriteria {
  readonly areaCode?: string;
  readonly indicatorCode?: string;
  /** Exactly this period, for example `2024`. */
  readonly period?: string;
  /** Only with an indicator and a period. */
  readonly level?: AreaLevel;
}

export interface ObservationKey {
  readonly areaCode: string;
  readonly indicatorCode: string;
  readonly period: string;
}

export function observationRepository(reader: Reader) {
  const whole = (params: ListParams): Observation[] => {
    const items = readWhole(reader, params, { limit: limits.seriesObservations, type: "Observation" });
    return items.map((item) => recordOf<Observation>(item));
  };
  return {
    /** Observations in the order of the keys; `null` if there is none. */
    byKeys: (wanted: readonly ObservationKey[]): (Observation | null)[] =>
      recordsByKeys<Observation>(
        reader,
        wanted.map((k) => keys.observation(k.areaCode, k.indicatorCode, k.period)),
      ),

    /** All observations of an area, or of one indicator in it, by indicator and period. */
    ofArea: (areaCode: string, indicatorCode?: string): Observation[] =>
      whole(paramsOf({ areaCode, indicatorCode })),

    /** An indicator in every area and period, or only in those of one period, and of one level. */
    ofIndicator: (
      indicatorCode: string,
      only?: { readonly period: string; readonly level?: AreaLevel },
    ): Observation[] => whole(paramsOf({ indicatorCode, ...only })),

    /** Codes of those that the hub suppresses, or suppressed when it retired them. */
    suppressedAmong(wanted: readonly ObservationKey[]): ReadonlySet<string> {
      const itemKeys = wanted.map((k) => keys.observation(k.areaCode, k.indicatorCode, k.period));
      const marks = new Map(
        wanted.map((k) => [idOf(keys.suppressedBefore(k.areaCode, k.indicatorCode, k.period)), k]),
      );
      const marked = wanted.map((k) => keys.suppressedBefore(k.areaCode, k.indicatorCode, k.period));
      const items = reader.batchGet([...itemKeys, ...marked], ["pk", "sk", "record"], true);
      return new Set(
        items.flatMap((item) => {
          const mark = marks.get(idOf(item));
          if (mark !== undefined) return observationCode(mark);
          return isSuppressedRecord(item.record) ? observationCode(item.record as Observation) : [];
        }),
      );
    },

    /** With an area: by indicator and period. Without: by period, level and area. */
    page: (criteria: ObservationCriteria, request: ListRequest): Page<Observation> =>
      readListedPage(reader, paramsOf(criteria), request),
  };
}

function paramsOf({ areaCode, indicatorCode, period, level }: ObservationCriteria): ListParams {
  if (areaCode !== undefined) {
    const { pk } = keys.observation(areaCode, "", "");
    const prefix = indicatorCode === undefined ? undefined : `${indicatorCode}#${period ?? ""}`;
    // The prefix alone would also match 2024-05 for 2024.
    return {
      partition: pk,
      ...(prefix !== undefined && { prefix }),
      where: given([["period", "equals", period]]),
    };
  }
  const { listPk } = keys.list.observations(indicatorCode ?? "", "", "CITY", "");
  const prefix = period === undefined ? "" : level === undefined ? `${period}#` : `${period}#${level}#`;
  return { index: "list", partition: listPk, prefix };
}
