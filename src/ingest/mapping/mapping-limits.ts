/** Limits of mapping files: a larger file is rejected with an error that names the limit. */
export const mappingLimits = {
  /** Mapping files of one run. */
  files: 100,
  /** Bytes of one mapping file. */
  bytes: 512 * 1024,
  /** Names of one column, formats of one date, words for yes. */
  aliases: 20,
  /** Words of one map. */
  words: 2_000,
  /** Records of one row. */
  records: 20,
  /** Numbers of one row. */
  values: 500,
  /** Indicators, terms, organisations and services, each, that one mapping file defines. */
  definitions: 1_000,
  /** Faults of one mapping file in one message. */
  faults: 30,
} as const;
