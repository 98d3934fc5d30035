import { NonNull, Nullable, Output } from "./decorators";
import { enumType } from "./enum-type";

/** The errors that an editor can correct: of the closed list of the hub, those that an edit can meet. */
const userErrors = {
  ALREADY_EXISTS: "There is a record with this code already, or there was one that is retired.",
  BAD_USER_INPUT: "A value is not what the field takes.",
  INVALID_RECORD: "With this value the record could not be true.",
  LIMIT_EXCEEDED: "The change is larger than the hub takes at once.",
  REQUEST_KEY_REUSED: "The request key was used before for another change.",
  STILL_IN_USE: "Other records lead to this one.",
  UNKNOWN_CODE: "A code names nothing that is in the hub.",
  VERSION_CONFLICT: "Somebody changed the record since it was read.",
};
export type UserErrorCode = keyof typeof userErrors;

export const isUserErrorCode = (code: string): code is UserErrorCode => Object.hasOwn(userErrors, code);

const UserErrorCodeEnum = enumType<UserErrorCode>("UserErrorCode", "Why a change was not made.", userErrors);

@Output(
  "UserError",
  "Why a change was not made, and what to do about it. Where there is one, nothing was changed.",
)
export class UserErrorType {
  @NonNull(() => UserErrorCodeEnum, "What sort of error it is.")
  code!: UserErrorCode;

  @Nullable(() => String, "The argument or field that is wrong; null for the change as a whole.")
  field!: string | null;

  @NonNull(() => String, "What is wrong, in English.")
  message!: string;

  @NonNull(() => String, "The same in Italian.")
  messageIt!: string;

  @NonNull(() => String, "What to do about it.")
  hint!: string;

  @NonNull(() => String, "The hint in Italian.")
  hintIt!: string;
}
