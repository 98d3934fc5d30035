import { Int } from "type-graphql";
import type {
  ActionPart,
  CoverageCell,
  CoverageGap,
  CoverageMatrix,
} from "../../domain/strategy/coverage-matrix";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ActionType } from "./action.type";

const ActionPartEnum = enumType<ActionPart>("ActionPart", "Role of an organisation in an action.", {
  LEAD: "Leads the action.",
  PARTNER: "Takes part in the action.",
});

@Output("CoverageCell", "Combination of one partner, one area and one action.")
export class CoverageCellType
  implements Omit<CoverageCell, "organizationCode" | "areaCode" | "actionCode" | "partnershipCodes">
{
  @Nullable(
    () => ActionPartEnum,
    "Role of the partner if a source names the area for this action. Null is a zero cell: no source states coverage, which does not prove that there is none.",
  )
  part!: ActionPart | null;
}

@Output("CoverageGap", "Combination of an area and an action without a named partner.")
export class CoverageGapType implements Omit<CoverageGap, "areaCode" | "actionCode"> {
  @NonNull(() => String, "Code of the action.")
  actionCode!: string;

  @NonNull(() => String, "Code of the area.")
  areaCode!: string;
}

@Output(
  "CoverageMatrix",
  "Coverage of areas and actions by partners, including combinations without a named partner.",
)
export class CoverageMatrixType implements Omit<CoverageMatrix, "cells" | "gaps"> {
  @NonNull(
    () => [OrganizationType],
    "First dimension: members of the partnerships, leads and partners of the actions, by code.",
  )
  organizations!: OrganizationType[];

  @NonNull(
    () => [AreaType],
    "Second dimension: areas of the strategy, its partnerships and its actions, by code.",
  )
  areas!: AreaType[];

  @NonNull(() => [ActionType], "Third dimension: the actions, by code.")
  actions!: ActionType[];

  @NonNull(
    () => [CoverageCellType],
    "Every combination once: by partner, then area, then action. Their number is the product of the three dimensions.",
  )
  cells!: (CoverageCellType & CoverageCell)[];

  @NonNull(() => Int, "Number of cells.")
  cellCount!: number;

  @NonNull(() => Int, "Number of cells without a stated role.")
  zeroCells!: number;

  @NonNull(() => [CoverageGapType], "Areas and actions without a named partner.")
  gaps!: CoverageGapType[];
}
