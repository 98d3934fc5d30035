import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { ActionPart, CoverageCell, CoverageGap } from "../../domain/strategy/coverage-matrix";
import type { SidedCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ActionType } from "./action.type";

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

export const CoverageMatrixType = output<SidedCoverageMatrix>(
  "CoverageMatrix",
  "Coverage of areas and actions by partners, including combinations without a named partner.",
  {
    organizations: nonNull(
      () => [OrganizationType],
      "First dimension: members of the partnerships, leads and partners of the actions, by code.",
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
    cellCount: nonNull(() => Int, "Number of cells."),
    zeroCells: nonNull(() => Int, "Number of cells without a stated role."),
    gaps: nonNull(
      () => [CoverageGapType],
      "Combinations of an area and an action without a named partner.",
      limits.coverageCells,
    ),
  },
);
