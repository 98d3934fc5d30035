import type { RoundedAccess } from "../../domain/access/rounded-access";
import type { Observation } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Area } from "../../domain/places/area";

/** Access in one area; without a result exactly if `exclusion` is set. */
export interface AccessArea {
  readonly area: Area;
  /** The population; `null` if no source gives it. */
  readonly observation: Observation | null;
  readonly result: RoundedAccess | null;
  readonly exclusion: AccessExclusion | null;
  readonly reason: LocalizedText | null;
}

/** Why an area has no result. */
export type AccessExclusion = "KIND_UNKNOWN" | "NOBODY" | "NO_POINTS" | "NO_POPULATION";

export function exclusionOf(known: {
  readonly kinds: boolean;
  readonly points: boolean;
  readonly people: boolean;
}): AccessExclusion {
  if (!known.points) return "NO_POINTS";
  if (!known.people) return "NO_POPULATION";
  return known.kinds ? "NOBODY" : "KIND_UNKNOWN";
}

export function accessReason(exclusion: AccessExclusion | null, unknownKind: number): LocalizedText | null {
  switch (exclusion) {
    case null:
      return null;
    case "KIND_UNKNOWN":
      return {
        it: `Per ${unknownKind} centri nessuna fonte indica il tipo in quel giorno: la copertura di allora non è nota.`,
        en: `No source states the kind of ${unknownKind} centres on that day: the coverage of that day is not known.`,
      };
    case "NOBODY":
      return { it: "Il gruppo è vuoto.", en: "The group is empty." };
    case "NO_POINTS":
      return { it: "Nessun confine dell'area è caricato.", en: "No boundary of the area is loaded." };
    case "NO_POPULATION":
      return {
        it: "Nessuna fonte ne riporta gli abitanti in quel periodo.",
        en: "No source gives its residents in that period.",
      };
    default:
      return exclusion satisfies never;
  }
}
