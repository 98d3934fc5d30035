import { limits } from "../../domain/kit/limits";
import { type Area, type AreaLevel, areaLevels } from "../../domain/places/area";
import { type ListRequest, orderedPage } from "../../storage/engine/ordered-page";
import { sortableCode } from "../../storage/records/keys";
import { checkCount } from "../kit/check-bounds";
import { type Connection, toConnection } from "../kit/connection";
import { allKnown } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

interface AreaFilter {
  readonly level?: AreaLevel | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
}

/**
 * The areas of a level, or those with some codes.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT.
 */
export function findAreas(
  filter: AreaFilter | null | undefined,
  page: ListRequest,
  { records, repositories }: QueryContext,
): Connection<Area> {
  const { level, codes } = filter ?? {};
  if (!codes) return toConnection(repositories.areas.ofLevel(level ?? "NEIGHBOURHOOD", page), page);
  const { updatedSince, sort } = page;
  const wanted = [...new Set(codes)];
  checkCount("filter.codes", wanted, limits.namedAreas);
  const updatedAt = (code: string): string => records.state({ type: "Area", code })?.updatedAt ?? "";
  const read = () => {
    const areas = allKnown(records, "area", "filter.codes", wanted);
    const candidates = areas.map((node) => ({
      code: node.code,
      node,
      updatedAt: updatedSince || sort === "UPDATED" ? updatedAt(node.code) : "",
    }));
    return candidates.filter(
      (each) =>
        (!level || each.node.level === level) &&
        (!updatedSince || each.updatedAt >= updatedSince.toISOString()),
    );
  };
  const list = ["areas", level, wanted, updatedSince];
  const order = sort === "UPDATED" ? "UPDATED" : "NAME";
  const byLevel = ({ level, code }: Area) => `${areaLevels.indexOf(level)}${sortableCode(code)}`;
  return toConnection(orderedPage(list, order, page, byLevel, read), page);
}
