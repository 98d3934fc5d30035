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

const ActionPartEnum = enumType<ActionPart>("ActionPart", "What an organisation does in an action.", {
  LEAD: "It leads the action.",
  PARTNER: "It takes part in the action.",
});

@Output("CoverageCell", "One partner, one area, one action.")
export class CoverageCellType
  implements Omit<CoverageCell, "organizationCode" | "areaCode" | "actionCode" | "partnershipCodes">
{
  @Nullable(
    () => ActionPartEnum,
    "Its part in the action, where a source names the area for that action. Null is a zero cell: no source says that it covers it, which is not proof that it does not.",
  )
  part!: ActionPart | null;
}

@Output("CoverageGap", "An area and an action for which no source names any partner.")
export class CoverageGapType implements Omit<CoverageGap, "areaCode" | "actionCode"> {
  @NonNull(() => String, "Code of the action.")
  actionCode!: string;

  @NonNull(() => String, "Code of the area.")
  areaCode!: string;
}

@Output(
  "CoverageMatrix",
  "Which partner covers which area and which action, with the cells that nobody covers.",
)
export class CoverageMatrixType implements Omit<CoverageMatrix, "cells" | "gaps"> {
  @NonNull(
    () => [OrganizationType],
    "First side: members of the partnerships, leads and partners of the actions, by code.",
  )
  organizations!: OrganizationType[];

  @NonNull(() => [AreaType], "Second side: areas of the strategy, its partnerships and its actions, by code.")
  areas!: AreaType[];

  @NonNull(() => [ActionType], "Third side: the actions, by code.")
  actions!: ActionType[];

  @NonNull(
    () => [CoverageCellType],
    "Every combination once: by partner, then area, then action. Their number is the product of the sides.",
  )
  cells!: (CoverageCellType & CoverageCell)[];

  @NonNull(() => Int, "How many cells there are.")
  cellCount!: number;

  @NonNull(() => Int, "How many of them nobody is named for.")
  zeroCells!: number;

  @NonNull(
    () => [CoverageGapType],
    "Areas and actions without any partner: where, by the sources, nobody is.",
  )
  gaps!: CoverageGapType[];
}
