import { distinct, distinctSorted } from "../kit/distinct";
import { isCode } from "../kit/field";
import { byCode, byText } from "../kit/order";
import type { Address, Centre } from "../places/centre";
import { createLocation, type Location } from "../places/location";
import { choosePosition } from "./choose-position";
import { type MatchedPlaces, matchPlaces } from "./match-places";
import { isComplete, normalAddress } from "./normal-address";
import { placeOf } from "./place";

export interface LocatedCentres extends Pick<MatchedPlaces, "proposals"> {
  /** By code; each centre is at one of them. */
  readonly locations: readonly Location[];
}

/**
 * The locations of all centres of a hub. They depend on the set of centres alone.
 * @param isWithinCity whether an area is smaller than a city.
 */
export function locationsOf(
  centres: readonly Centre[],
  isWithinCity: (areaCode: string) => boolean,
): LocatedCentres {
  const centreOf = new Map(centres.map((centre) => [centre.code, centre]));
  const { groups, proposals } = matchPlaces(centres.map((centre) => placeOf(centre, isWithinCity)));
  const drafts = groups.map((group) => {
    const members = group.map(({ code }) => centreOf.get(code)!);
    const address = fullestAddress(members);
    return { members, address, placed: choosePosition(group), code: codeOf(address) };
  });
  const uses = new Map<string | null, number>();
  for (const { code } of drafts) uses.set(code, (uses.get(code) ?? 0) + 1);
  const locations = drafts.map(({ members, address, placed, code }) =>
    createLocation({
      // Two places may have the same address; then neither is named after it.
      code: code === null || uses.get(code)! > 1 ? members[0]!.code : code,
      locationType: "PHYSICAL",
      address,
      ...placed,
      areaCodes: distinct(
        placed.positionCentreCode === null
          ? members.flatMap(({ areaCodes }) => areaCodes)
          : centreOf.get(placed.positionCentreCode)!.areaCodes,
      ),
      centreCodes: members.map(({ code: centreCode }) => centreCode),
      sourceCodes: distinctSorted(members.flatMap(({ sourceCodes }) => sourceCodes)),
    }),
  );
  return { locations: locations.sort(byCode), proposals };
}

/** The most precise one: a number, then the most letters of the name; then the first in order. */
function fullestAddress(members: readonly Centre[]): Address | null {
  const addresses = members.flatMap(({ address }) => address ?? []);
  const rank = (address: Address): number => {
    const { words, numbers } = normalAddress(address);
    return (numbers.length > 0 ? 1000 : 0) + words.join("").length;
  };
  return (
    addresses
      .map((address) => ({ address, rank: rank(address), text: JSON.stringify(address) }))
      .sort((a, b) => b.rank - a.rank || byText(a.text, b.text))[0]?.address ?? null
  );
}

/** The address as a code; `null` if it does not name one door, or is too long for a code. */
function codeOf(address: Address | null): string | null {
  if (address === null) return null;
  const normal = normalAddress(address);
  if (!isComplete(normal)) return null;
  const { country, kind, locality, numbers, suffix, words } = normal;
  const number = numbers.join("-") + (/^\d/.test(suffix) ? `-${suffix}` : suffix);
  const street = [...(kind === null ? [] : [kind]), ...words, number].join("-");
  const code = [country.toLowerCase(), locality.replaceAll(" ", "-"), street].join(":");
  return isCode(code) ? code : null;
}
