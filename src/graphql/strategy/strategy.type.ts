import { Field, ObjectType } from "type-graphql";
import type {
  GovernanceFunction,
  GovernanceRole,
  Strategy,
  TargetArea,
} from "../../domain/strategy/strategy";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const GovernanceFunctionEnum = enumType<GovernanceFunction>(
  "GovernanceFunction",
  "What a body does in a strategy.",
  {
    COORDINATION: "It coordinates the strategy.",
    INVOLVED_UNIT: "It carries actions of the strategy.",
    MANAGING_AUTHORITY: "It manages the programme that pays for the strategy.",
    OPERATIONAL_GROUP: "It keeps the actions of all units together.",
    OWNER: "It owns the strategy.",
    SCIENTIFIC_SUPPORT: "It gives scientific support.",
  },
);

@ObjectType("GovernanceRole", {
  description: "Who does what in the governance of a strategy.",
  simpleResolvers: true,
})
export class GovernanceRoleType implements Omit<GovernanceRole, "organizationCode" | "sourceCodes"> {
  @Field(() => GovernanceFunctionEnum, { description: "What it does." })
  function!: GovernanceFunction;

  @Field(() => LocalizedTextType, { nullable: true, description: "The role in words." })
  description!: LocalizedTextType | null;
}

@ObjectType("TargetArea", { description: "An area that a strategy is aimed at.", simpleResolvers: true })
export class TargetAreaType implements Omit<TargetArea, "areaCode"> {
  @Field(() => String, { description: "The name that the strategy uses." })
  name!: string;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "How the name and the statistical area relate.",
  })
  note!: LocalizedTextType | null;
}

@ObjectType("Strategy", {
  description:
    "A sustainable urban development strategy: what a city sets out to do, where, with whose money.",
  implements: NodeType,
  simpleResolvers: true,
})
export class StrategyType
  extends NodeType
  implements Omit<Strategy, "governance" | "targetAreas" | "budgetVersions" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key, for example mi-over-net." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "Name." })
  name!: LocalizedTextType;

  @Field(() => LocalizedTextType, { description: "What it sets out to do." })
  description!: LocalizedTextType;

  @Field(() => [LocalizedTextType], { description: "Keywords of its own." })
  keywords!: LocalizedTextType[];

  @Field(() => String, { description: "The EU programme that it belongs to." })
  programme!: string;

  @Field(() => [String], { description: "EU specific objectives, for example RSO5.1." })
  specificObjectives!: string[];

  @Field(() => PartialDateScalar, { description: "When it begins." })
  periodFrom!: string;

  @Field(() => PartialDateScalar, { description: "When it ends." })
  periodTo!: string;

  @Field(() => [TargetAreaType], { description: "The areas that it is aimed at." })
  targetAreas!: (TargetAreaType & TargetArea)[];

  @Field(() => LocalizedTextType, { nullable: true, description: "The people that it is aimed at." })
  targetPopulation!: LocalizedTextType | null;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "How residents and stakeholders take part.",
  })
  engagement!: LocalizedTextType | null;

  @Field(() => [GovernanceRoleType], { description: "Who does what." })
  governance!: (GovernanceRoleType & GovernanceRole)[];
}

export const StrategyConnectionType = connectionType("Strategy", () => StrategyType, "strategies");
