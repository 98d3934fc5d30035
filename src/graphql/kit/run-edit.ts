import { InvalidRecordError } from "../../domain/kit/check";
import { HubError } from "../../domain/kit/errors";
import type { Edited, EditOptions } from "../../editing";
import type { Context } from "./context";
import { isUserErrorCode, type UserError, type UserErrorCode } from "./user-error.type";

type GivenEdit = Partial<Readonly<Record<"reason" | "requestKey", string | null>>> | null | undefined;

/** Result of a change: the record, or the errors that prevented it. */
export interface EditResult {
  readonly record: object | null;
  readonly version: number | null;
  readonly userErrors: readonly UserError[];
}

/**
 * Executes a change of an editor. Errors that the editor can correct are returned as user errors; others are thrown.
 * @param inputName name of the input field for a field of the record.
 * @throws HubError UNAUTHENTICATED without the key of an editor.
 */
export async function runEdit(
  context: Context,
  input: GivenEdit,
  edit: (options: EditOptions) => Promise<Edited>,
  inputName: (field: string) => string = (field) => field,
): Promise<EditResult> {
  const { editor, receivedAt: now } = context;
  if (editor === null) throw new HubError("UNAUTHENTICATED", "noKey", null, { where: "authorization" });
  try {
    const { record, version } = await edit({ editor, now, ...checked(input) });
    // Records that this request loaded before the change are outdated.
    for (const loader of Object.values(context.loaders)) loader.clearAll();
    return { record, version, userErrors: [] };
  } catch (error) {
    const userErrors = userErrorsOf(error, inputName);
    if (userErrors.length === 0) throw error;
    return { record: null, version: null, userErrors };
  }
}

function checked(input: GivenEdit): Pick<EditOptions, "reason" | "requestKey"> {
  const { reason = null, requestKey = null } = input ?? {};
  if (reason !== null && reason.length > 500)
    throw new HubError(
      "BAD_USER_INPUT",
      "reasonTooLong",
      { length: reason.length, most: 500 },
      { where: "edit.reason" },
    );
  if (requestKey !== null && !/^[\w.:-]{8,100}$/.test(requestKey))
    throw new HubError("BAD_USER_INPUT", "requestKey", null, { where: "edit.requestKey" });
  return { reason, requestKey };
}

function userErrorsOf(error: unknown, inputName: (field: string) => string): UserError[] {
  if (error instanceof InvalidRecordError) {
    return error.problems.map(({ field, value, rule, ruleIt }) => {
      const values = { field: inputName(field), value: JSON.stringify(value) ?? `${value}`, rule, ruleIt };
      return userErrorOf(new HubError("INVALID_RECORD", "field", values), "INVALID_RECORD", values.field);
    });
  }
  if (!(error instanceof HubError) || !isUserErrorCode(error.code)) return [];
  return [userErrorOf(error, error.code, error.where && inputName(error.where))];
}

const userErrorOf = (
  { message, messageIt, hint, hintIt }: HubError,
  code: UserErrorCode,
  field: string | null,
): UserError => ({
  code,
  field,
  message: message.slice(0, 500),
  messageIt: messageIt.slice(0, 500),
  hint,
  hintIt,
});
