/**
 * The one table of the hub, as plain data: shared by the code that reads it, the embedded engine that creates it, the
 * CDK stack and the tests. `keys.ts` gives the meaning of the keys.
 */
export const tableDefinition = {
  /** Used if no environment gives a name: locally. */
  defaultName: "vicinato",
  partitionKey: "pk",
  sortKey: "sk",
  /** Seconds since 1970 from which the store may remove an item; most items have none. */
  timeToLive: "removableFrom",
  /** Every index is declared at creation, projects ALL attributes and has string keys. */
  indexes: [
    /** Ordered lists over partitions: all records of a type, all areas of one indicator and period. */
    { name: "list", partitionKey: "listPk", sortKey: "listSk" },
    /** Records with a position, by geohash. */
    { name: "geo", partitionKey: "geoPk", sortKey: "geoSk" },
  ],
} as const;

export type IndexName = (typeof tableDefinition.indexes)[number]["name"];

/** The partition of readers of a whole version: one that makes files may write here and nowhere else. */
export const longReaderPartition = "LongReader";

/** The beginning of the partitions of keys: a function without other writes notes here when a key was used. */
export const apiKeyPartition = "ApiKey#";

/** The beginning of the partitions of webhooks: the function that delivers notes its progress here and writes nothing else. */
export const webhookPartition = "Webhook#";

/** The item that names the published version: its writes wake the delivery of changes. */
export const publishedRoot = { pk: "Snapshot", sk: "ROOT" } as const;
/** The partition that names stored writes which could not be published. */
export const parkedPartition = "Parked";

/** The beginning of the partitions in which functions count what callers spend. */
export const allowancePartition = "Allowance";
/** The beginnings of the partitions to which entries are only added: earlier versions of records, and audit trails. */
export const historyPartition = "History#";
export const auditPartition = "Audit#";

/**
 * The writes that the stream passes to the publisher, by their keys: records and what belongs to them, observations, and the marks of
 * edits. The lists by which a record is found are published with it.
 */
export const followedWrites = {
  sortKeys: [
    "BOUNDARY",
    "ISSUES",
    "LAST_RUNS",
    "LISTING",
    "LOCATION",
    "OVERLAPS",
    "POPULATION_POINTS",
    "RECORD",
    "SERVICES",
  ],
  sortKeyPrefix: "WRITTEN#",
  partitionPrefix: "ObservationsOfArea#",
} as const;
