import { HubError } from "../../domain/kit/errors";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { Selection } from "../../storage/engine/page";
import type { QueryContext } from "../kit/query-context";
import { isOpenAt, openIntervals, opensOn } from "./opening";
import type { OpeningPlace } from "./opening-place";

/** The conditions of a filter on opening times. */
export interface OpeningFilter {
  readonly openAt?: Date | null | undefined;
  readonly openDuring?: { readonly from: Date; readonly to: Date } | null | undefined;
  readonly openOn?: Weekday | null | undefined;
}

/**
 * The conditions of a filter on opening times, which no key can answer; `undefined` if there are none. A record is kept
 * if one of its places meets all of them.
 * @throws HubError BAD_USER_INPUT for an interval that ends before it begins.
 */
export function openingSelection<T>(
  filter: OpeningFilter | null | undefined,
  placesOf: (record: T) => readonly OpeningPlace[] | readonly OpeningPlace[],
  context: QueryContext,
): Selection<T> | undefined {
  const { openAt, openDuring, openOn } = filter ?? {};
  if (!openAt && !openDuring && !openOn) return undefined;
  if (openDuring && openDuring.to <= openDuring.from) {
    const [from, to] = [openDuring.from.toISOString(), openDuring.to.toISOString()];
    throw new HubError("BAD_USER_INPUT", "backwards", { from, to }, { where: "filter.openDuring" });
  }
  const meetsAll = (place: OpeningPlace): boolean => {
    if (openOn && !opensOn(place, openOn)) return false;
    if (openAt && isOpenAt(place, openAt, context).state !== "OPEN") return false;
    return !openDuring || isOpenDuring(place, openDuring.from, openDuring.to, context);
  };
  return {
    name: JSON.stringify([openAt, openDuring, openOn]),
    keeps: (record) => placesOf(record).map(meetsAll).includes(true),
  };
}

/** Adjacent intervals count as one: they differ only in the rule behind them. */
function isOpenDuring(place: OpeningPlace, from: Date, to: Date, context: QueryContext): boolean {
  let reached = from.toISOString();
  for (const { state, opens, closes } of openIntervals(place, from, to, context)) {
    if (state !== "OPEN" || opens !== reached) return false;
    reached = closes;
  }
  return reached === to.toISOString();
}
