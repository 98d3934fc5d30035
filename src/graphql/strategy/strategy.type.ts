import type {
  GovernanceFunction,
  GovernanceRole,
  Strategy,
  TargetArea,
} from "../../domain/strategy/strategy";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node, sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { interventionFields } from "./intervention-field.type";

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

export const GovernanceRoleType = sourced<GovernanceRole, "organizationCode" | "sourceCodes">(
  "GovernanceRole",
  "Role of an organisation in the governance of a strategy.",
  {
    function: nonNull(() => GovernanceFunctionEnum, "Function of the organisation."),
    description: nullable(() => LocalizedTextType, "Description of the role."),
  },
);

export const TargetAreaType = output<TargetArea, "areaCode">("TargetArea", "Target area of a strategy.", {
  name: nonNull(() => String, "Name in the strategy."),
  note: nullable(() => LocalizedTextType, "Relation between the name and the statistical area."),
});

export const StrategyType = node<Strategy, "budgetVersions" | "sourceCodes">(
  "Strategy",
  "Sustainable urban development strategy of a city: objectives, areas, actions and budget.",
  {
    code: nonNull(() => String, "Stable key, for example mi-over-net."),
    name: nonNull(() => LocalizedTextType, "Name."),
    description: nonNull(() => LocalizedTextType, "Description of the objectives."),
    keywords: nonNull(() => [LocalizedTextType], "Keywords of the strategy."),
    programme: nonNull(() => String, "EU programme of the strategy."),
    specificObjectives: nonNull(() => [String], "EU specific objectives, for example RSO5.1."),
    periodFrom: nonNull(() => PartialDateScalar, "Start of the strategy."),
    periodTo: nonNull(() => PartialDateScalar, "End of the strategy."),
    targetAreas: nonNull(() => [TargetAreaType], "Target areas."),
    targetPopulation: nullable(() => LocalizedTextType, "Target population."),
    engagement: nullable(
      () => LocalizedTextType,
      "Description of the participation of residents and stakeholders.",
    ),
    governance: nonNull(() => [GovernanceRoleType], "Governance roles of organisations."),
    interventionFields,
  },
);

export const StrategyConnectionType = connectionType("Strategy", () => StrategyType, "strategies");

export const toStrategy = linkTo(() => StrategyType, "strategy");
