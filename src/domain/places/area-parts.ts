import type { Area, AreaOverlaps } from "./area";

/** A small area that lies at least partly in a large one. */
export interface AreaPart {
  readonly areaCode: string;
  /** Share of the surface of the small area that lies in the large one, 0 to 1; `null` when unknown. */
  readonly share: number | null;
}

/** Greatest difference of the sum of shares from 1. Shares are measured and slivers are left out. */
const tolerance = 0.05;

/** The areas of a city, with share 1. */
export const partsOfCity = (cityCode: string, areas: readonly Area[]): AreaPart[] =>
  areas.filter((area) => area.cityCode === cityCode).map(({ code }) => ({ areaCode: code, share: 1 }));

/**
 * The parts of large areas whose borders cut small ones, by the published shares. The shares of a small area are scaled to
 * a sum of 1, so that no person is lost or counted twice.
 * @param overlaps of all areas of the large level.
 * @param areas of the small level.
 */
export function partsByOverlap(
  overlaps: readonly AreaOverlaps[],
  areas: readonly Area[],
): ReadonlyMap<string, readonly AreaPart[]> {
  const isSmall = new Set(areas.map(({ code }) => code));
  const sums = new Map<string, number | null>();
  for (const { areaCode, shareOfOther } of overlaps.flatMap((each) => each.overlaps)) {
    const sum = sums.get(areaCode);
    sums.set(areaCode, sum === null || shareOfOther === null ? null : (sum ?? 0) + shareOfOther);
  }
  const shareOf = (areaCode: string, share: number | null): number | null => {
    const sum = sums.get(areaCode) ?? null;
    return share === null || sum === null || Math.abs(sum - 1) > tolerance ? null : share / sum;
  };
  return new Map(
    overlaps.map((each) => [
      each.code,
      each.overlaps
        .filter(({ areaCode }) => isSmall.has(areaCode))
        .map(({ areaCode, shareOfOther }) => ({ areaCode, share: shareOf(areaCode, shareOfOther) })),
    ]),
  );
}
