import { Float } from "type-graphql";
import type { Action, ActionKind, ActionProgress, ActionStatus } from "../../domain/strategy/action";
import { CitationType } from "../kit/citation.type";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { CertaintyEnum } from "../kit/standing.fields";
import { interventionFields } from "./intervention-field.type";

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
  PLANNED: "Planned or proposed, not yet started.",
  SUSPENDED: "Suspended for the time being.",
});

export const ActionProgressType = output<ActionProgress, "sourceCode">(
  "ActionProgress",
  "Physical progress of an action, with date and source.",
  {
    percent: nonNull(() => Float, "Physical progress in percent, 0 to 100."),
    on: nonNull(() => PartialDateScalar, "Date to which the progress refers."),
  },
);

export const ActionType = node<
  Action,
  "strategyCode" | "leadOrganizationCode" | "partnerCodes" | "centreCodes" | "areaCodes" | "sourceCodes"
>("Action", "A planned measure of a strategy: works, services, training or governance.", {
  code: nonNull(() => String, "Stable key of this hub. Sources do not number the actions."),
  name: nonNull(() => LocalizedTextType, "Name."),
  kind: nonNull(() => ActionKindEnum, "Kind of action."),
  status: nullable(() => ActionStatusEnum, "Status of the action; null if no source states it."),
  statusDate: nullable(
    () => PartialDateScalar,
    "Date since when it has this status, for example that of a proposal; null if no source states it.",
  ),
  certainty: nullable(() => CertaintyEnum, "Certainty of the facts; null if nobody assessed it."),
  description: nullable(() => LocalizedTextType, "Description of the action."),
  cups: nonNull(
    () => [String],
    "Project codes (CUP) in the Italian register of public investment; empty if none is known.",
  ),
  progress: nullable(() => ActionProgressType, "Physical progress; null if no source states it."),
  interventionFields,
  citations: nonNull(() => [CitationType], "Pages that state the facts, beside the sources of whole files."),
});

export const ActionConnectionType = connectionType("Action", () => ActionType, "actions");

export const toAction = linkTo(() => ActionType, "action");
