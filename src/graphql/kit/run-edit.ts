import { type Caller, may } from "../../domain/identity/caller";
import { type Scope, textOfScope } from "../../domain/identity/scope";
import { InvalidRecordError } from "../../domain/kit/check";
import { HubError } from "../../domain/kit/errors";
import { hasHiddenCharacters } from "../../domain/kit/hidden-characters";
import { limits } from "../../domain/kit/limits";
import { FieldConflictError } from "../../domain/kit/three-way-merge";
import type { Edited, EditOptions } from "../../editing";
import type { Context } from "./context";
import { isUserErrorCode, type UserError, type UserErrorCode } from "./user-error.type";

/** Input of a mutation. */
export interface EditInput {
  readonly reason: string;
  readonly requestKey?: string | null | undefined;
}

/** Result of a change: the record, or the errors that prevented it. */
export interface EditResult {
  readonly record: object | null;
  readonly version: number | null;
  readonly isChanged: boolean;
  readonly isMerged?: boolean;
  readonly dataVersion: number | null;
  readonly userErrors: readonly UserError[];
}

/** Path in the input, from `input` down, of the place that an error names. */
export type PathOf = (where: string | null) => readonly string[];

/** @throws HubError UNAUTHENTICATED for a caller without key and token. */
export function checkKnown({ kind }: Caller): void {
  if (kind === "ANONYMOUS") throw new HubError("UNAUTHENTICATED", "noKey", null, { where: "authorization" });
}

/** @throws HubError UNAUTHENTICATED for a caller without key and token, FORBIDDEN for another one without the scope. */
export function checkScope(caller: Caller, scope: Scope): void {
  checkKnown(caller);
  if (may(caller, scope)) return;
  throw new HubError("FORBIDDEN", "scope", { scope: textOfScope(scope) }, { where: "authorization" });
}

/**
 * The result of a change, or the errors that the caller can correct; others are thrown. Nothing is done or stored if the input names a person
 * who was erased.
 */
export async function changed<T>(
  { checkErased }: Context,
  input: object,
  change: () => Promise<T>,
  pathOf: PathOf,
): Promise<(T & { readonly userErrors: readonly [] }) | { readonly userErrors: readonly UserError[] }> {
  const inInput: PathOf = (where) => ["input", ...(where ?? "").split(".")];
  const checked = await orUserErrors(async () => checkErased(input), inInput);
  return checked.userErrors.length > 0 ? checked : orUserErrors(change, pathOf);
}

async function orUserErrors<T>(
  run: () => Promise<T>,
  pathOf: PathOf,
): Promise<(T & { readonly userErrors: readonly [] }) | { readonly userErrors: readonly UserError[] }> {
  try {
    return { ...(await run()), userErrors: [] };
  } catch (error) {
    const userErrors = userErrorsOf(error, pathOf);
    if (userErrors.length === 0) throw error;
    return { userErrors };
  }
}

/**
 * Executes a change of a caller. Errors that the caller can correct are returned as user errors; others are thrown.
 * @throws HubError UNAUTHENTICATED, FORBIDDEN for a caller who may not change records.
 */
export async function runEdit(
  context: Context,
  mutation: string,
  input: EditInput,
  edit: (options: EditOptions) => Promise<Edited>,
  pathOf: PathOf,
): Promise<EditResult> {
  const { caller: by, receivedAt: now } = context;
  checkScope(by, "WRITE_OWN");
  const done = await changed(
    context,
    input,
    () => edit({ by, now, ...checkedInput(input), request: { mutation, input } }),
    pathOf,
  );
  if (!("record" in done)) return { ...nothing, ...done };
  // The published version does not have the change yet.
  context.readTable();
  return done;
}

const nothing = { record: null, version: null, isChanged: false, dataVersion: null };

export function checkedInput({
  reason,
  requestKey = null,
}: EditInput): Pick<EditOptions, "reason" | "requestKey"> {
  checkReason(reason);
  if (requestKey !== null && !/^[\w.:-]{8,100}$/.test(requestKey))
    throw new HubError("BAD_USER_INPUT", "requestKey", null, { where: "requestKey" });
  return { reason, requestKey };
}

/** @throws HubError BAD_USER_INPUT for a reason that is blank, too long, or has characters that nobody sees. */
export function checkReason(reason: string): void {
  if (reason.trim() === "") throw new HubError("BAD_USER_INPUT", "reasonBlank", null, { where: "reason" });
  if (reason.length > limits.reason) {
    const values = { length: reason.length, most: limits.reason };
    throw new HubError("BAD_USER_INPUT", "reasonTooLong", values, { where: "reason" });
  }
  if (hasHiddenCharacters(reason))
    throw new HubError("BAD_USER_INPUT", "hiddenCharacters", { argument: "reason" }, { where: "reason" });
}

function userErrorsOf(error: unknown, pathOf: PathOf): UserError[] {
  if (error instanceof InvalidRecordError) {
    return error.problems.map(({ field, value, rule, ruleIt }) => {
      const path = pathOf(`fields.${field}`);
      const values = {
        field: shown(path) ?? field,
        value: JSON.stringify(value) ?? `${value}`,
        rule,
        ruleIt,
      };
      return userErrorOf(new HubError("INVALID_RECORD", "field", values), "INVALID_RECORD", path);
    });
  }
  if (!(error instanceof HubError) || !isUserErrorCode(error.code)) return [];
  const found = userErrorOf(error, error.code, pathOf(error.where));
  if (!(error instanceof FieldConflictError)) return [found];
  const conflicts = error.conflicts.map((each) => ({
    ...each,
    field: shown(pathOf(`fields.${each.field}`)) ?? each.field,
  }));
  return [{ ...found, conflicts }];
}

/** `phones[0].number`; `null` for the change as a whole. */
function shown([, ...path]: readonly string[]): string | null {
  const parts = path[0] === "fields" ? path.slice(1) : path;
  if (parts.length === 0) return null;
  return parts.join(".").replace(/\.(\d+)/g, "[$1]");
}

const userErrorOf = (
  { message, messageIt, hint, hintIt }: HubError,
  code: UserErrorCode,
  field: readonly string[],
): UserError => ({
  code,
  field,
  message: { it: messageIt.slice(0, 500), en: message.slice(0, 500) },
  hint: { it: hintIt, en: hint },
  conflicts: [],
});
