import type {
  GovernanceFunction,
  GovernanceRole,
  Strategy,
  TargetArea,
} from "../../domain/strategy/strategy";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
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

@Output("GovernanceRole", "Who does what in the governance of a strategy.")
export class GovernanceRoleType implements Omit<GovernanceRole, "organizationCode" | "sourceCodes"> {
  @NonNull(() => GovernanceFunctionEnum, "What it does.")
  function!: GovernanceFunction;

  @Nullable(() => LocalizedTextType, "The role in words.")
  description!: LocalizedTextType | null;
}

@Output("TargetArea", "An area that a strategy is aimed at.")
export class TargetAreaType implements Omit<TargetArea, "areaCode"> {
  @NonNull(() => String, "The name that the strategy uses.")
  name!: string;

  @Nullable(() => LocalizedTextType, "How the name and the statistical area relate.")
  note!: LocalizedTextType | null;
}

@Output(
  "Strategy",
  "A sustainable urban development strategy: what a city sets out to do, where, with whose money.",
  NodeType,
)
export class StrategyType
  extends NodeType
  implements Omit<Strategy, "governance" | "targetAreas" | "budgetVersions" | "sourceCodes">
{
  @NonNull(() => String, "Stable key, for example mi-over-net.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => LocalizedTextType, "What it sets out to do.")
  description!: LocalizedTextType;

  @NonNull(() => [LocalizedTextType], "Keywords of its own.")
  keywords!: LocalizedTextType[];

  @NonNull(() => String, "The EU programme that it belongs to.")
  programme!: string;

  @NonNull(() => [String], "EU specific objectives, for example RSO5.1.")
  specificObjectives!: string[];

  @NonNull(() => PartialDateScalar, "When it begins.")
  periodFrom!: string;

  @NonNull(() => PartialDateScalar, "When it ends.")
  periodTo!: string;

  @NonNull(() => [TargetAreaType], "The areas that it is aimed at.")
  targetAreas!: (TargetAreaType & TargetArea)[];

  @Nullable(() => LocalizedTextType, "The people that it is aimed at.")
  targetPopulation!: LocalizedTextType | null;

  @Nullable(() => LocalizedTextType, "How residents and stakeholders take part.")
  engagement!: LocalizedTextType | null;

  @NonNull(() => [GovernanceRoleType], "Who does what.")
  governance!: (GovernanceRoleType & GovernanceRole)[];
}

export const StrategyConnectionType = connectionType("Strategy", () => StrategyType, "strategies");

export const toStrategy = linkTo(() => StrategyType, "strategy");
