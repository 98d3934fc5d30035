import { type Observation, observationCode } from "../../domain/observation";
import type { Context } from "../context";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import type { ObservationArgs, ObservationVintageType } from "./observation-vintage.type";

/** What one number was, newest first. */
export async function findVintages(
  { area: areaCode, indicator: indicatorCode, period }: ObservationArgs,
  page: PageArgs,
  { repositories }: Context,
): Promise<Connection<ObservationVintageType>> {
  const code = observationCode({ areaCode, indicatorCode, period });
  const versions = await repositories.history.versions({ type: "Observation", code }, page);
  const edges = versions.edges.map(({ cursor, node: { record, publishedOn, recordedAt, supersededAt } }) => ({
    cursor,
    node: { observation: record as Observation, publishedOn, recordedAt, supersededAt },
  }));
  return toConnection({ ...versions, edges }, page);
}
