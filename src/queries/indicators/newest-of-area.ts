import type { Observation } from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import type { Area } from "../../domain/places/area";
import { newestOf } from "../../domain/strategy/target-progress";
import { orderedPage } from "../../storage/engine/ordered-page";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/**
 * The newest known value of each indicator in an area, by indicator.
 * @throws HubError LIMIT_EXCEEDED for an area with more than `limits.seriesObservations`.
 */
export function newestOfArea(
  { code }: Area,
  page: PageRequest,
  { repositories }: QueryContext,
): Connection<Observation> {
  const read = () => {
    const series = groupBy(repositories.observations.ofArea(code), ({ indicatorCode }) => indicatorCode);
    return [...series].flatMap(([indicatorCode, observations]) => {
      const node = newestOf(observations);
      return node === null ? [] : [{ code: indicatorCode, node, updatedAt: "" }];
    });
  };
  const list = ["newestObservations", code];
  return toConnection(
    orderedPage(list, "NAME", page, ({ indicatorCode }) => indicatorCode, read),
    page,
  );
}
