import { Field, Float, ObjectType } from "type-graphql";
import type { Action, ActionKind, ActionProgress, ActionStatus } from "../../domain/strategy/action";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
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

@ObjectType("ActionProgress", {
  description: "How far an action has come, and by whose word.",
  simpleResolvers: true,
})
export class ActionProgressType implements Omit<ActionProgress, "sourceCode"> {
  @Field(() => Float, { description: "Physical progress, 0 to 100 percent." })
  percent!: number;

  @Field(() => PartialDateScalar, { description: "The date that it speaks of." })
  asOf!: string;
}

@ObjectType("Action", {
  description: "Something that a strategy does: works, services, training, governance.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ActionType
  extends NodeType
  implements
    Omit<
      Action,
      "strategyCode" | "leadOrganizationCode" | "partnerCodes" | "centreCodes" | "areaCodes" | "sourceCodes"
    >
{
  @Field(() => String, { description: "Stable key of this hub; no source numbers the actions." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "Name." })
  name!: LocalizedTextType;

  @Field(() => ActionKindEnum, { description: "What sort of action it is." })
  kind!: ActionKind;

  @Field(() => ActionStatusEnum, {
    nullable: true,
    description: "Where it stands; null where no source says.",
  })
  status!: ActionStatus | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "What is done." })
  description!: LocalizedTextType | null;

  @Field(() => [String], {
    description:
      "Project codes (CUP) in the Italian register of public investment; empty where none is known.",
  })
  cups!: string[];

  @Field(() => ActionProgressType, {
    nullable: true,
    description: "How far it has come; null where no source says.",
  })
  progress!: (ActionProgressType & ActionProgress) | null;
}

export const ActionConnectionType = connectionType("Action", () => ActionType, "actions");
