import { Float } from "type-graphql";
import type { Action, ActionKind, ActionProgress, ActionStatus } from "../../domain/strategy/action";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const ActionKindEnum = enumType<ActionKind>("ActionKind", "What sort of action it is.", {
  GOVERNANCE: "Steering, participation, co-design.",
  IMMATERIAL: "Services, training, software.",
  MATERIAL: "Works and equipment.",
  TECHNICAL_ASSISTANCE: "Help to carry the strategy out: management, monitoring, evaluation.",
});

const ActionStatusEnum = enumType<ActionStatus>("ActionStatus", "Where an action stands.", {
  CANCELLED: "It will not be done.",
  COMPLETED: "It is done.",
  ONGOING: "It is being done.",
  PLANNED: "It has not begun.",
  SUSPENDED: "It is halted for the time being.",
});

@Output("ActionProgress", "How far an action has come, and by whose word.")
export class ActionProgressType implements Omit<ActionProgress, "sourceCode"> {
  @NonNull(() => Float, "Physical progress, 0 to 100 percent.")
  percent!: number;

  @NonNull(() => PartialDateScalar, "The date that it speaks of.")
  asOf!: string;
}

@Output("Action", "Something that a strategy does: works, services, training, governance.", NodeType)
export class ActionType
  extends NodeType
  implements
    Omit<
      Action,
      "strategyCode" | "leadOrganizationCode" | "partnerCodes" | "centreCodes" | "areaCodes" | "sourceCodes"
    >
{
  @NonNull(() => String, "Stable key of this hub; no source numbers the actions.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => ActionKindEnum, "What sort of action it is.")
  kind!: ActionKind;

  @Nullable(() => ActionStatusEnum, "Where it stands; null where no source says.")
  status!: ActionStatus | null;

  @Nullable(() => LocalizedTextType, "What is done.")
  description!: LocalizedTextType | null;

  @NonNull(
    () => [String],
    "Project codes (CUP) in the Italian register of public investment; empty where none is known.",
  )
  cups!: string[];

  @Nullable(() => ActionProgressType, "How far it has come; null where no source says.")
  progress!: (ActionProgressType & ActionProgress) | null;
}

export const ActionConnectionType = connectionType("Action", () => ActionType, "actions");

export const toAction = linkTo(() => ActionType, "action");
