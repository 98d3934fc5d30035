import type { Observation } from "../../domain/indicators/observation";
import { HubError } from "../../domain/kit/errors";
import type { AreaLevel } from "../../domain/places/area";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

/** Needs at least an area or an indicator; all conditions must hold. */
export interface ObservationFilter {
  readonly area?: string | null | undefined;
  readonly indicator?: string | null | undefined;
  readonly period?: string | null | undefined;
  /** Only areas of this level; together with indicator and period. */
  readonly level?: AreaLevel | null | undefined;
}

/**
 * The observations of an area, of an indicator, or of both.
 * @throws HubError BAD_USER_INPUT for a filter that the keys cannot serve, UNKNOWN_CODE for an unknown area or
 * indicator.
 */
export function findObservations(
  filter: ObservationFilter,
  page: ListRequest,
  { records, repositories }: QueryContext,
): Connection<Observation> {
  const codes = knownCodes(records, filter, { area: "area", indicator: "indicator" });
  const { areaCode, indicatorCode } = codes;
  const period = filter.period ?? undefined;
  const level = filter.level ?? undefined;
  if (areaCode === undefined && indicatorCode === undefined)
    throw new HubError("BAD_USER_INPUT", "tooWide", null, { where: "filter" });
  if (level !== undefined && (areaCode !== undefined || period === undefined))
    throw new HubError("BAD_USER_INPUT", "levelAlone", null, { where: "filter.level" });
  return toConnection(repositories.observations.page({ ...codes, period, level }, page), page);
}
