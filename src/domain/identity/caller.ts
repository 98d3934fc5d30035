import { includesScope, type Scope } from "./scope";

/** Who sends a request. */
export interface Caller {
  /** How the caller proved who it is. */
  readonly kind: "ANONYMOUS" | "KEY" | "OPERATOR" | "TOKEN";
  /** In histories, as `comune-x/key:Ab3dE5fG7h`. It names an organisation and no person. */
  readonly name: string;
  /** `null` for a caller that acts for no organisation. */
  readonly organizationCode: string | null;
  readonly scopes: readonly Scope[];
}

export const anonymous: Caller = {
  kind: "ANONYMOUS",
  name: "anonymous",
  organizationCode: null,
  scopes: ["READ_PUBLIC"],
};

/** Who runs commands beside the table, and could write it without them. */
export const operator: Caller = {
  kind: "OPERATOR",
  name: "operator",
  organizationCode: null,
  scopes: ["ADMIN"],
};

export const may = ({ scopes }: Caller, scope: Scope): boolean => includesScope(scopes, scope);
