import {
  missingObservation,
  noValue,
  noValueThen,
  type Observation,
  observationCode,
} from "../../domain/indicators/observation";
import type { PageRequest } from "../../storage/engine/page";
import type { RecordVersion } from "../../storage/records/history.repository";
import { recordAsOf } from "../kit/as-of";
import { type Connection, toConnection } from "../kit/connection";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

/** Names one observation. */
export interface ObservationRequest {
  /** Code of the area. */
  readonly area: string;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly period: string;
}

/** An observation from one instant to another. */
export interface ObservationVintage
  extends Pick<RecordVersion, "publishedOn" | "recordedAt" | "supersededAt"> {
  readonly observation: Observation;
}

const keyOf = ({ area, indicator, period }: ObservationRequest) => ({
  areaCode: area,
  indicatorCode: indicator,
  period,
});

/**
 * One observation as it is now, or as the hub had it at a moment; MISSING with the reason if there was none.
 * @throws HubError UNKNOWN_CODE.
 */
export async function observationAsOf(
  request: ObservationRequest,
  asOf: Date | null | undefined,
  context: QueryContext,
): Promise<Observation> {
  const key = keyOf(request);
  const ref = { type: "Observation", code: observationCode(key) } as const;
  const observation = await recordAsOf(ref, asOf, () => context.loaders.observation.load(key), context);
  if (observation !== null) return observation;
  const area = await knownCode(context.loaders, "area", "area", request.area);
  return missingObservation(key, area.level, asOf ? noValueThen : noValue);
}

/** All versions of one observation, newest first. */
export async function findVintages(
  request: ObservationRequest,
  page: PageRequest,
  { repositories }: QueryContext,
): Promise<Connection<ObservationVintage>> {
  const code = observationCode(keyOf(request));
  const versions = await repositories.history.versions({ type: "Observation", code }, page);
  const edges = versions.edges.map(({ cursor, node: { record, publishedOn, recordedAt, supersededAt } }) => ({
    cursor,
    node: { observation: record as Observation, publishedOn, recordedAt, supersededAt },
  }));
  return toConnection({ ...versions, edges }, page);
}
