import type { GeoPoint } from "../geo/point";
import { countedStatuses, type StatusOrUnknown, statusOf } from "../kit/status";
import { type Centre, currentKindCode } from "../places/centre";
import { kindOn } from "../places/kind-on";
import type { CalendarDay } from "../schedule/calendar-day";

/** Open centres, and how many others were left out and why. */
export interface CountedCentres {
  readonly centres: readonly (Centre & { readonly position: GeoPoint })[];
  /** Whose current status no source states: beside `centres`, or among them if they are asked for. */
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
  /** Of which status it is one; active if absent. */
  readonly statuses?: readonly StatusOrUnknown[] | undefined;
  /** The day on which it was of that kind, or of any known kind; absent for now. */
  readonly on?: CalendarDay | undefined;
}

/** The centres that count. */
export function countedCentres(
  centres: readonly Centre[],
  { kindCodes = [], statuses = countedStatuses, on }: KindCondition,
): CountedCentres {
  const kindOf = (centre: Centre): string | null =>
    on === undefined ? currentKindCode(centre) : (kindOn(centre.kindHistory, on).period?.kindCode ?? null);
  const isKnown = (centre: Centre): boolean => on === undefined || kindOf(centre) !== null;
  const isWanted = (kind: string | null): boolean =>
    kindCodes.length === 0 || (kind !== null && kindCodes.includes(kind));
  const isOfStatus = (centre: Centre): boolean => statuses.includes(statusOf(centre));
  const wanted = centres.filter((centre) => isKnown(centre) && isWanted(kindOf(centre)));
  const working = wanted.filter(isOfStatus);
  const unknown = wanted.filter((centre) => statusOf(centre) === "UNKNOWN");
  const others = unknown.filter((centre) => !isOfStatus(centre));
  const placed = working.filter(hasPosition);
  return {
    centres: placed,
    ofUnknownStatus: unknown.filter(hasPosition).length,
    notWorking: wanted.length - working.length - others.length,
    withoutPosition: working.length - placed.length,
    unknownKind: centres.filter((centre) => isOfStatus(centre) && !isKnown(centre)).length,
  };
}

const hasPosition = (centre: Centre): centre is Centre & { readonly position: GeoPoint } =>
  centre.position !== null;
