import type {
  FindQuery,
  FoundPlaceFragment,
  FoundServiceFragment,
  NearestPlaceFragment,
  OpeningState,
  ServicePageFragment,
} from "../api/operations/find";

interface Walk {
  readonly distanceMetres: number;
  readonly walkingMinutes: number;
}

export interface PlaceRow {
  readonly place: FoundPlaceFragment;
  /** Null without a point to measure from. */
  readonly walk: Walk | null;
}

/** The places nearest to a point; null without a point. */
export const nearestRows = ({ nearest }: FindQuery): readonly PlaceRow[] | null =>
  nearest?.results.map(({ centre, ...walk }) => ({ place: centre, walk })) ?? null;

/** Places of an area in the order of their list, with those known to be open from their own list: a long list comes in pages. */
export const areaRows = (
  open: readonly FoundPlaceFragment[],
  all: readonly FoundPlaceFragment[],
): readonly PlaceRow[] =>
  [...open, ...all.filter(({ isOpenAt }) => isOpenAt?.state !== "OPEN")].map(withoutWalk);

export const plannedRows = ({ area, nearestPlanned }: FindQuery): readonly PlaceRow[] =>
  nearestPlanned?.results.map(({ centre, ...walk }) => ({ place: centre, walk })) ??
  (area?.plannedCentres?.nodes ?? []).map(withoutWalk);

const withoutWalk = (place: FoundPlaceFragment): PlaceRow => ({ place, walk: null });

/** A service of a list. Its places and areas are known in some lists only. */
export type ServiceRow = ServicePageFragment["nodes"][number] & {
  readonly nearestCentre?: NearestPlaceFragment | null;
  readonly serviceAreas?: readonly { readonly code: string }[] | null;
  readonly locations?: readonly { readonly centre: { readonly name: string } | null }[] | null;
};

/** Whether it is for a whole city. */
export const isForAllOf = ({ serviceAreas }: ServiceRow, city: string): boolean =>
  (serviceAreas ?? []).some(({ code }) => code === city);

/** Planned services of the area and of its city, each once. */
export function plannedServices({ area }: FindQuery): readonly FoundServiceFragment[] {
  const all = [...(area?.plannedServices?.nodes ?? []), ...(area?.plannedInCity?.nodes ?? [])];
  return [...new Map(all.map((service) => [service.code, service])).values()];
}

type Opening = Pick<FoundPlaceFragment, "isOpenAt">;

export const stateOf = ({ isOpenAt }: Opening): OpeningState => isOpenAt?.state ?? "UNKNOWN";

/** For how many of them it is known whether they are open. */
export const knownHours = (items: readonly Opening[]): number =>
  items.filter((item) => stateOf(item) !== "UNKNOWN").length;

/** For how many of the services it is known whether they cost something. */
export const knownCost = (services: readonly Pick<FoundServiceFragment, "freeOfCharge">[]): number =>
  services.filter(({ freeOfCharge }) => freeOfCharge !== "UNKNOWN").length;

/** For how many of the places it is known whether one gets in without steps. */
export const knownAccess = (rows: readonly PlaceRow[]): number =>
  rows.filter(({ place }) =>
    place.accessibility.some(({ availability }) => availability === "YES" || availability === "NO"),
  ).length;

/** The last day of the usual hours that a source published; null without hours, and for hours with no end. */
export function hoursUntil({ schedules }: Pick<FoundPlaceFragment, "schedules">): string | null {
  const ends = schedules.filter(({ isException }) => isException === null).map(({ validTo }) => validTo);
  const dated = ends.filter((end) => end !== null);
  return dated.length < ends.length ? null : (dated.sort().at(-1) ?? null);
}
