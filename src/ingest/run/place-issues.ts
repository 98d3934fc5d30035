import { distanceMetres } from "../../domain/geo/distance";
import { pointText } from "../../domain/geo/point";
import { matchingOrigin } from "../../domain/kit/source-ref";
import { matchMetres } from "../../domain/matching/compare-places";
import type { Proposal } from "../../domain/matching/match-places";
import { areKeptApart } from "../../domain/matching/same-centre-decision";
import { type SameCentreProposal, sameCentres } from "../../domain/matching/same-centres";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Severity } from "../../domain/quality/quality-rule";
import type { LocatedRun } from "../../projections/projection";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { type Finding, finding, type LineProblem, problem } from "../kit/problem";
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
  async ({ centres: compared, isWithinCity, locations, proposals }: LocatedRun): Promise<number> => {
    const areApart = areKeptApart(await tableRepositories(table).sameCentreDecisions.all());
    const centres = new Map(compared.map((centre) => [centre.code, centre]));
    const found = [
      ...locations.flatMap((location) => pointProblems(location, centres)),
      ...proposals.flatMap((proposal) => proposed(proposal, centres)),
      ...sameCentres(compared, isWithinCity, areApart).flatMap((proposal) => same(proposal, centres)),
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
    const values = { centre: shownName(centre), giver: shownName(source), point: pointText(position) };
    if (centre.position === null)
      return [ofCentre(centre, "NOTICE", finding("POINT_PROPOSED", "ofSamePlace", values), null)];
    const distance = distanceMetres(centre.position, position);
    if (distance <= matchMetres.oneAddress) return [];
    const isInDeclaredArea = positionReason === "IN_DECLARED_AREA";
    const found = finding("POINTS_DISAGREE", "farApart", {
      ...values,
      distance: Math.round(distance),
      isInDeclaredArea,
    });
    return [ofCentre(centre, "WARNING", found, pointText(centre.position))];
  });
}

/** Both records of a pair have an issue, so that the reader of either finds it. */
function proposed(
  { codes, reasons, distanceMetres: metres }: Proposal,
  centres: ReadonlyMap<string, Centre>,
): LineProblem[] {
  const [a, b] = codes.map((code) => centres.get(code));
  if (a === undefined || b === undefined) return [];
  return [[a, b] as const, [b, a] as const].map(([centre, other]) => {
    const found = finding("POSSIBLE_SAME_PLACE", "pair", {
      centre: shownName(centre),
      other: shownName(other),
      reasons,
      metres: metres === null ? null : Math.round(metres),
    });
    return ofCentre(centre, "NOTICE", found, other.code);
  });
}

/** Only what is more than possible: both records have an issue. */
function same(
  { preferredCode, otherCode, confidence, distanceMetres: metres, nameLikeness }: SameCentreProposal,
  centres: ReadonlyMap<string, Centre>,
): LineProblem[] {
  const [a, b] = [preferredCode, otherCode].map((code) => centres.get(code));
  if (a === undefined || b === undefined || confidence === "LOW") return [];
  return [[a, b] as const, [b, a] as const].map(([centre, other]) => {
    const found = finding("POSSIBLE_SAME_CENTRE", "pair", {
      centre: shownName(centre),
      other: shownName(other),
      confidence,
      metres: metres === null ? null : Math.round(metres),
      likenessPercent: Math.round(nameLikeness * 100),
    });
    return ofCentre(centre, "NOTICE", found, other.code);
  });
}

const ofCentre = (
  { code }: Centre,
  severity: Severity,
  found: Finding,
  value: string | null,
): LineProblem => ({
  line: null,
  about: { type: "Centre", code },
  ...problem(severity, found, null, value),
});

const shownName = ({ address, code, name }: Centre): string =>
  `${[name, ...(address === null ? [] : [address.streetAddress])].join(", ")} (${code})`;
