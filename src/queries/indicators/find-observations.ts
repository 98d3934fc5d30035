import type { Observation } from "../../domain/indicators/observation";
import { HubError } from "../../domain/kit/errors";
import type { AreaLevel } from "../../domain/places/area";
import type { ListRequest } from "../../storage/engine/listed-page";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodeIfGiven } from "../kit/known-code";
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
export async function findObservations(
  filter: ObservationFilter,
  page: ListRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<Observation>> {
  const [areaCode, indicatorCode] = await Promise.all([
    knownCodeIfGiven(loaders.area, "filter.area", filter.area),
    knownCodeIfGiven(loaders.indicator, "filter.indicator", filter.indicator),
  ]);
  const period = filter.period ?? undefined;
  const level = filter.level ?? undefined;
  if (areaCode === undefined && indicatorCode === undefined) throw tooWide();
  if (level !== undefined && (areaCode !== undefined || period === undefined)) throw levelAlone();
  return toConnection(
    await repositories.observations.page(
      {
        ...(areaCode !== undefined && { areaCode }),
        ...(indicatorCode !== undefined && { indicatorCode }),
        ...(period !== undefined && { period }),
        ...(level !== undefined && { level }),
      },
      page,
    ),
    page,
  );
}

const tooWide = (): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: "filter names neither an area nor an indicator.",
    messageIt: "filter non indica né un'area né un indicatore.",
    hint: 'Give at least one, for example filter: { area: "nil:42" }.',
    where: "filter",
  });

const levelAlone = (): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: "filter.level goes with an indicator and a period, and without an area.",
    messageIt: "filter.level va usato con un indicatore e un periodo, e senza un'area.",
    hint: 'For example filter: { indicator: "share_65plus", period: "2024", level: NEIGHBOURHOOD }.',
    where: "filter.level",
  });
