import { type Scope, scopeOf, scopes, textOfScope } from "../domain/identity/scope";
import { HubError } from "../domain/kit/errors";
import { listOf } from "./end-with";

export const scopesOption = ["--scopes <scopes>", `of ${scopes.map(textOfScope).join(", ")}`] as const;

/** @throws HubError BAD_USER_INPUT that names the first text that is no scope. */
export const readScopes = (text: string): Scope[] =>
  listOf(text).map((name) => {
    const scope = scopeOf(name);
    if (scope !== null) return scope;
    const known = scopes.map(textOfScope);
    throw new HubError("BAD_USER_INPUT", "unknownScope", { name, known }, { where: "scopes" });
  });
