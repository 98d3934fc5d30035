import { lastDay } from "../kit/dates";
import { byText } from "../kit/order";
import { editorsSourceCode } from "../kit/source-ref";
import { statusOf } from "../kit/status";
import { type Centre, currentKindCode, standsForItself } from "../places/centre";
import { candidatePairs } from "./candidate-pairs";
import { comparePlaces, type MatchReason } from "./compare-places";
import { nameLikeness } from "./name-likeness";
import { foldedName } from "./normal-address";
import { placeOf } from "./place";

/** The evidence that two records are one thing: that of one place, and the names and kinds. */
export type SameReason = MatchReason | "ALTERNATE_NAME" | "SAME_KIND" | "SIMILAR_NAME";

/** Most certain first. */
export const sameConfidences = ["HIGH", "MEDIUM", "LOW"] as const;
export type SameConfidence = (typeof sameConfidences)[number];

/** Two records that may be one thing, for a steward to decide. */
export interface SameCentreProposal {
  /** The record that would stand for both: in operation, with a point, of the newest source. */
  readonly preferredCode: string;
  readonly otherCode: string;
  readonly reasons: readonly SameReason[];
  /** Between the points; `null` if one is missing. */
  readonly distanceMetres: number | null;
  /** From 0 to 1. */
  readonly nameLikeness: number;
  readonly confidence: SameConfidence;
}

/** Two registers put the point of one building at most this far apart, as a rule: on the door or into the courtyard. */
const sameBuildingMetres = 60;
/** Names that agree in most words, and in some. */
const alike = { much: 0.6, some: 0.3 } as const;

/**
 * Pairs of centres that may be two records of one thing. Two records of one source are two things, unless one has the name of
 * the other as its own second name. Pairs on which a steward decided are left out.
 * @param isWithinCity whether an area is smaller than a city.
 * @param areApart whether a decision keeps two codes apart.
 */
export function sameCentres(
  all: readonly Centre[],
  isWithinCity: (areaCode: string) => boolean,
  areApart: (a: string, b: string) => boolean = () => false,
): SameCentreProposal[] {
  const centres = all.filter(standsForItself);
  const places = centres.map((centre) => placeOf(centre, isWithinCity));
  const likenessOf = nameLikeness(centres);
  return pairsOf(centres, candidatePairs(places))
    .flatMap(({ pair: [i, j], isByOtherName }): SameCentreProposal[] => {
      const [a, b] = [centres[i]!, centres[j]!];
      if (isDecided(a, b) || areApart(a.code, b.code) || (!isByOtherName && shareSource(a, b))) return [];
      const { verdict, reasons, distanceMetres } = comparePlaces(places[i]!, places[j]!);
      const isNear = distanceMetres !== null && distanceMetres <= sameBuildingMetres;
      const isOneDoor = verdict === "SAME" || verdict === "LIKELY";
      if (!isByOtherName && !isNear && !isOneDoor && verdict === "OTHER") return [];
      const likeness = likenessOf(a, b);
      const kinds = [a, b].map(currentKindCode);
      const haveOneKind = kinds[0] !== null && kinds[0] === kinds[1];
      const areOfTwoKinds = !haveOneKind && !kinds.includes(null);
      const confidence = confidenceOf({
        likeness,
        isByOtherName,
        isHere: isNear || isOneDoor,
        areOfTwoKinds,
      });
      if (confidence === null) return [];
      const [preferred, other] = [a, b].sort(byStanding);
      return [
        {
          preferredCode: preferred!.code,
          otherCode: other!.code,
          reasons: [
            ...reasons,
            ...(isNear && !reasons.includes("POINTS_NEAR") ? (["POINTS_NEAR"] as const) : []),
            ...(isByOtherName ? (["ALTERNATE_NAME"] as const) : []),
            ...(likeness >= alike.some && !reasons.includes("SAME_NAME") ? (["SIMILAR_NAME"] as const) : []),
            ...(haveOneKind ? (["SAME_KIND"] as const) : []),
          ],
          distanceMetres,
          nameLikeness: likeness,
          confidence,
        },
      ];
    })
    .sort(byConfidence);
}

interface Evidence {
  readonly likeness: number;
  readonly isByOtherName: boolean;
  /** At one door, or with points of one building. */
  readonly isHere: boolean;
  readonly areOfTwoKinds: boolean;
}

/** `null` for two things under one roof. Two kinds make one thing less likely: an office and a library share buildings. */
function confidenceOf({ likeness, isByOtherName, isHere, areOfTwoKinds }: Evidence): SameConfidence | null {
  if (isByOtherName) return isHere ? "HIGH" : "MEDIUM";
  const rank =
    (isHere && likeness >= alike.much ? 0 : likeness >= alike.some ? 1 : 2) + (areOfTwoKinds ? 1 : 0);
  return sameConfidences[rank] ?? null;
}

interface FoundPair {
  readonly pair: readonly [number, number];
  /** One of them has the name of the other as its second name. */
  readonly isByOtherName: boolean;
}

function pairsOf(centres: readonly Centre[], near: readonly (readonly [number, number])[]): FoundPair[] {
  const named = new Map<string, number[]>();
  for (const [i, { name }] of centres.entries()) {
    const key = foldedName(name);
    named.set(key, [...(named.get(key) ?? []), i]);
  }
  const found = new Map<string, FoundPair>();
  for (const pair of near) found.set(pair.join(" "), { pair, isByOtherName: false });
  for (const [i, { alternateName }] of centres.entries())
    for (const j of alternateName === null ? [] : (named.get(foldedName(alternateName)) ?? []))
      if (i !== j) {
        const pair = [Math.min(i, j), Math.max(i, j)] as const;
        found.set(pair.join(" "), { pair, isByOtherName: true });
      }
  return [...found.values()];
}

const isDecided = (a: Centre, b: Centre): boolean =>
  (a.distinctFromCodes ?? []).includes(b.code) || (b.distinctFromCodes ?? []).includes(a.code);

const shareSource = (a: Centre, b: Centre): boolean =>
  a.sourceCodes.some((code) => code !== editorsSourceCode && b.sourceCodes.includes(code));

/** When a source last spoke of it, as far as anybody knows. */
const lastKnown = ({ lastVerified, kindHistory }: Centre): string => {
  const said = lastVerified ?? kindHistory.at(-1)?.assertedOn ?? null;
  return said === null ? "" : lastDay(said);
};

/** In operation before unknown before planned or closed; with a point; of the newest source. */
function byStanding(a: Centre, b: Centre): number {
  const rank = (centre: Centre): number => ["ACTIVE", "UNKNOWN"].indexOf(statusOf(centre)) >>> 0;
  return (
    rank(a) - rank(b) ||
    Number(a.position === null) - Number(b.position === null) ||
    byText(lastKnown(b), lastKnown(a)) ||
    byText(a.code, b.code)
  );
}

function byConfidence(a: SameCentreProposal, b: SameCentreProposal): number {
  const rank = ({ confidence }: SameCentreProposal): number => sameConfidences.indexOf(confidence);
  return (
    rank(a) - rank(b) ||
    b.nameLikeness - a.nameLikeness ||
    (a.distanceMetres ?? Number.POSITIVE_INFINITY) - (b.distanceMetres ?? Number.POSITIVE_INFINITY) ||
    byText(a.preferredCode, b.preferredCode) ||
    byText(a.otherCode, b.otherCode)
  );
}
