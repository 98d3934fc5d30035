import settings from "../../../../data/page/settings.json";
import { useLocation } from "../address/location";
import { ask } from "../api/ask";
import type { CentreFilter, FindQuery, FoundPlaceFragment, ServiceFilter } from "../api/operations/find";
import { MorePlaces } from "../api/operations/more-places";
import { MoreServices } from "../api/operations/more-services";
import { type Page, type Pages, usePages } from "../api/use-pages";
import { textLanguage } from "../kit/words";
import { type FindChoice, findVariables, showsPlaces, showsServices } from "./choice";
import { areaRows, isForAllOf, nearestRows, type PlaceRow, type ServiceRow } from "./rows";

/** A list of services as far as it was asked for. */
export interface ServiceList extends Omit<Pages<unknown>, "nodes"> {
  readonly rows: readonly ServiceRow[];
  /** Of the whole list; what another list shows is left out as far as it is known. */
  readonly total: number;
}

/** The lists of an answer, each of which can go on. */
export interface Lists {
  /** In the order of the distance; null without a point. */
  readonly near: ServiceList | null;
  readonly local: ServiceList;
  readonly ofCity: ServiceList;
  readonly places: Omit<Pages<unknown>, "nodes"> & {
    readonly rows: readonly PlaceRow[];
    readonly total: number;
  };
}

/** Every service stands in one list: near the point, of the area, or of the city. */
export function useLists(choice: FindChoice, data: FindQuery, at: string): Lists {
  const language = textLanguage(useLocation().language);
  const city = settings.city.area;
  const { area, nearServices } = data;
  const isCity = choice.area === city;
  const {
    point,
    isNear,
    services,
    nearServices: circle,
    places,
    openPlaces,
  } = findVariables(choice, { city, at });

  const servicesOf = (filter: ServiceFilter, sort: "DISTANCE" | "NAME") => (after: string) =>
    ask(MoreServices, { filter, sort, after, isNear, at, language, ...(point && { point }) }).then(
      (answer): Page<ServiceRow> | null => answer.services,
    );
  const placesOf = (filter: CentreFilter) => (after: string) =>
    ask(MorePlaces, { filter: { ...filter, area: choice.area }, after, at, language }).then(
      (answer): Page<FoundPlaceFragment> | null => answer.centres,
    );
  const near = usePages<ServiceRow>(nearServices, servicesOf(circle ?? {}, "DISTANCE"));
  const local = usePages<ServiceRow>(area?.services, servicesOf({ ...services, area: choice.area }, "NAME"));
  const ofCity = usePages<ServiceRow>(area?.cityServices, servicesOf({ ...services, serves: city }, "NAME"));
  const open = usePages(area?.openCentres, placesOf(openPlaces));
  const all = usePages(area?.centres, placesOf(places));

  const kept = (
    { nodes, ...pages }: Pages<ServiceRow>,
    keeps: (row: ServiceRow) => boolean,
    total: number,
  ): ServiceList => {
    const rows = showsServices(choice) ? nodes.filter(keeps) : [];
    return { ...pages, rows, total: Math.max(total, rows.length) };
  };
  const without = (
    pages: Pages<ServiceRow>,
    leavesOut: (row: ServiceRow) => boolean,
    total: number,
  ): ServiceList => kept(pages, (row) => !leavesOut(row), total - pages.nodes.filter(leavesOut).length);
  const nearby = new Set(near.nodes.map(({ code }) => code));
  const isNearby = ({ code }: ServiceRow) => nearby.has(code);
  const total = area?.services?.totalCount ?? 0;
  const totalInCity = area?.cityServices?.totalCount ?? 0;
  const nearest = nearestRows(data);
  const shown = showsPlaces(choice);
  return {
    near: nearServices ? kept(near, () => true, nearServices.totalCount) : null,
    // The services of a city contain those for all of it.
    local: isCity
      ? kept(local, (row) => !isForAllOf(row, city) && !isNearby(row), total - totalInCity)
      : without(local, isNearby, total),
    ofCity: without(ofCity, isNearby, totalInCity),
    places: {
      rows: shown ? (nearest ?? areaRows(open.nodes, all.nodes)) : [],
      total: nearest?.length ?? area?.centres?.totalCount ?? 0,
      id: `${open.id} ${all.id}`,
      hasMore: open.hasMore || all.hasMore,
      isLoading: open.isLoading || all.isLoading,
      hasFailed: open.hasFailed || all.hasFailed,
      more: () => (open.hasMore ? open : all).more(),
    },
  };
}
