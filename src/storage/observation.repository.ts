import type { AreaLevel } from "../domain/area";
import type { Observation } from "../domain/observation";
import { keys } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import type { QueryParams } from "./query-input";
import { recordOf, recordsByKeys } from "./records.repository";
import type { Table } from "./table";

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

export function observationRepository(table: Table) {
  return {
    /** Observations in the order of the keys; `null` where there is none. */
    byKeys: (wanted: readonly ObservationKey[]): Promise<(Observation | null)[]> =>
      recordsByKeys<Observation>(
        table,
        wanted.map((k) => keys.observation(k.areaCode, k.indicatorCode, k.period)),
      ),

    /** With an area: by indicator and period. Without: by period, level and area. */
    page: (criteria: ObservationCriteria, request: PageRequest): Promise<Page<Observation>> =>
      readPage(table, paramsOf(criteria), request, (items) =>
        items.map((item) => recordOf<Observation>(item)),
      ),
  };
}

function paramsOf({
  areaCode,
  indicatorCode,
  period,
  level,
}: ObservationCriteria): Omit<QueryParams, "after"> {
  if (areaCode !== undefined) {
    const { pk } = keys.observation(areaCode, "", "");
    const prefix = indicatorCode === undefined ? undefined : `${indicatorCode}#${period ?? ""}`;
    // The prefix alone would take 2024-05 for 2024.
    const where =
      period === undefined ? [] : [{ attribute: "period", test: "equals" as const, value: period }];
    return { partition: pk, ...(prefix !== undefined && { prefix }), where };
  }
  const { listPk } = keys.list.observations(indicatorCode ?? "", "", "CITY", "");
  const prefix = period === undefined ? "" : level === undefined ? `${period}#` : `${period}#${level}#`;
  return { index: "list", partition: listPk, prefix };
}
