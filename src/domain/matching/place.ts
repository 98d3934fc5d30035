import type { GeoPoint } from "../geo/point";
import { foldedIdentifiers, identifierSchemes } from "../kit/external-identifier";
import type { Centre } from "../places/centre";
import { foldedName, type NormalAddress, normalAddress } from "./normal-address";

/** The fields of a centre that locate it. */
export interface Place {
  readonly code: string;
  /** Folded. */
  readonly name: string;
  readonly address: NormalAddress | null;
  readonly position: GeoPoint | null;
  /** The area that its source declares, if smaller than a whole city. */
  readonly declaredAreaCode: string | null;
  /** The areas smaller than a city that contain its point; the declared ones if it has none. */
  readonly areaCodes: readonly string[];
  /** Keys that datasets give to places, as `scheme:value`. */
  readonly identifiers: readonly string[];
  readonly sourceCodes: readonly string[];
}

/** Keys of organisations identify the occupant, not the place: an organisation may have two. */
const organizationSchemes: ReadonlySet<string> = new Set(
  identifierSchemes.map((scheme) => scheme.toLowerCase()),
);

/** @param isWithinCity whether an area is smaller than a city: a common city is weak evidence. */
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
      .filter(({ scheme }) => !organizationSchemes.has(scheme))
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

/** Whether both are in one area of a city, by their declarations, or else by their points. */
export function shareArea(a: Place, b: Place): boolean {
  const [ofA, ofB] = [a, b].map(({ declaredAreaCode, areaCodes }) =>
    declaredAreaCode === null ? areaCodes : [declaredAreaCode],
  );
  return ofA!.some((code) => ofB!.includes(code));
}

/** Whether the area of both within the city is known. */
export const areAreasKnown = (a: Place, b: Place): boolean =>
  [a, b].every(({ declaredAreaCode, areaCodes }) => declaredAreaCode !== null || areaCodes.length > 0);
