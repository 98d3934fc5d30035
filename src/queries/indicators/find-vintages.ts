import { type Observation, observationCode } from "../../domain/indicators/observation";
import type { PageRequest } from "../../storage/engine/page";
import type { RecordVersion } from "../../storage/records/history.repository";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";
import type { ObservationRequest } from "./find-observation";

/** Names one observation. */
type VintageRequest = Required<ObservationRequest> & { readonly period: string };

/** An observation from one instant to another. */
export interface ObservationVintage
  extends Pick<RecordVersion, "publishedOn" | "recordedAt" | "supersededAt"> {
  readonly observation: Observation;
}

/** All versions of one observation, newest first. */
export async function findVintages(
  { area, indicator, period }: VintageRequest,
  page: PageRequest,
  { repositories }: QueryContext,
): Promise<Connection<ObservationVintage>> {
  const code = observationCode({ areaCode: area, indicatorCode: indicator, period });
  const versions = await repositories.history.versions({ type: "Observation", code }, page);
  const edges = versions.edges.map(({ cursor, node: { record, publishedOn, recordedAt, supersededAt } }) => ({
    cursor,
    node: { observation: record as Observation, publishedOn, recordedAt, supersededAt },
  }));
  return toConnection({ ...versions, edges }, page);
}
