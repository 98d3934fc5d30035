import type { Area } from "../places/area";
import type { Organization } from "../places/organization";
import type { Action } from "./action";
import { areasOfMember, type Partnership, type PartnershipMember } from "./partnership";

/** The part of an organisation in an action. */
const actionParts = ["LEAD", "PARTNER"] as const;
export type ActionPart = (typeof actionParts)[number];

/** One organisation, one area, one action. */
export interface CoverageCell {
  readonly organizationCode: string;
  readonly areaCode: string;
  readonly actionCode: string;
  /** Its part in the action, if a source names the area for the action; `null` is a zero cell. */
  readonly part: ActionPart | null;
  /** Partnerships that bring it to the area, for any action. */
  readonly partnershipCodes: readonly string[];
}

/** A membership that brings an organisation to an area of the matrix. */
export interface CoverageMembership {
  /** The area of the matrix. */
  readonly areaCode: string;
  /** The area that a source names: this one, or a larger one around it, which alone proves nothing about this one. */
  readonly namedAreaCode: string;
  readonly partnershipCode: string;
  readonly member: PartnershipMember;
}

/** An area and an action without a named organisation. */
export interface CoverageGap {
  readonly areaCode: string;
  readonly actionCode: string;
}

/**
 * Organisations x areas x actions, every combination once. A cell is covered when a source names the organisation as lead or
 * partner of the action, and the area for the action. Membership in a partnership of the area is shown too, but alone covers
 * no action.
 */
export function coverageMatrix(
  partnerships: readonly Pick<Partnership, "code" | "members" | "areaCodes">[],
  actions: readonly Pick<Action, "code" | "leadOrganizationCode" | "partnerCodes" | "areaCodes">[],
  organizations: readonly Pick<Organization, "code">[],
  areas: readonly Pick<Area, "code">[],
) {
  const cells = organizations.flatMap(({ code: organizationCode }) =>
    areas.flatMap(({ code: areaCode }) => {
      const partnershipCodes = partnerships
        .filter((each) =>
          each.members.some(
            (member) =>
              member.organizationCode === organizationCode &&
              areasOfMember(each, member).includes(areaCode) &&
              member.presence !== "ENDED",
          ),
        )
        .map(({ code }) => code);
      return actions.map((action): CoverageCell => {
        const part = action.areaCodes.includes(areaCode) ? partOf(organizationCode, action) : null;
        return { organizationCode, areaCode, actionCode: action.code, part, partnershipCodes };
      });
    }),
  );
  const coveredCells = cells.filter(({ part }) => part !== null);
  const covered = new Set(coveredCells.map(pairOf));
  const pairs = areas.flatMap(({ code: areaCode }) =>
    actions.map(({ code }): CoverageGap => ({ areaCode, actionCode: code })),
  );
  return {
    /** By organisation, then area, then action. */
    cells,
    coveredCells,
    zeroCells: cells.length - coveredCells.length,
    gaps: pairs.filter((pair) => !covered.has(pairOf(pair))),
  };
}

const partOf = (
  organizationCode: string,
  { leadOrganizationCode, partnerCodes }: Pick<Action, "leadOrganizationCode" | "partnerCodes">,
): ActionPart | null =>
  leadOrganizationCode === organizationCode
    ? "LEAD"
    : partnerCodes.includes(organizationCode)
      ? "PARTNER"
      : null;

/** `#` is in no code. */
const pairOf = ({ areaCode, actionCode }: CoverageGap): string => `${areaCode}#${actionCode}`;

/**
 * The memberships in the areas and around them, by area: roles that have not ended, as far as is known.
 * @param around the larger areas of an area, such as its district and its city.
 */
export const coverageMemberships = (
  partnerships: readonly Partnership[],
  areaCodes: readonly string[],
  around: (areaCode: string) => readonly string[],
): CoverageMembership[] =>
  areaCodes.flatMap((areaCode) => {
    const near = [areaCode, ...around(areaCode)];
    return partnerships.flatMap((partnership) =>
      partnership.members
        .filter(({ presence }) => presence !== "ENDED")
        .flatMap((member) => {
          const named = areasOfMember(partnership, member);
          return near
            .filter((each) => named.includes(each))
            .map((namedAreaCode) => ({ areaCode, namedAreaCode, partnershipCode: partnership.code, member }));
        }),
    );
  });
