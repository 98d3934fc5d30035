import { type Observation, observationCode } from "../../domain/indicators/observation";
import type { PageRequest } from "../../storage/engine/page";
import type { RecordVersion } from "../../storage/records/history.repository";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/** An observation from one instant to another. */
export interface ObservationVintage
  extends Pick<RecordVersion, "publishedOn" | "recordedAt" | "supersededAt"> {
  readonly observation: Observation;
}

/** All versions of one observation, newest first; none for one that is missing and always was. */
export async function findVintages(
  of: Observation,
  page: PageRequest,
  { live }: QueryContext,
): Promise<Connection<ObservationVintage>> {
  const versions = await live.history.versions({ type: "Observation", code: observationCode(of) }, page);
  const edges = versions.edges.map(({ cursor, node: { record, publishedOn, recordedAt, supersededAt } }) => ({
    cursor,
    node: { observation: record as Observation, publishedOn, recordedAt, supersededAt },
  }));
  for (const { node } of edges)
    if (node.supersededAt !== null) live.moments.note(node.observation, node.recordedAt);
  return toConnection({ ...versions, edges }, page);
}
