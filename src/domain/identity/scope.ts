/**
 * What a caller may do. Everybody may read what is public. Tokens and commands write a scope in its text form, `write:own`.
 */
export const scopes = ["READ_PUBLIC", "READ_PARTNER", "WRITE_OWN", "REVIEW", "ADMIN", "EXPORT"] as const;
export type Scope = (typeof scopes)[number];

/** Scopes that come with another one: who may change every record may change its own. */
const implied: { readonly [S in Scope]: readonly Scope[] } = {
  READ_PUBLIC: [],
  READ_PARTNER: ["READ_PUBLIC"],
  WRITE_OWN: ["READ_PARTNER"],
  REVIEW: ["WRITE_OWN"],
  ADMIN: ["REVIEW", "EXPORT"],
  EXPORT: ["READ_PUBLIC"],
};

/** Whether some scopes include another one, by name or because it comes with them. */
export const includesScope = (given: readonly Scope[], wanted: Scope): boolean =>
  given.some((scope) => scope === wanted || includesScope(implied[scope], wanted));

/** `write:own` */
export const textOfScope = (scope: Scope): string => scope.toLowerCase().replace("_", ":");

/** `null` for a text that is no scope of the hub. */
export const scopeOf = (text: string): Scope | null =>
  scopes.find((scope) => textOfScope(scope) === text) ?? null;
