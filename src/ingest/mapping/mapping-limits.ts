/** Bounds of mapping files: beyond them a file is refused by name. */
export const mappingLimits = {
  /** Mapping files of one run. */
  files: 100,
  /** Bytes of one mapping file. */
  bytes: 512 * 1024,
  /** Names under which one column is known, formats of one date, words for yes. */
  aliases: 20,
  /** Words of one map. */
  words: 2_000,
  /** What one row becomes. */
  records: 20,
  /** Numbers of one row. */
  values: 500,
  /** Indicators, terms, organisations and services, each, that one mapping file defines. */
  definitions: 1_000,
  /** Faults of one mapping file that are told at once. */
  faults: 30,
} as const;
