import type { AreaLevel } from "../../domain/places/area";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import { type Key, sortableText } from "../engine/key";
import {
  allowancePartition,
  apiKeyPartition,
  auditPartition,
  historyPartition,
  webhookPartition,
} from "../engine/table-definition";

/**
 * Every key of the single table; docs/data-model.md has the access patterns. `#` separates the parts, so no code may
 * contain it.
 */

export interface ListKey {
  readonly listPk: string;
  readonly listSk: string;
}

export interface GeoKey {
  readonly geoPk: string;
  readonly geoSk: string;
}

/** Geohash digits of a lookup cell of boundaries: about 0.9 x 0.6 km at 45 degrees north. */
export const cellPrecision = 6;
/** Geohash digits of a partition of the index `geo`: about 28 x 20 km at 45 degrees north. */
const geoPartitionPrecision = 4;

export type IssueState = "RESOLVED" | "STANDING";

/** In place of an area code: every area. */
export const everyArea = "*";

export const keys = {
  actionInArea: (areaCode: string, code: string): Key => ({
    pk: `ActionsInArea#${areaCode}`,
    sk: sortableCode(code),
  }),
  /** By a hash of the caller: addresses are in no item. */
  allowance: (callerHash: string): Key => ({ pk: `${allowancePartition}#${callerHash}`, sk: "BUCKET" }),
  /** The secret of a day, with which callers are hashed. */
  allowanceSecret: (day: string): Key => ({ pk: `${allowancePartition}Secret`, sk: day }),
  record: (type: string, code: string): Key => ({ pk: `${type}#${code}`, sk: "RECORD" }),
  apiKey: (id: string): Key => ({ pk: `${apiKeyPartition}${id}`, sk: "KEY" }),

  areaBoundary: (areaCode: string): Key => ({ pk: `Area#${areaCode}`, sk: "BOUNDARY" }),
  areaCell: (cell: string, level: AreaLevel, areaCode: string): Key => ({
    pk: `AreaCell#${cell}`,
    sk: `${level}#${areaCode}`,
  }),
  /** The whole border of an area, in parts. */
  areaShape: (areaCode: string, part: number): Key => ({
    pk: `AreaShape#${areaCode}`,
    sk: sortableNumber(part),
  }),
  areaOverlaps: (areaCode: string): Key => ({ pk: `Area#${areaCode}`, sk: "OVERLAPS" }),
  centreInArea: (areaCode: string, name: string, code: string): Key => ({
    pk: `CentresInArea#${areaCode}`,
    sk: `${sortableText(name)}#${code}`,
  }),
  centreLocation: (centreCode: string): Key => ({ pk: `Centre#${centreCode}`, sk: "LOCATION" }),
  centreTwin: (centreCode: string): Key => ({ pk: "CentreTwins", sk: sortableCode(centreCode) }),
  centreServices: (centreCode: string): Key => ({ pk: `Centre#${centreCode}`, sk: "SERVICES" }),
  /** What an organisation did, and what was done to its records and keys. */
  audit: (organizationCode: string, at: string, what: string): Key => ({
    pk: `${auditPartition}${organizationCode}`,
    sk: `${at}#${what}`,
  }),
  changeProposal: (id: string): Key => ({ pk: `ChangeProposal#${id}`, sk: "PROPOSAL" }),
  /** Proposals by their moment, of all organisations (`*`) or of one that may see them. */
  changeProposals: (status: string, organizationCode: string, proposedAt: string, id: string): Key => ({
    pk: `ChangeProposals#${status}#${organizationCode}`,
    sk: `${proposedAt}#${id}`,
  }),
  /** What a publication changed. All of it is in one shard. */
  changeLog: (publication: number): Key => ({ pk: "Changes#0", sk: sortableNumber(publication) }),
  dataQualityIssue: (state: IssueState, list: string, order: string, code: string): Key => ({
    pk: `DataQualityIssues#${state}#${list}`,
    sk: `${order}#${code}`,
  }),
  dataVersion: (): Key => ({ pk: "Hub", sk: "DATA_VERSION" }),
  /** The keys of the items that an edit wrote before it made a version of the data. */
  dataWrites: (version: number): Key => ({ pk: "Hub", sk: `WRITTEN#${sortableNumber(version)}` }),
  /** The request of a caller under a key of the request, so that a repetition has no effect. */
  editRequest: (caller: string, requestKey: string): Key => ({
    pk: `EditRequest#${caller}#${requestKey}`,
    sk: "REQUEST",
  }),
  /** Hashes of persons who were erased. */
  erasedPersons: (): Key => ({ pk: "Hub", sk: "ERASED_PERSONS" }),
  history: ({ pk, sk }: Key, updatedAt: string, version: number): Key => ({
    pk: `${historyPartition}${pk}#${sk}`,
    sk: `${updatedAt}#${String(version).padStart(6, "0")}`,
  }),
  /** Planned writes of a run, in order. Images of records without a history follow their entry. */
  importJournal: (runCode: string, number: number, image?: number): Key => ({
    pk: `ImportJournal#${runCode}`,
    sk: image === undefined ? sortableNumber(number) : `${sortableNumber(number)}#${sortableNumber(image)}`,
  }),
  importLease: (): Key => ({ pk: "Hub", sk: "IMPORT_LEASE" }),
  importRunInList: (list: string, startedAt: string, code: string): Key => ({
    pk: `ImportRuns#${list}`,
    sk: `${startedAt}#${sortableCode(code)}`,
  }),
  lastImportRuns: (sourceCode: string): Key => ({ pk: `SourceRef#${sourceCode}`, sk: "LAST_RUNS" }),
  hintOfArea: (areaCode: string, code: string): Key => ({
    pk: `HintsOfArea#${areaCode}`,
    sk: sortableCode(code),
  }),
  externalIdentifier: (scheme: string, value: string, type: string, code: string): Key => ({
    pk: `Identifier#${scheme}#${value}`,
    sk: `${type}#${code}`,
  }),
  locationInArea: (areaCode: string, code: string): Key => ({
    pk: `LocationsInArea#${areaCode}`,
    sk: sortableCode(code),
  }),
  /** A retired observation that was suppressed: it stays so if a source states it again. */
  suppressedBefore: (areaCode: string, indicatorCode: string, period: string): Key => ({
    pk: `SuppressedOfIndicator#${indicatorCode}`,
    sk: `${period}#${areaCode}`,
  }),

  observation: (areaCode: string, indicatorCode: string, period: string): Key => ({
    pk: `ObservationsOfArea#${areaCode}`,
    sk: `${indicatorCode}#${period}`,
  }),
  serviceAtLocationOfCentre: (centreCode: string, code: string): Key => ({
    pk: `ServicesAtLocationOfCentre#${centreCode}`,
    sk: code,
  }),
  serviceAtLocationOfService: (serviceCode: string, code: string): Key => ({
    pk: `ServicesAtLocationOfService#${serviceCode}`,
    sk: code,
  }),
  serviceInArea: (areaCode: string, name: string, code: string): Key => ({
    pk: `ServicesInArea#${areaCode}`,
    sk: `${sortableText(name)}#${code}`,
  }),
  serviceListing: (serviceCode: string): Key => ({ pk: `Service#${serviceCode}`, sk: "LISTING" }),
  serviceOfOrganization: (organizationCode: string, name: string, code: string): Key => ({
    pk: `ServicesOfOrganization#${organizationCode}`,
    sk: `${sortableText(name)}#${code}`,
  }),

  populationPoints: (areaCode: string): Key => ({ pk: `Area#${areaCode}`, sk: "POPULATION_POINTS" }),
  snapshotDocument: (scope: string, id: string, number: number): Key => ({
    pk: `Snapshot#${scope}#${id}`,
    sk: sortableNumber(number),
  }),
  snapshotManifest: (scope: string): Key => ({ pk: `Snapshot#${scope}`, sk: "MANIFEST" }),
  snapshotPart: (scope: string, id: string, number: number, index: number): Key => ({
    pk: `SnapshotPart#${scope}#${id}`,
    sk: `${sortableNumber(number)}#${sortableNumber(index)}`,
  }),

  recordIssues: ({ type, code }: EntityRef): Key => ({ pk: `${type}#${code}`, sk: "ISSUES" }),

  unitOfOrganization: (parentCode: string, name: string, code: string): Key => ({
    pk: `UnitsOfOrganization#${parentCode}`,
    sk: `${sortableText(name)}#${code}`,
  }),
  partnershipOfOrganization: (organizationCode: string, code: string): Key => ({
    pk: `PartnershipsOfOrganization#${organizationCode}`,
    sk: sortableCode(code),
  }),
  partnershipInArea: (areaCode: string, code: string): Key => ({
    pk: `PartnershipsInArea#${areaCode}`,
    sk: sortableCode(code),
  }),
  partnershipInStrategy: (strategyCode: string, code: string): Key => ({
    pk: `PartnershipsInStrategy#${strategyCode}`,
    sk: sortableCode(code),
  }),

  webhook: (id: string): Key => ({ pk: `${webhookPartition}${id}`, sk: "WEBHOOK" }),

  list: {
    /** One list for all keys, so that an organisation's are a part of it. */
    apiKeys: (organizationCode: string, createdAt: string, id: string): ListKey => ({
      listPk: "ApiKeys",
      listSk: `${organizationCode}#${createdAt}#${id}`,
    }),
    areas: (level: AreaLevel, code: string): ListKey => ({
      listPk: `Areas#${level}`,
      listSk: sortableCode(code),
    }),
    observations: (indicatorCode: string, period: string, level: AreaLevel, areaCode: string): ListKey => ({
      listPk: `ObservationsOfIndicator#${indicatorCode}`,
      listSk: `${period}#${level}#${sortableCode(areaCode)}`,
    }),
    records: (type: string, code: string): ListKey => ({
      listPk: `All#${type}`,
      listSk: sortableCode(code),
    }),
    sourceIssues: (state: IssueState, sourceCode: string, order: string, code: string): ListKey => ({
      listPk: `DataQualityIssuesOfSource#${state}#${sourceCode}`,
      listSk: `${order}#${code}`,
    }),
    strategyRecords: (type: string, strategyCode: string, order: string, code: string): ListKey => ({
      listPk: `${type}OfStrategy#${strategyCode}`,
      listSk: `${order}#${sortableCode(code)}`,
    }),
    /** One list for all webhooks, so that an organisation's are a part of it. */
    webhooks: (organizationCode: string, createdAt: string, id: string): ListKey => ({
      listPk: "Webhooks",
      listSk: `${organizationCode}#${createdAt}#${id}`,
    }),
  },

  geo: {
    centres: (geohash: string, code: string): GeoKey => ({
      geoPk: `CentresNear#${geohash.slice(0, geoPartitionPrecision)}`,
      geoSk: `${geohash}#${code}`,
    }),
  },
} as const;

/** So that `nil:9` comes before `nil:10`. */
export const sortableCode = (code: string): string =>
  code.replace(/\d+/g, (digits) => digits.padStart(6, "0"));

const sortableNumber = (number: number): string => String(number).padStart(9, "0");

/** Ages as text that sorts by number. Without a stated limit a service is for ages from 0 to the highest. */
export const sortableAge = (years: number): string => String(years).padStart(3, "0");
export const highestSortableAge = 999;

/** The version of the data that an item of `dataWrites` belongs to; `null` for any other item. */
export function dataVersionIn({ pk, sk }: Key): number | null {
  const { pk: partition, sk: first } = keys.dataWrites(0);
  const prefix = first.slice(0, first.indexOf("#") + 1);
  return pk === partition && sk.startsWith(prefix) ? Number(sk.slice(prefix.length)) : null;
}
