import { distanceMetres } from "../geo/distance";
import { compareNumbers, compareStreets, isSameTown } from "./compare-addresses";
import { isComplete } from "./normal-address";
import { areAreasKnown, liesElsewhere, type Place, shareArea } from "./place";

/** In metres. They decide which records are one place: tests on the published files show the effect of a change. */
export const matchMetres = {
  /**
   * Points of one address are at most this far apart: the width of a large block. One register puts the point on the
   * door, another into the courtyard: shared buildings of Milan have 43 to 88 m, a wrong point was off by 2,650 m.
   */
  oneAddress: 150,
  /** Points this near with different addresses may be two doors of one building: about its depth. */
  sideBySide: 30,
  /** Places this near with the same name may be one that moved, or one with an approximate point. */
  oneName: 200,
} as const;

/** The evidence for or against one place, in the order of its evaluation. */
const matchReasons = [
  "SAME_IDENTIFIER",
  "SAME_ADDRESS",
  "SIMILAR_ADDRESS",
  "SAME_STREET",
  "SAME_AREA",
  "SAME_NAME",
  "POINTS_NEAR",
  "POINTS_APART",
  "OTHER_POSTAL_CODE",
] as const;
export type MatchReason = (typeof matchReasons)[number];

/**
 * SAME: one place. LIKELY: one place, unless other records show that the addresses are two. DOUBTFUL: a person must
 * decide. OTHER: no evidence for one place.
 */
export type Verdict = "DOUBTFUL" | "LIKELY" | "OTHER" | "SAME";

export interface Comparison {
  readonly verdict: Verdict;
  readonly reasons: readonly MatchReason[];
  /** Between the points; `null` if one is missing. */
  readonly distanceMetres: number | null;
}

/** Symmetric. */
export function comparePlaces(a: Place, b: Place): Comparison {
  const distance = a.position && b.position ? distanceMetres(a.position, b.position) : null;
  const { verdict, reasons } = judge(a, b, distance);
  return { verdict, reasons, distanceMetres: distance };
}

type Judgement = Pick<Comparison, "verdict" | "reasons">;

const other: Judgement = { verdict: "OTHER", reasons: [] };

function judge(a: Place, b: Place, distance: number | null): Judgement {
  const points = reasonsOfPoints(distance);
  if (a.identifiers.some((key) => b.identifiers.includes(key)))
    return { verdict: "SAME", reasons: ["SAME_IDENTIFIER", ...points] };
  const byAddress = judgeAddresses(a, b, distance, points);
  if (byAddress.verdict !== "OTHER") return byAddress;
  // Two entries of one file mean two things, however near they are.
  if (a.sourceCodes.some((code) => b.sourceCodes.includes(code)) || distance === null) return other;
  if (a.name === b.name && distance <= matchMetres.oneName)
    return { verdict: "DOUBTFUL", reasons: ["SAME_NAME", "POINTS_NEAR"] };
  return distance <= matchMetres.sideBySide ? { verdict: "DOUBTFUL", reasons: ["POINTS_NEAR"] } : other;
}

const reasonsOfPoints = (distance: number | null): MatchReason[] => {
  if (distance === null) return [];
  return [distance <= matchMetres.oneAddress ? "POINTS_NEAR" : "POINTS_APART"];
};

function judgeAddresses(
  a: Place,
  b: Place,
  distance: number | null,
  points: readonly MatchReason[],
): Judgement {
  if (a.address === null || b.address === null || !isSameTown(a.address, b.address)) return other;
  const street = compareStreets(a.address, b.address);
  const number = compareNumbers(a.address, b.address);
  if (street === "OTHER" || number === "OTHER") return other;
  const isApart = distance !== null && distance > matchMetres.oneAddress;
  const area: readonly MatchReason[] = shareArea(a, b) ? ["SAME_AREA"] : [];
  const postalCodes = [a.address.postalCode, b.address.postalCode];
  const inOtherPost = !postalCodes.includes(null) && postalCodes[0] !== postalCodes[1];
  if (number !== "EQUAL" || !isComplete(a.address)) {
    const isLikely = distance === null ? street === "EQUAL" || area.length > 0 : !isApart;
    const ofOneSource = a.sourceCodes.some((code) => b.sourceCodes.includes(code));
    return isLikely && !ofOneSource && !inOtherPost
      ? { verdict: "DOUBTFUL", reasons: ["SAME_STREET", ...area, ...points] }
      : other;
  }
  const address = street === "EQUAL" ? "SAME_ADDRESS" : "SIMILAR_ADDRESS";
  const reasons: MatchReason[] = [address, ...area, ...points];
  if (inOtherPost) return { verdict: "DOUBTFUL", reasons: [...reasons, "OTHER_POSTAL_CODE"] };
  if (street === "EQUAL") return { verdict: isApart && areTwoOfOneName(a, b) ? "DOUBTFUL" : "SAME", reasons };
  if (distance !== null && !isApart) return { verdict: "LIKELY", reasons };
  if (area.length > 0)
    return { verdict: !isApart || liesElsewhere(a) || liesElsewhere(b) ? "LIKELY" : "DOUBTFUL", reasons };
  return isApart || areAreasKnown(a, b) ? other : { verdict: "DOUBTFUL", reasons };
}

/** Each point agrees with its source, and the two are in different areas: perhaps two streets of one name. */
const areTwoOfOneName = (a: Place, b: Place): boolean =>
  areAreasKnown(a, b) && !shareArea(a, b) && !liesElsewhere(a) && !liesElsewhere(b);
