import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Centre } from "../../domain/places/centre";
import type { OpeningReason, OpeningRules } from "../../domain/schedule/opening-answer";

/** A place with opening hours: a centre, or a service at one. */
export interface OpeningPlace {
  /** `null` if no source states any. */
  readonly rules: OpeningRules | null;
  /** Areas that contain it: the calendar of their city applies. */
  readonly areaCodes: readonly string[];
  /** Why the answer is unknown, whatever the rules say; `null` if the rules decide. */
  readonly unsure: OpeningReason | null;
  /** A caveat of every answer. */
  readonly note: LocalizedText | null;
}

export const placeOfCentre = ({ openingRules, areaCodes }: Centre): OpeningPlace => ({
  rules: openingRules,
  areaCodes,
  unsure: null,
  note: null,
});
