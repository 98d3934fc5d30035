import type { GeoPoint } from "../geo/point";
import { offeredStatuses, type StatusOrUnknown, statusOf } from "../kit/status";
import { type Centre, currentKindCode } from "../places/centre";
import { kindOn } from "../places/kind-on";
import type { CalendarDay } from "../schedule/calendar-day";

/** Open centres, and how many others were left out and why. */
export interface CountedCentres {
  readonly centres: readonly (Centre & { readonly position: GeoPoint })[];
  /** Of `centres`, those whose current status no source states. */
  readonly ofUnknownStatus: number;
  /** Of another status: closed, planned or gone. */
  readonly notWorking: number;
  /** Without a usable point in any source. */
  readonly withoutPosition: number;
  /** Whose kind on the day, or existence, no source states. */
  readonly unknownKind: number;
}

export interface KindCondition {
  /** Codes of kinds of which it is one; empty for any kind. */
  readonly kindCodes?: readonly string[] | undefined;
  /** Of which status it is one; those that are offered if absent. */
  readonly statuses?: readonly StatusOrUnknown[] | undefined;
  /** The day on which it was of that kind, or of any known kind; absent for now. */
  readonly on?: CalendarDay | undefined;
}

/** The centres that count. Most have no operational status in any source: they count as operating. */
export function countedCentres(
  centres: readonly Centre[],
  { kindCodes = [], statuses = offeredStatuses, on }: KindCondition,
): CountedCentres {
  const kindOf = (centre: Centre): string | null =>
    on === undefined ? currentKindCode(centre) : (kindOn(centre.kindHistory, on).period?.kindCode ?? null);
  const isKnown = (centre: Centre): boolean => on === undefined || kindOf(centre) !== null;
  const isWanted = (kind: string | null): boolean =>
    kindCodes.length === 0 || (kind !== null && kindCodes.includes(kind));
  const isOfStatus = (centre: Centre): boolean => statuses.includes(statusOf(centre));
  const wanted = centres.filter((centre) => isKnown(centre) && isWanted(kindOf(centre)));
  const working = wanted.filter(isOfStatus);
  const placed = working.filter(
    (centre): centre is Centre & { readonly position: GeoPoint } => centre.position !== null,
  );
  return {
    centres: placed,
    ofUnknownStatus: placed.filter((centre) => statusOf(centre) === "UNKNOWN").length,
    notWorking: wanted.length - working.length,
    withoutPosition: working.length - placed.length,
    unknownKind: centres.filter((centre) => isOfStatus(centre) && !isKnown(centre)).length,
  };
}
