import type { Values } from "../address/address";
import type { CareDomain, CentreFilter, FindQueryVariables, ServiceFilter } from "../api/operations/find";

/** A point that somebody chose. */
interface Near {
  readonly latitude: number;
  readonly longitude: number;
}

/** What somebody looks for. */
export interface FindChoice {
  /** A place that was typed and not yet chosen among those found; empty if there is none. */
  readonly typed: string;
  readonly area: string;
  /** Name under which the area or the point was found; empty if nobody typed it. */
  readonly place: string;
  readonly near: Near | null;
  readonly withinMetres: number;
  readonly targetGroup: string | null;
  readonly careDomain: string | null;
  readonly kind: string | null;
  readonly isFree: boolean;
  readonly isStepFree: boolean;
  /** Only what is known to be open. */
  readonly isOpen: boolean;
  /** On the clock of the city, `2026-07-08T10:00`; null for now. */
  readonly when: string | null;
}

/** Radii of the circle, in metres. */
export const radii = [500, 1000, 1500, 3000] as const;

/** The choice in the address; without a place it is the whole city. */
export function readFindChoice(values: Values, city: string): FindChoice {
  const [type, code = null] = (values.what ?? "").split(/:(.*)/s);
  const withinMetres = Number(values.within);
  return {
    typed: (values.q ?? "").trim(),
    area: values.area ?? city,
    place: values.place ?? values.near ?? "",
    near: readNear(values),
    withinMetres: radii.some((radius) => radius === withinMetres) ? withinMetres : 1500,
    targetGroup: values.for ?? null,
    careDomain: type === "domain" ? code : null,
    kind: type === "kind" ? code : null,
    isFree: values.free === "yes",
    isStepFree: values.access === "yes",
    isOpen: values.open === "yes",
    when: values.when ?? null,
  };
}

function readNear({ near = "" }: Values): Near | null {
  const [latitude = Number.NaN, longitude = Number.NaN] = near === "" ? [] : near.split(",").map(Number);
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}

/** Target groups and costs are stated for services alone: with such a choice places are left out. */
export const showsPlaces = ({ targetGroup, careDomain, isFree }: FindChoice): boolean =>
  targetGroup === null && careDomain === null && !isFree;

/** A kind is that of a place. */
export const showsServices = ({ kind }: FindChoice): boolean => kind === null;

/** Variables of the one request. A filter without a choice is left out. */
export function findVariables(
  choice: FindChoice,
  { city, at }: { readonly city: string; readonly at: string },
): Omit<FindQueryVariables, "language" | "mapLevel"> {
  const isCity = choice.area === city;
  const services: ServiceFilter = {
    ...(choice.targetGroup !== null && { targetGroup: choice.targetGroup }),
    // An unknown one is left to the hub's own message.
    ...(choice.careDomain !== null && { careDomain: choice.careDomain as CareDomain }),
  };
  const places: CentreFilter = choice.kind === null ? {} : { kinds: [choice.kind] };
  const stepFree = choice.isStepFree && { accessible: true };
  const { near } = choice;
  const offered = { ...services, ...stepFree, ...(choice.isFree && { freeOfCharge: true }) };
  const point = near && { latitude: near.latitude, longitude: near.longitude };
  return {
    city,
    area: choice.area,
    isCity,
    at,
    isNear: near !== null,
    ...(point && {
      point,
      nearServices: { ...offered, near: { point, withinMetres: choice.withinMetres } },
    }),
    withinMetres: choice.withinMetres,
    // Near a point the nearest one is named, and the whole city has many.
    listsLocations: !isCity && near === null,
    services: offered,
    plannedServices: { ...services, statuses: ["PLANNED"] },
    anyCost: services,
    free: { ...services, freeOfCharge: true },
    notFree: { ...services, freeOfCharge: false },
    places: { ...places, ...stepFree },
    openPlaces: { ...places, ...stepFree, openAt: at },
    plannedPlaces: { ...places, statuses: ["PLANNED"] },
    anyAccess: places,
    stepFree: { ...places, accessible: true },
    notStepFree: { ...places, accessible: false },
  };
}
