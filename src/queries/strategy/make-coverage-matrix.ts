import { distinctSorted } from "../../domain/kit/distinct";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { coverageMatrix } from "../../domain/strategy/coverage-matrix";
import type { Strategy } from "../../domain/strategy/strategy";
import type { Page } from "../../storage/engine/page";
import { loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** A matrix with its three sides. */
export type SidedCoverageMatrix = Awaited<ReturnType<typeof makeCoverageMatrix>>;

/**
 * The coverage matrix of a strategy: two lists and two batches, however many cells.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function makeCoverageMatrix(
  { code, targetAreas }: Strategy,
  { loaders, repositories }: QueryContext,
) {
  const first = { first: limits.coverageRecords };
  const [partnerships, actions] = await Promise.all([
    repositories.partnerships.ofStrategy(code, first).then(wholeList("partnerships")),
    repositories.actions.ofStrategy(code, first).then(wholeList("actions")),
  ]);
  const organizationCodes = [
    ...partnerships.flatMap(({ members }) => members.map((member) => member.organizationCode)),
    ...actions.flatMap(({ leadOrganizationCode, partnerCodes }) =>
      leadOrganizationCode === null ? partnerCodes : [leadOrganizationCode, ...partnerCodes],
    ),
  ];
  const areaCodes = [...targetAreas, ...partnerships, ...actions].flatMap((each) =>
    "areaCode" in each ? [each.areaCode] : each.areaCodes,
  );
  const [organizations, areas] = await Promise.all([
    loadAll(loaders.organization, distinctSorted(organizationCodes)),
    loadAll(loaders.area, distinctSorted(areaCodes)),
  ]);
  const cellCount = organizations.length * areas.length * actions.length;
  if (cellCount > limits.coverageCells) throw tooLarge("cells", limits.coverageCells);
  const matrix = coverageMatrix(partnerships, actions, organizations, areas);
  return { ...matrix, organizations, areas, actions, cellCount };
}

const wholeList =
  (what: "actions" | "partnerships") =>
  <T>({ edges, hasNextPage }: Page<T>): T[] => {
    if (hasNextPage) throw tooLarge(what, limits.coverageRecords);
    return edges.map(({ node }) => node);
  };

const tooLarge = (what: "actions" | "cells" | "partnerships", most: number): HubError =>
  new HubError("LIMIT_EXCEEDED", "coverage", { most, what }, { where: "coverageMatrix" });
