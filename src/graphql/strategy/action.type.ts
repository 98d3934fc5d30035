import { Float } from "type-graphql";
import type { Action, ActionKind, ActionProgress, ActionStatus } from "../../domain/strategy/action";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const ActionKindEnum = enumType<ActionKind>("ActionKind", "Kind of action.", {
  GOVERNANCE: "Steering, participation, co-design.",
  IMMATERIAL: "Services, training, software.",
  MATERIAL: "Works and equipment.",
  TECHNICAL_ASSISTANCE: "Support for carrying out the strategy: management, monitoring, evaluation.",
});

const ActionStatusEnum = enumType<ActionStatus>("ActionStatus", "Status of an action.", {
  CANCELLED: "Cancelled.",
  COMPLETED: "Completed.",
  ONGOING: "In progress.",
  PLANNED: "Planned, not yet started.",
  SUSPENDED: "Suspended for the time being.",
});

@Output("ActionProgress", "Physical progress of an action, with date and source.")
export class ActionProgressType implements Omit<ActionProgress, "sourceCode"> {
  @NonNull(() => Float, "Physical progress in percent, 0 to 100.")
  percent!: number;

  @NonNull(() => PartialDateScalar, "Date to which the progress refers.")
  asOf!: string;
}

@Output("Action", "A planned measure of a strategy: works, services, training or governance.", NodeType)
export class ActionType
  extends NodeType
  implements
    Omit<
      Action,
      "strategyCode" | "leadOrganizationCode" | "partnerCodes" | "centreCodes" | "areaCodes" | "sourceCodes"
    >
{
  @NonNull(() => String, "Stable key of this hub. Sources do not number the actions.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => ActionKindEnum, "Kind of action.")
  kind!: ActionKind;

  @Nullable(() => ActionStatusEnum, "Status of the action; null if no source states it.")
  status!: ActionStatus | null;

  @Nullable(() => LocalizedTextType, "Description of the action.")
  description!: LocalizedTextType | null;

  @NonNull(
    () => [String],
    "Project codes (CUP) in the Italian register of public investment; empty if none is known.",
  )
  cups!: string[];

  @Nullable(() => ActionProgressType, "Physical progress; null if no source states it.")
  progress!: (ActionProgressType & ActionProgress) | null;
}

export const ActionConnectionType = connectionType("Action", () => ActionType, "actions");

export const toAction = linkTo(() => ActionType, "action");
