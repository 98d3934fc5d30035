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
  "Function of an organisation in a strategy.",
  {
    COORDINATION: "Coordinates the strategy.",
    INVOLVED_UNIT: "Carries out actions of the strategy.",
    MANAGING_AUTHORITY: "Manages the programme that funds the strategy.",
    OPERATIONAL_GROUP: "Ensures that the actions of all units fit together.",
    OWNER: "Owns the strategy.",
    SCIENTIFIC_SUPPORT: "Gives scientific support.",
  },
);

@Output("GovernanceRole", "Role of an organisation in the governance of a strategy.")
export class GovernanceRoleType implements Omit<GovernanceRole, "organizationCode" | "sourceCodes"> {
  @NonNull(() => GovernanceFunctionEnum, "Function of the organisation.")
  function!: GovernanceFunction;

  @Nullable(() => LocalizedTextType, "Description of the role.")
  description!: LocalizedTextType | null;
}

@Output("TargetArea", "Target area of a strategy.")
export class TargetAreaType implements Omit<TargetArea, "areaCode"> {
  @NonNull(() => String, "Name in the strategy.")
  name!: string;

  @Nullable(() => LocalizedTextType, "Relation between the name and the statistical area.")
  note!: LocalizedTextType | null;
}

@Output(
  "Strategy",
  "Sustainable urban development strategy of a city: objectives, areas, actions and budget.",
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

  @NonNull(() => LocalizedTextType, "Description of the objectives.")
  description!: LocalizedTextType;

  @NonNull(() => [LocalizedTextType], "Keywords of the strategy.")
  keywords!: LocalizedTextType[];

  @NonNull(() => String, "EU programme of the strategy.")
  programme!: string;

  @NonNull(() => [String], "EU specific objectives, for example RSO5.1.")
  specificObjectives!: string[];

  @NonNull(() => PartialDateScalar, "Start of the strategy.")
  periodFrom!: string;

  @NonNull(() => PartialDateScalar, "End of the strategy.")
  periodTo!: string;

  @NonNull(() => [TargetAreaType], "Target areas.")
  targetAreas!: (TargetAreaType & TargetArea)[];

  @Nullable(() => LocalizedTextType, "Target population.")
  targetPopulation!: LocalizedTextType | null;

  @Nullable(() => LocalizedTextType, "Description of the participation of residents and stakeholders.")
  engagement!: LocalizedTextType | null;

  @NonNull(() => [GovernanceRoleType], "Governance roles of organisations.")
  governance!: (GovernanceRoleType & GovernanceRole)[];
}

export const StrategyConnectionType = connectionType("Strategy", () => StrategyType, "strategies");

export const toStrategy = linkTo(() => StrategyType, "strategy");
