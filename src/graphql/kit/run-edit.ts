import { InvalidRecordError } from "../../domain/kit/check";
import { HubError } from "../../domain/kit/errors";
import type { Edited, EditOptions } from "../../editing";
import type { Context } from "./context";
import type { EditInput } from "./edit.input";
import { isUserErrorCode, type UserErrorType } from "./user-error.type";

/** What came of a change: a record, or the errors because of which nothing was changed. */
export interface EditResult {
  readonly record: object | null;
  readonly version: number | null;
  readonly userErrors: readonly UserErrorType[];
}

/**
 * Makes a change for an editor. What an editor can correct is answered as user errors, anything else is thrown.
 * @param inputName the name under which the editor gave a field of the record.
 * @throws HubError UNAUTHENTICATED where nobody has shown a key.
 */
export async function runEdit(
  context: Context,
  input: EditInput | null | undefined,
  edit: (options: EditOptions) => Promise<Edited>,
  inputName: (field: string) => string = (field) => field,
): Promise<EditResult> {
  const { editor, receivedAt: now } = context;
  if (editor === null) throw unauthenticated();
  try {
    const { record, version } = await edit({ editor, now, ...checked(input) });
    // What this request read before it changed something is no longer true.
    for (const loader of Object.values(context.loaders)) loader.clearAll();
    return { record, version, userErrors: [] };
  } catch (error) {
    const userErrors = userErrorsOf(error, inputName);
    if (userErrors.length === 0) throw error;
    return { record: null, version: null, userErrors };
  }
}

function checked(input: EditInput | null | undefined): Pick<EditOptions, "reason" | "requestKey"> {
  const { reason = null, requestKey = null } = input ?? {};
  if (reason !== null && reason.length > 500)
    throw badInput(
      "edit.reason",
      `has ${reason.length} characters; at most 500 are kept`,
      `ha ${reason.length} caratteri; al massimo 500`,
    );
  if (requestKey !== null && !/^[\w.:-]{8,100}$/.test(requestKey))
    throw badInput(
      "edit.requestKey",
      "must be 8 to 100 letters, digits or . _ : -",
      "deve avere da 8 a 100 lettere, cifre o . _ : -",
    );
  return { reason, requestKey };
}

function userErrorsOf(error: unknown, inputName: (field: string) => string): UserErrorType[] {
  if (error instanceof InvalidRecordError) {
    return error.problems.map(({ field, value, rule, ruleIt }) => ({
      code: "INVALID_RECORD",
      field: inputName(field),
      message: `${inputName(field)} is ${JSON.stringify(value) ?? value}: ${rule}.`.slice(0, 500),
      messageIt: `${inputName(field)} è ${JSON.stringify(value) ?? value}: ${ruleIt}.`.slice(0, 500),
      hint: "Correct the field and send the change again.",
    }));
  }
  if (!(error instanceof HubError) || !isUserErrorCode(error.code)) return [];
  const { code, where, message, messageIt, hint } = error;
  return [{ code, field: where && inputName(where), message, messageIt, hint }];
}

const badInput = (where: string, problem: string, problemIt: string): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `${where} ${problem}.`,
    messageIt: `${where} ${problemIt}.`,
    hint: "Correct the argument and send the change again.",
    where,
  });

const unauthenticated = (): HubError =>
  new HubError("UNAUTHENTICATED", {
    message: "Only editors may change records: no key was sent, or one that this hub does not know.",
    messageIt: "Solo chi ha una chiave può modificare i dati: la chiave manca o non è valida.",
    hint: "Send the header `authorization: Bearer <key>`; the README tells how to make a key for a hub of your own.",
    where: "authorization",
  });
