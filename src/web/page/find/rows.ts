import type { FindQuery, OfferFragment, OpeningState, PlaceFragment } from "../api/operations/find";

export interface PlaceRow {
  readonly place: PlaceFragment;
  /** Null without a point to measure from. */
  readonly distanceMetres: number | null;
  readonly walkingMinutes: number | null;
}

/** Places in the order of their list, with those known to be open from their own list: a long list has one page here. */
export function placeRows({ area, nearest }: FindQuery): readonly PlaceRow[] {
  if (nearest != null) return nearest.results.map(({ centre, ...walk }) => ({ place: centre, ...walk }));
  const open = area?.openCentres?.nodes ?? [];
  const others = (area?.centres?.nodes ?? []).filter(({ isOpenAt }) => isOpenAt?.state !== "OPEN");
  return [...open, ...others].map(withoutWalk);
}

export const plannedRows = ({ area, nearestPlanned }: FindQuery): readonly PlaceRow[] =>
  nearestPlanned != null
    ? nearestPlanned.results.map(({ centre, ...walk }) => ({ place: centre, ...walk }))
    : (area?.plannedCentres?.nodes ?? []).map(withoutWalk);

const withoutWalk = (place: PlaceFragment): PlaceRow => ({
  place,
  distanceMetres: null,
  walkingMinutes: null,
});

/** How many places there are, listed or not. */
export const placeTotal = ({ area, nearest }: FindQuery): number =>
  nearest != null ? nearest.results.length : (area?.centres?.totalCount ?? 0);

/** Services of the area that are not for the whole city: the list of a city has both. */
export function localServices({ area }: FindQuery): readonly LocalService[] {
  const inCity = new Set(area?.cityServices?.nodes.map(({ code }) => code));
  return (area?.services?.nodes ?? []).filter(({ code }) => !inCity.has(code));
}

export type LocalService = NonNullable<NonNullable<FindQuery["area"]>["services"]>["nodes"][number];

/** Planned services of the area and of its city, each once. */
export function plannedServices({ area }: FindQuery): readonly OfferFragment[] {
  const all = [...(area?.plannedServices?.nodes ?? []), ...(area?.plannedInCity?.nodes ?? [])];
  return [...new Map(all.map((service) => [service.code, service])).values()];
}

type Opening = Pick<PlaceFragment, "isOpenAt">;

export const stateOf = ({ isOpenAt }: Opening): OpeningState => isOpenAt?.state ?? "UNKNOWN";

/** For how many of them it is known whether they are open. */
export const knownHours = (items: readonly Opening[]): number =>
  items.filter((item) => stateOf(item) !== "UNKNOWN").length;

/** For how many of the listed places it is known whether one gets in without steps. */
export const knownAccess = (data: FindQuery): number =>
  placeRows(data).filter(({ place }) =>
    place.accessibility.some(({ availability }) => availability === "YES" || availability === "NO"),
  ).length;

/** The last day of the usual hours that a source published; null without hours, and for hours with no end. */
export function hoursUntil({ schedules }: Pick<PlaceFragment, "schedules">): string | null {
  const ends = schedules.filter(({ isException }) => isException === null).map(({ validTo }) => validTo);
  const dated = ends.filter((end) => end !== null);
  return dated.length < ends.length ? null : (dated.sort().at(-1) ?? null);
}
