/** Limits of one request. A request beyond one is rejected with an error that names the limit. */
export const requestLimits = {
  /** Size of the request, in bytes. */
  bodyBytes: 100_000,
  /** Lexical tokens of the document; the standard introspection query has 184. */
  tokens: 1_000,
  /** Levels of nested fields, fragments counted. */
  depth: 12,
  /** Aliases in one document; enough to compare many areas in one query. */
  aliases: 30,
  directives: 8,
  /** Fields after all fragments are unfolded. */
  selections: 10_000,
  /** Validation problems that are listed before the check stops. */
  validationErrors: 5,
  /** Memory for parsed documents, in bytes. */
  documentStoreBytes: 10_000_000,
} as const;
