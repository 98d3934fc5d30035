import type { IndicatorDefinition, IndicatorFamily } from "../../domain/indicators/indicator";
import { indicatorCoverage } from "../../domain/indicators/indicator-coverage";
import type { AreaLevel } from "../../domain/places/area";
import { type ListRequest, orderedPage } from "../../storage/engine/ordered-page";
import { sortableCode } from "../../storage/records/keys";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { checkText } from "./find-search";
import { searched, searchedCodes } from "./search-page";

/** All conditions must hold. */
export interface IndicatorFilter {
  readonly text?: string | null | undefined;
  readonly family?: IndicatorFamily | null | undefined;
  /** With a value in an area of this level. */
  readonly level?: AreaLevel | null | undefined;
  /** With a value in this area. */
  readonly area?: string | null | undefined;
}

/**
 * The indicators that meet a filter, by code.
 * @throws HubError UNKNOWN_CODE for the area, BAD_USER_INPUT for a text without words or out of its bounds.
 */
export function findIndicators(
  filter: IndicatorFilter | null | undefined,
  page: ListRequest,
  context: QueryContext,
): Connection<IndicatorDefinition> {
  const { indicators } = context.repositories;
  const family = filter?.family ?? undefined;
  const codes = codesOf(filter ?? {}, context);
  if (codes === null) return toConnection(indicators.page(page, { family: family ?? null }), page);
  const { updatedSince, sort, ...request } = page;
  const read = () =>
    indicators
      .candidates(codes)
      .filter(({ node }) => family === undefined || node.family === family)
      .filter(({ updatedAt }) => !updatedSince || updatedAt >= updatedSince.toISOString())
      // As in the list without conditions.
      .map((candidate) => ({ ...candidate, code: sortableCode(candidate.code) }));
  const list = ["indicators", codes, family, updatedSince];
  const order = sort === "UPDATED" ? "UPDATED" : "NAME";
  return toConnection(
    orderedPage(list, order, request, () => "", read),
    page,
  );
}

/** Codes that meet the conditions that the list itself does not know; `null` without such a condition. */
function codesOf(filter: IndicatorFilter, { records, repositories }: QueryContext): readonly string[] | null {
  const { areaCode } = knownCodes(records, filter, { area: "area" });
  const { text, level } = filter;
  if (text != null) checkText(text, "filter.text");
  const found = text == null ? null : searchedCodes(searched(repositories), text, "INDICATOR");
  if (areaCode === undefined && level == null) return found;
  const documents = records.indicatorCoverage();
  const codes = found ?? [...new Set(documents.flatMap(Object.keys))].sort();
  return codes.filter((code) => {
    const { levels, areaCodes } = indicatorCoverage(documents, code);
    return (
      (level == null || levels.some((each) => each.level === level)) &&
      (areaCode === undefined || areaCodes.has(areaCode))
    );
  });
}
