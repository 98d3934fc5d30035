import { distanceMetres } from "../../domain/geo/distance";
import { matchingOrigin } from "../../domain/kit/source-ref";
import { type MatchReason, matchMetres } from "../../domain/matching/compare-places";
import type { Proposal } from "../../domain/matching/match-places";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { LocatedRun } from "../../projections/locate-centres";
import type { Table } from "../../storage/engine/table";
import type { LineProblem } from "../kit/problem";
import { shownPoint } from "../mapping/row-position";
import { type IssueOrigin, saveIssues, withIssueCodes } from "../report/quality-issues";

/**
 * Issues that result from several files together: no dataset is their source, and no organisation is responsible for
 * all.
 */
const origin: IssueOrigin = { ref: { code: matchingOrigin }, organizationCode: null };

/**
 * Writes the issues about the locations of all centres, from any source: for the refresh after an import.
 * @returns how many issues were written.
 */
export const placeIssues =
  (table: Table, now: string, onProgress: (message: string) => void = () => undefined) =>
  async ({ centres: compared, locations, proposals }: LocatedRun): Promise<number> => {
    const centres = new Map(compared.map((centre) => [centre.code, centre]));
    const found = [
      ...locations.flatMap((location) => pointProblems(location, centres)),
      ...proposals.flatMap((proposal) => proposed(proposal, centres)),
    ];
    const issues = await saveIssues(table, origin, withIssueCodes(origin, found), { now, complete: true });
    onProgress(
      `places: ${compared.length} centres at ${locations.length} locations, ${proposals.length} proposed`,
    );
    return issues.new + issues.changed + issues.resolved;
  };

/** Records of a place without a point, or with a distant one, while another record has the point of the place. */
function pointProblems(
  { centreCodes, position, positionCentreCode, positionReason }: Location,
  centres: ReadonlyMap<string, Centre>,
): LineProblem[] {
  const source = centres.get(positionCentreCode ?? "");
  if (position === null || source === undefined) return [];
  return centreCodes.flatMap((code): LineProblem[] => {
    const centre = centres.get(code);
    if (centre === undefined) return [];
    if (centre.position === null)
      return [
        {
          ...about(centre, null),
          rule: "POINT_PROPOSED",
          severity: "NOTICE",
          message: `${shownName(centre)} has no point. ${shownName(source)} is at the same place and has one: ${shownPoint(position)}. It is proposed; nothing is filled in here, the location shows it.`,
        },
      ];
    const distance = distanceMetres(centre.position, position);
    if (distance <= matchMetres.oneAddress) return [];
    return [
      {
        ...about(centre, shownPoint(centre.position)),
        rule: "POINTS_DISAGREE",
        severity: "WARNING",
        message: `The point of ${shownName(centre)} is ${Math.round(distance)} m from that of ${shownName(source)}, at the same place: ${shownPoint(position)}. ${positionReason === "IN_DECLARED_AREA" ? proposedByArea : undecided} Nothing is repaired: correct the point or the address.`,
      },
    ];
  });
}

const undecided = "Nothing tells which of the two is right.";
const proposedByArea = "That point is proposed, because it lies in the area that the records declare.";

/** Reported for both records of a pair, so that it is found from either. */
function proposed(
  { codes, reasons, distanceMetres: metres }: Proposal,
  centres: ReadonlyMap<string, Centre>,
): LineProblem[] {
  const [a, b] = codes.map((code) => centres.get(code));
  if (a === undefined || b === undefined) return [];
  const why = reasons.flatMap((reason) => words[reason] ?? []);
  const far = metres === null ? "of one there is no point" : `${Math.round(metres)} m apart`;
  return [[a, b] as const, [b, a] as const].map(([centre, other]) => ({
    ...about(centre, other.code),
    rule: "POSSIBLE_SAME_PLACE",
    severity: "NOTICE",
    message: `${shownName(centre)} may be at the same place as ${shownName(other)}: ${[...why, far].join(", ")}. They are kept apart. If they are one place, write one address; if not, nothing is to be done.`,
  }));
}

/** In metres. */
const words: Partial<Record<MatchReason, string>> = {
  OTHER_POSTAL_CODE: "but another postal code",
  SAME_ADDRESS: "the same address",
  SAME_AREA: "the same area",
  SAME_NAME: "the same name",
  SAME_STREET: "the same street with a number beside or within the other",
  SIMILAR_ADDRESS: "the same number of a street of which one tells less",
};

const about = ({ code }: Centre, value: string | null) => ({
  line: null,
  column: null,
  value,
  about: { type: "Centre", code },
});

const shownName = ({ address, code, name }: Centre): string =>
  `${[name, ...(address === null ? [] : [address.streetAddress])].join(", ")} (${code})`;
