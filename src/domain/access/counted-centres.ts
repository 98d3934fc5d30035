import type { GeoPoint } from "../geo/point";
import { type Centre, currentKindCode } from "../places/centre";
import { kindOn } from "../places/kind-on";
import type { CalendarDay } from "../schedule/calendar-day";

/** Centres that people can go to, and how many others were left out and why. */
export interface CountedCentres {
  readonly centres: readonly (Centre & { readonly position: GeoPoint })[];
  /** Known not to work: closed, planned or gone. */
  readonly notWorking: number;
  /** Of which no source gives a good point. */
  readonly withoutPosition: number;
  /** Of which nobody says what kind they were on the day, or whether they were there at all. */
  readonly unknownKind: number;
}

export interface KindCondition {
  /** Code of the kind; absent where any will do. */
  readonly kindCode?: string | undefined;
  /** The day on which it was of that kind, or of any that is known; absent for now. */
  readonly on?: CalendarDay | undefined;
}

/** Which of some centres count. Nobody says of most whether they work: these count as working. */
export function countedCentres(centres: readonly Centre[], { kindCode, on }: KindCondition): CountedCentres {
  const kindOf = (centre: Centre): string | null =>
    on === undefined ? currentKindCode(centre) : (kindOn(centre.kindHistory, on).period?.kindCode ?? null);
  const known = on === undefined ? centres : centres.filter((centre) => kindOf(centre) !== null);
  const wanted = known.filter((centre) => kindCode === undefined || kindOf(centre) === kindCode);
  const working = wanted.filter(({ status }) => status === null || status === "ACTIVE");
  const placed = working.filter(
    (centre): centre is Centre & { readonly position: GeoPoint } => centre.position !== null,
  );
  return {
    centres: placed,
    notWorking: wanted.length - working.length,
    withoutPosition: working.length - placed.length,
    unknownKind: centres.length - known.length,
  };
}
