import { groupBy } from "../kit/group-by";
import { byCode, byText } from "../kit/order";
import { candidatePairs } from "./candidate-pairs";
import { isOtherDoor } from "./compare-addresses";
import { type Comparison, comparePlaces, type MatchReason } from "./compare-places";
import type { Place } from "./place";

/** Two places that may be one, for a person to decide. */
export interface Proposal {
  /** Codes of the two, in alphabetical order. */
  readonly codes: readonly [string, string];
  readonly reasons: readonly MatchReason[];
  readonly distanceMetres: number | null;
}

export interface MatchedPlaces {
  /** Each place is in one group; groups and their places by code. */
  readonly groups: readonly (readonly Place[])[];
  readonly proposals: readonly Proposal[];
}

type Pair = readonly [number, number];

/**
 * Groups the records of each place. The result depends on the set of records alone, not on their order or on the number
 * of runs.
 *
 * SAME joins, also transitively. LIKELY joins too, as long as no record in the joined group names another door: "Via
 * Aldini 72" is "Via Antonio Aldini 72", but if "Via Giovanni Aldini 72" would join the group as well, it is unclear
 * which of the two it is, and all such pairs of the group are proposed instead.
 */
export function matchPlaces(unsorted: readonly Place[]): MatchedPlaces {
  const places = [...unsorted].sort(byCode);
  const compared = candidatePairs(places).map(([i, j]) => ({
    pair: [i, j] as Pair,
    ...comparePlaces(places[i]!, places[j]!),
  }));
  const [same, likely, doubtful] = (["SAME", "LIKELY", "DOUBTFUL"] as const).map((wanted) =>
    compared.filter(({ verdict }) => verdict === wanted),
  );
  const wide = groupsOf(places.length, [...same!, ...likely!]);
  const isClear = new Map([...wide.members].map(([root, of]) => [root, !hasTwoDoors(of, places)]));
  const certain = likely!.filter(({ pair: [i] }) => isClear.get(wide.rootOf(i)));
  const { members, rootOf } = groupsOf(places.length, [...same!, ...certain]);
  const open = [...doubtful!, ...likely!].filter(({ pair: [i, j] }) => rootOf(i) !== rootOf(j));
  return {
    groups: [...members.values()].map((of) => of.map((i) => places[i]!)),
    proposals: open.map((each) => proposalOf(each, places)).sort(byCodes),
  };
}

/** A common key outweighs the addresses, so only pairs without one are compared. */
const hasTwoDoors = (of: readonly number[], places: readonly Place[]): boolean =>
  of.some((i, n) =>
    of.slice(n + 1).some((j) => {
      const [a, b] = [places[i]!, places[j]!];
      const haveOneKey = a.identifiers.some((key) => b.identifiers.includes(key));
      return !haveOneKey && a.address !== null && b.address !== null && isOtherDoor(a.address, b.address);
    }),
  );

/** The groups from joined pairs, each under its first place (union by path compression). */
function groupsOf(size: number, joined: readonly { readonly pair: Pair }[]) {
  const parents = Array.from({ length: size }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = i; at !== root; ) [at, parents[at]] = [parents[at]!, root];
    return root;
  };
  for (const { pair } of joined) {
    const [a, b] = [rootOf(pair[0]), rootOf(pair[1])];
    parents[Math.max(a, b)] = Math.min(a, b);
  }
  return { members: groupBy(parents.keys(), rootOf), rootOf };
}

const proposalOf = (
  { pair: [i, j], reasons, distanceMetres }: Comparison & { readonly pair: Pair },
  places: readonly Place[],
): Proposal => ({ codes: [places[i]!.code, places[j]!.code], reasons, distanceMetres });

const byCodes = (a: Proposal, b: Proposal): number =>
  byText(a.codes[0], b.codes[0]) || byText(a.codes[1], b.codes[1]);
