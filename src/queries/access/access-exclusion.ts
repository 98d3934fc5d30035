import type { LocalizedText } from "../../domain/kit/localized-text";

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
        it: `Di ${unknownKind} centri nessuna fonte dice che tipo fossero in quel giorno: la copertura di allora non è nota.`,
        en: `No source says what kind ${unknownKind} centres were on that day: the coverage of then is not known.`,
      };
    case "NOBODY":
      return { it: "Nessuna persona vi è contata.", en: "Nobody is counted there." };
    case "NO_POINTS":
      return { it: "Nessun confine dell'area è caricato.", en: "No boundary of the area is loaded." };
    case "NO_POPULATION":
      return {
        it: "Nessuna fonte ne conta le persone in quel periodo.",
        en: "No source counts its people in that period.",
      };
    default:
      return exclusion satisfies never;
  }
}
