import { distinctSorted } from "../../domain/kit/distinct";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { coverageMatrix, coverageMemberships } from "../../domain/strategy/coverage-matrix";
import type { Strategy } from "../../domain/strategy/strategy";
import type { Page } from "../../storage/engine/page";
import type { QueryContext } from "../kit/query-context";

/** A matrix with its three sides. */
export type SidedCoverageMatrix = Awaited<ReturnType<typeof makeCoverageMatrix>>;

/**
 * The coverage matrix of a strategy: two lists and three batches, however many cells. Its organisations are those of the
 * strategy, and those that a partnership of any kind names for an area of the strategy or for a larger one around it.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function makeCoverageMatrix({ code, targetAreas }: Strategy, { records, repositories }: QueryContext) {
  const first = { first: limits.coverageRecords };
  const [all, actions] = [
    repositories.partnerships.all(),
    wholeList("actions")(repositories.actions.ofStrategy(code, first)),
  ];
  const own = all.filter(({ strategyCode }) => strategyCode === code);
  if (own.length > limits.coverageRecords) throw tooLarge("partnerships", limits.coverageRecords);
  const areaCodes = distinctSorted(
    [...targetAreas, ...own, ...actions].flatMap((each) =>
      "areaCode" in each ? [each.areaCode] : each.areaCodes,
    ),
  );
  const [areas, overlaps] = [records.area.all(areaCodes), records.areaOverlaps.all(areaCodes)];
  const around = (areaCode: string): string[] => [
    ...overlaps
      .filter((each) => each.code === areaCode)
      .flatMap((each) => each.overlaps.map((overlap) => overlap.areaCode)),
    ...areas.flatMap((area) => (area.code === areaCode && area.cityCode !== null ? [area.cityCode] : [])),
  ];
  const memberships = coverageMemberships(all, areaCodes, around);
  if (memberships.length > limits.coverageMemberships)
    throw tooLarge("memberships", limits.coverageMemberships);
  const organizationCodes = [
    ...own.flatMap(({ members }) => members.map((member) => member.organizationCode)),
    ...memberships.map(({ member }) => member.organizationCode),
    ...actions.flatMap(({ leadOrganizationCode, partnerCodes }) =>
      leadOrganizationCode === null ? partnerCodes : [leadOrganizationCode, ...partnerCodes],
    ),
  ];
  const organizations = records.organization.all(distinctSorted(organizationCodes));
  const cellCount = organizations.length * areas.length * actions.length;
  if (cellCount > limits.coverageCells) throw tooLarge("cells", limits.coverageCells);
  const matrix = coverageMatrix(all, actions, organizations, areas);
  return { ...matrix, organizations, areas, actions, cellCount, memberships };
}

const wholeList =
  (what: "actions") =>
  <T>({ edges, hasNextPage }: Page<T>): T[] => {
    if (hasNextPage) throw tooLarge(what, limits.coverageRecords);
    return edges.map(({ node }) => node);
  };

const tooLarge = (what: "actions" | "cells" | "memberships" | "partnerships", most: number): HubError =>
  new HubError("LIMIT_EXCEEDED", "coverage", { most, what }, { where: "coverageMatrix" });
