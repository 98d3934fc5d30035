import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Centre } from "../../domain/places/centre";
import type { OpeningReason, OpeningRules } from "../../domain/schedule/opening-answer";

/** What is asked when it is open: a centre, or a service at one. */
export interface OpeningPlace {
  /** `null` where no source says anything. */
  readonly rules: OpeningRules | null;
  /** Areas that hold it: the calendar of their city counts. */
  readonly areaCodes: readonly string[];
  /** Why nothing can be told, whatever the rules say; `null` where they may speak. */
  readonly unsure: OpeningReason | null;
  /** What to know about every answer. */
  readonly note: LocalizedText | null;
}

export const placeOfCentre = ({ openingRules, areaCodes }: Centre): OpeningPlace => ({
  rules: openingRules,
  areaCodes,
  unsure: null,
  note: null,
});
