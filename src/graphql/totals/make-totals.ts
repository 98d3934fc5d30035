import type { Area, AreaLevel } from "../../domain/area";
import { HubError } from "../../domain/errors";
import { kindOn } from "../../domain/kind-on";
import { limits } from "../../domain/limits";
import { type CareDomain, careDomains } from "../../domain/service";
import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import { cellCountOf, countBy, type TotalCell } from "../../domain/totals";
import type { Context } from "../context";
import { checkWholeDay } from "../shared/check-bounds";
import type { CentreDimension, CentreTotalsType, ServiceDimension, ServiceTotalsType } from "./totals.type";

/**
 * Centres by kind and area on a day: one Query each for centres, areas and terms.
 * @throws HubError BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeCentreTotals(
  dimensions: readonly CentreDimension[],
  level: AreaLevel,
  on: string,
  { loaders }: Context,
): Promise<CentreTotalsType> {
  checkWholeDay("on", on);
  const groupBy = [...new Set(dimensions)];
  const [centres, areas, allTerms] = await Promise.all([
    loaders.everyCentre.load("all"),
    groupBy.includes("AREA") ? loaders.areasOfLevel.load(level) : [],
    loaders.everyTerm.load("all"),
  ]);
  const terms = allTerms.filter(({ taxonomy }) => taxonomy === "centre-kind");
  const isTerm = new Set(codesOf(terms));
  const kinds = centres
    .map((centre) => kindOn(centre.kindHistory, on).period?.kindCode ?? null)
    .map((code) => (code !== null && isTerm.has(code) ? code : null));
  const isThere = new Set(codesOf(areas));
  const sides = groupBy.map((dimension) => codesOf(dimension === "KIND" ? terms : areas));
  checkCells(sides);
  const things = centres.map(({ areaCodes }, i) =>
    groupBy.map((dimension) => {
      const kind = kinds[i] ?? null;
      if (dimension === "KIND") return kind === null ? [] : [kind];
      // In a sliver a point may lie in two areas: it is counted in the first, so that cells add up.
      return areaCodes.filter((code) => isThere.has(code)).slice(0, 1);
    }),
  );
  const { cells, ...totals } = countBy(sides, things);
  return {
    groupBy,
    level,
    on,
    ...totals,
    unknownKind: kinds.filter((kind) => kind === null).length,
    cells: cells.map((cell) => ({
      kind: pick(terms, groupBy, "KIND", cell),
      area: pick(areas, groupBy, "AREA", cell),
      unknown: groupBy.filter((_, i) => cell.groups[i] === null),
      count: cell.count,
    })),
  };
}

/**
 * Services by sort of care, area and target group: one Query each for services, areas and terms, and one batch for
 * every hundred services.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function makeServiceTotals(
  dimensions: readonly ServiceDimension[],
  level: AreaLevel,
  { loaders }: Context,
): Promise<ServiceTotalsType> {
  const groupBy = [...new Set(dimensions)];
  const [services, areas, allTerms] = await Promise.all([
    loaders.everyServiceListing.load("all"),
    groupBy.includes("AREA") ? loaders.areasOfLevel.load(level) : [],
    groupBy.includes("TARGET_GROUP") ? loaders.everyTerm.load("all") : [],
  ]);
  const terms = allTerms.filter(({ taxonomy }) => taxonomy === "target-group");
  const isTerm = new Set(codesOf(terms));
  const isThere = new Set(codesOf(areas));
  const sides = groupBy.map((dimension): readonly string[] => {
    if (dimension === "CARE_DOMAIN") return careDomains;
    return codesOf(dimension === "AREA" ? areas : terms);
  });
  checkCells(sides);
  const things = services.map((service) =>
    groupBy.map((dimension): readonly string[] => {
      if (dimension === "CARE_DOMAIN") return service.careDomains;
      return dimension === "AREA"
        ? service.areaCodes.filter((code) => isThere.has(code))
        : service.targetGroupCodes.filter((code) => isTerm.has(code));
    }),
  );
  const { cells, ...totals } = countBy(sides, things);
  return {
    groupBy,
    level,
    ...totals,
    cells: cells.map((cell) => ({
      careDomain: (cell.groups[groupBy.indexOf("CARE_DOMAIN")] ?? null) as CareDomain | null,
      area: pick(areas, groupBy, "AREA", cell),
      targetGroup: pick(terms, groupBy, "TARGET_GROUP", cell),
      unknown: groupBy.filter((_, i) => cell.groups[i] === null),
      count: cell.count,
    })),
  };
}

const codesOf = (records: readonly { readonly code: string }[]): string[] => records.map(({ code }) => code);

/** The record that a cell means in one dimension; `null` where that was not asked for or is not known. */
function pick<T extends Area | TaxonomyTerm, D extends string>(
  records: readonly T[],
  groupBy: readonly D[],
  dimension: D,
  { groups }: TotalCell,
): T | null {
  const code = groups[groupBy.indexOf(dimension)];
  return records.find((record) => record.code === code) ?? null;
}

function checkCells(sides: readonly (readonly string[])[]): void {
  if (cellCountOf(sides) <= limits.totalCells) return;
  throw new HubError("LIMIT_EXCEEDED", {
    message: `The totals would have ${cellCountOf(sides)} cells; at most ${limits.totalCells} are made.`,
    messageIt: `I totali avrebbero ${cellCountOf(sides)} celle; se ne fanno al massimo ${limits.totalCells}.`,
    hint: "Group by fewer dimensions, or by larger areas.",
    where: "groupBy",
  });
}
