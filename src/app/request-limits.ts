import { limits } from "../domain/kit/limits";

/** Limits of one request. A request beyond one is rejected with an error that names the limit. */
export const requestLimits = {
  /** Size of the request, in bytes. */
  bodyBytes: 100_000,
  /**
   * Size of an uploaded file, in bytes: about 30,000 rows of a table of services. An event of Lambda has at most 6 MB, and text in it
   * needs two bytes for each quote and line break, other content a third more.
   */
  uploadBytes: 3_000_000,
  /** Time for an upload, in milliseconds: API Gateway waits for 30 seconds. */
  uploadMs: 20_000,
  /** What each record of the rows of an uploaded file costs: 2 to 4 ms, or 1 ms in a dry run. */
  uploadRecordUnits: 1_000,
  /** Bytes of a row, as long as its file is not read. */
  uploadRowBytes: 100,
  tokens: limits.documentTokens,
  /** Levels of nested fields, fragments counted. */
  depth: 12,
  /** Aliases in one document; enough to compare many areas in one query. */
  aliases: 30,
  directives: 8,
  /** Estimated cost in units; see docs/decisions/0027. */
  units: limits.operation.units,
  /** Work that an operation may cause when it runs, in units: about one CPU second. */
  workUnits: 500_000,
  /** Estimated size of the answer. */
  estimatedBytes: limits.operation.bytes,
  /**
   * Size of the answer, which is measured before it is compressed, so that it does not depend on what the client accepts. A function returns at
   * most 6,291,556 bytes; as base64 these are 5,333,336, and its headers have room.
   */
  answerBytes: 4_000_000,
  /** Time for an answer, unless the environment sets another. */
  deadlineMs: 8_000,
  /** Fields after all fragments are unfolded. */
  selections: 10_000,
  /** Validation problems that are listed before the check stops. */
  validationErrors: 5,
  /** Memory for cached answers, in bytes. */
  answerCacheBytes: 32_000_000,
  /** Time that a request waits for the version that it needs. */
  publicationWaitMs: 2_000,
  /** What a request costs beside its operation: reading and checking it. */
  requestUnits: 1_000,
  /** What an operation costs that its caller cannot pay, beside `requestUnits`: ten times as much as it takes. */
  rejectedUnits: 20_000,
  /** Bytes of a file for one unit. */
  fileBytesOfUnit: 1_000,
} as const;
