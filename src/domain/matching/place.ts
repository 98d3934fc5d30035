import type { GeoPoint } from "../geo/point";
import { foldedIdentifiers, identifierSchemes } from "../kit/external-identifier";
import type { Centre } from "../places/centre";
import { foldedName, type NormalAddress, normalAddress } from "./normal-address";

/** What of a centre tells where it is. */
export interface Place {
  readonly code: string;
  /** Folded. */
  readonly name: string;
  readonly address: NormalAddress | null;
  readonly position: GeoPoint | null;
  /** The area in which its source says that it lies, where that is less than a whole city. */
  readonly declaredAreaCode: string | null;
  /** The areas smaller than a city that hold its point; those that it declares where it has none. */
  readonly areaCodes: readonly string[];
  /** Keys that datasets give to places, as `scheme:value`. */
  readonly identifiers: readonly string[];
  readonly sourceCodes: readonly string[];
}

/** Keys of bodies tell who is there, not where: a body may be in two places. */
const bodySchemes: ReadonlySet<string> = new Set(identifierSchemes.map((scheme) => scheme.toLowerCase()));

/** @param isWithinCity whether an area is smaller than a city: that two places lie in one city tells little. */
export function placeOf(centre: Centre, isWithinCity: (areaCode: string) => boolean): Place {
  const declared = centre.declaredAreaCode;
  return {
    code: centre.code,
    name: foldedName(centre.name),
    address: centre.address === null ? null : normalAddress(centre.address),
    position: centre.position,
    declaredAreaCode: declared !== null && isWithinCity(declared) ? declared : null,
    areaCodes: centre.areaCodes.filter(isWithinCity),
    identifiers: foldedIdentifiers(centre)
      .filter(({ scheme }) => !bodySchemes.has(scheme))
      .map(({ scheme, value }) => `${scheme}:${value}`),
    sourceCodes: centre.sourceCodes,
  };
}

/** Whether the point lies outside the area that its own source declares: one of the two is wrong. */
export const liesElsewhere = ({ position, declaredAreaCode, areaCodes }: Place): boolean =>
  position !== null &&
  declaredAreaCode !== null &&
  areaCodes.length > 0 &&
  !areaCodes.includes(declaredAreaCode);

/** Whether what the two declare, or the points of which nothing else is declared, are in one area of a city. */
export function shareArea(a: Place, b: Place): boolean {
  const [ofA, ofB] = [a, b].map(({ declaredAreaCode, areaCodes }) =>
    declaredAreaCode === null ? areaCodes : [declaredAreaCode],
  );
  return ofA!.some((code) => ofB!.includes(code));
}

/** Whether it is known of both in which area of a city they lie. */
export const areAreasKnown = (a: Place, b: Place): boolean =>
  [a, b].every(({ declaredAreaCode, areaCodes }) => declaredAreaCode !== null || areaCodes.length > 0);
