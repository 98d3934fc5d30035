import type { LocalizedText } from "../../domain/kit/localized-text";
import type { FieldConflict } from "../../domain/kit/three-way-merge";
import { enumType } from "./enum-type";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, nullable, output } from "./output";
import { JSONScalar } from "./scalars";

/** The error codes of the hub that a change can have and the caller can correct. */
const userErrors = {
  ALREADY_EXISTS: "A record with this code exists or was retired.",
  BAD_USER_INPUT: "The field does not accept this value.",
  FORBIDDEN: "The key or token of the caller does not permit this.",
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
  "Code of an error that the caller can correct.",
  userErrors,
);

export interface UserError {
  readonly code: UserErrorCode;
  readonly field: readonly string[];
  readonly message: LocalizedText;
  readonly hint: LocalizedText;
  readonly conflicts: readonly FieldConflict[];
}

const FieldConflictType = output<FieldConflict>(
  "FieldConflict",
  "Field that somebody else changed after the client read the record, in another way.",
  {
    field: nonNull(() => String, "Name of the field in `fields` of the input."),
    base: nullable(() => JSONScalar, "Value in the version that the client read; null for no value."),
    theirs: nullable(() => JSONScalar, "Stored value; null for no value."),
    yours: nullable(() => JSONScalar, "Value that the client wants; null for no value."),
  },
);

const UserErrorType = output<UserError>(
  "UserError",
  "Reason for a rejected change, with a remedy. After any error, nothing was changed.",
  {
    code: nonNull(() => UserErrorCodeEnum, "Error code."),
    field: nonNull(
      () => [String],
      'Path of the wrong value, for example ["input", "fields", "phones", "0", "number"]. It is ["input"] for the change as a whole.',
    ),
    message: nonNull(() => LocalizedTextType, "Description of the problem."),
    hint: nonNull(() => LocalizedTextType, "Remedy."),
    conflicts: nonNull(
      () => [FieldConflictType],
      "Of VERSION_CONFLICT: the fields that both changed, with their values as in the history. Empty for other errors, and if the version that the client read is not kept.",
    ),
  },
);

/** The field of every payload that says why nothing was changed. */
export const userErrorsField = nonNull(
  () => [UserErrorType],
  "Reasons why nothing was changed; empty after a successful change.",
);
