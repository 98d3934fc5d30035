import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type {
  ActionPart,
  CoverageCell,
  CoverageGap,
  CoverageMembership,
} from "../../domain/strategy/coverage-matrix";
import type { SidedCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ActionType } from "./action.type";
import { PartnershipMemberType } from "./partnership.type";

const ActionPartEnum = enumType<ActionPart>("ActionPart", "Role of an organisation in an action.", {
  LEAD: "Leads the action.",
  PARTNER: "Takes part in the action.",
});

export const CoverageCellType = output<
  CoverageCell,
  "organizationCode" | "areaCode" | "actionCode" | "partnershipCodes"
>("CoverageCell", "Combination of one partner, one area and one action.", {
  part: nullable(
    () => ActionPartEnum,
    "Role of the partner if a source names the area for this action. Null is a zero cell: no source states coverage, which does not prove that there is none.",
  ),
});

const CoverageGapType = output<CoverageGap>(
  "CoverageGap",
  "Combination of an area and an action without a named partner.",
  {
    actionCode: nonNull(() => String, "Code of the action."),
    areaCode: nonNull(() => String, "Code of the area."),
  },
);

export const CoverageMembershipType = output<
  CoverageMembership,
  "areaCode" | "namedAreaCode" | "partnershipCode"
>(
  "CoverageMembership",
  "Role of a partner in an area of the matrix, or in a larger area around it, with its dates. It covers no action.",
  {
    member: nonNull(() => PartnershipMemberType, "The partner and its role, with start and last known date."),
  },
);

export const CoverageMatrixType = output<SidedCoverageMatrix>(
  "CoverageMatrix",
  "Coverage of areas and actions by partners, including combinations without a named partner.",
  {
    organizations: nonNull(
      () => [OrganizationType],
      "First dimension, by code: members of the partnerships of the strategy, leads and partners of the actions. Members of other partnerships in the areas or around them are included, see memberships.",
      limits.coverageCells,
    ),
    areas: nonNull(
      () => [AreaType],
      "Second dimension: areas of the strategy, its partnerships and its actions, by code.",
      limits.coverageCells,
    ),
    actions: nonNull(() => [ActionType], "Third dimension: the actions, by code.", limits.coverageRecords),
    cells: nonNull(
      () => [CoverageCellType],
      "Every combination once: by partner, then area, then action. Their number is the product of the three dimensions.",
      limits.coverageCells,
    ),
    memberships: nonNull(
      () => [CoverageMembershipType],
      "Roles of the partners in the areas and in larger areas around them, by area. Ended roles are left out.",
      limits.coverageMemberships,
    ),
    coveredCells: nonNull(
      () => [CoverageCellType],
      "The cells in which a source states a role, in the same order.",
      limits.coverageCells,
    ),
    cellCount: nonNull(() => Int, "Number of cells."),
    zeroCells: nonNull(() => Int, "Number of cells without a stated role."),
    gaps: nonNull(
      () => [CoverageGapType],
      "Combinations of an area and an action without a named partner.",
      limits.coverageCells,
    ),
  },
);
