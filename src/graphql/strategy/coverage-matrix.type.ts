import { Field, Int, ObjectType } from "type-graphql";
import type {
  ActionPart,
  CoverageCell,
  CoverageGap,
  CoverageMatrix,
} from "../../domain/strategy/coverage-matrix";
import { enumType } from "../kit/enum-type";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ActionType } from "./action.type";

const ActionPartEnum = enumType<ActionPart>("ActionPart", "What an organisation does in an action.", {
  LEAD: "It leads the action.",
  PARTNER: "It takes part in the action.",
});

@ObjectType("CoverageCell", { description: "One partner, one area, one action.", simpleResolvers: true })
export class CoverageCellType
  implements Omit<CoverageCell, "organizationCode" | "areaCode" | "actionCode" | "partnershipCodes">
{
  @Field(() => ActionPartEnum, {
    nullable: true,
    description:
      "Its part in the action, where a source names the area for that action. Null is a zero cell: no source says that it covers it, which is not proof that it does not.",
  })
  part!: ActionPart | null;
}

@ObjectType("CoverageGap", {
  description: "An area and an action for which no source names any partner.",
  simpleResolvers: true,
})
export class CoverageGapType implements Omit<CoverageGap, "areaCode" | "actionCode"> {
  @Field(() => String, { description: "Code of the action." })
  actionCode!: string;

  @Field(() => String, { description: "Code of the area." })
  areaCode!: string;
}

@ObjectType("CoverageMatrix", {
  description: "Which partner covers which area and which action, with the cells that nobody covers.",
  simpleResolvers: true,
})
export class CoverageMatrixType implements Omit<CoverageMatrix, "cells" | "gaps"> {
  @Field(() => [OrganizationType], {
    description: "First side: members of the partnerships, leads and partners of the actions, by code.",
  })
  organizations!: OrganizationType[];

  @Field(() => [AreaType], {
    description: "Second side: areas of the strategy, its partnerships and its actions, by code.",
  })
  areas!: AreaType[];

  @Field(() => [ActionType], { description: "Third side: the actions, by code." })
  actions!: ActionType[];

  @Field(() => [CoverageCellType], {
    description:
      "Every combination once: by partner, then area, then action. Their number is the product of the sides.",
  })
  cells!: (CoverageCellType & CoverageCell)[];

  @Field(() => Int, { description: "How many cells there are." })
  cellCount!: number;

  @Field(() => Int, { description: "How many of them nobody is named for." })
  zeroCells!: number;

  @Field(() => [CoverageGapType], {
    description: "Areas and actions without any partner: where, by the sources, nobody is.",
  })
  gaps!: CoverageGapType[];
}
