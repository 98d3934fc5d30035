import type { HubError } from "../../domain/kit/errors";
import { enumType } from "./enum-type";
import { nonNull, nullable, output } from "./output";

/** The error codes of the hub that a change can have and an editor can correct. */
const userErrors = {
  ALREADY_EXISTS: "A record with this code exists or was retired.",
  BAD_USER_INPUT: "The field does not accept this value.",
  INVALID_RECORD: "The record would be invalid with this value.",
  LIMIT_EXCEEDED: "The change exceeds a limit of the hub.",
  REQUEST_KEY_REUSED: "The request key was used for another change.",
  STILL_IN_USE: "Other records refer to this record.",
  UNKNOWN_CODE: "No record has this code.",
  VERSION_CONFLICT: "The record has changed since the client read it.",
};
export type UserErrorCode = keyof typeof userErrors;

export const isUserErrorCode = (code: string): code is UserErrorCode => Object.hasOwn(userErrors, code);

const UserErrorCodeEnum = enumType<UserErrorCode>(
  "UserErrorCode",
  "Code of an error that an editor can correct.",
  userErrors,
);

export interface UserError extends Pick<HubError, "hint" | "hintIt" | "message" | "messageIt"> {
  readonly code: UserErrorCode;
  readonly field: string | null;
}

export const UserErrorType = output<UserError>(
  "UserError",
  "Reason for a rejected change, with a remedy. After any error, nothing was changed.",
  {
    code: nonNull(() => UserErrorCodeEnum, "Error code."),
    field: nullable(() => String, "Wrong argument or field; null for the change as a whole."),
    message: nonNull(() => String, "Description of the problem in English."),
    messageIt: nonNull(() => String, "Description of the problem in Italian."),
    hint: nonNull(() => String, "Remedy."),
    hintIt: nonNull(() => String, "The hint in Italian."),
  },
);
