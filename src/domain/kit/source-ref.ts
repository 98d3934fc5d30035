import { checkCode, checking, checkText } from "./check";
import { checkPartialDate, isPartialDate, type PartialDate } from "./dates";
import { type UpdateFrequency, updateFrequencies } from "./update-frequency";

/** Where facts come from: a dataset or a document, in the words of DCAT. */
export interface SourceRef {
  /** Stable key, for example `ds205`. (dct:identifier) */
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  /** URI or short name of the licence; `null` where the publisher states none. (dct:license) */
  readonly licence: string | null;
  /** Statement on rights: the attribution to print, or why the licence is unknown. (dct:rights) */
  readonly rights: string;
  readonly landingPage: string | null;
  readonly downloadUrl: string | null;
  /** When the publisher last changed it. (dct:modified) */
  readonly modified: PartialDate | null;
  /** Instant (ISO 8601, UTC) at which the hub read it; `null` where it was written down by hand from a document. */
  readonly retrievedAt: string | null;
  /** SHA-256 of the file that was read, in hexadecimal. */
  readonly sha256: string | null;
  /** How often it is expected to be renewed; not given where nobody says. (dct:accrualPeriodicity) */
  readonly updateFrequency?: UpdateFrequency;
  /** Made up for demonstrations: never to be published as a fact. */
  readonly synthetic: boolean;
}

/** The source of what editors of the hub write themselves. */
export const editorsSourceCode = "hub-editors";

/** In place of a source: what the hub finds out by comparing records of several. No dataset says it. */
export const matchingOrigin = "hub-matching";

export function createSourceRef(fields: SourceRef): SourceRef {
  const record = checking("SourceRef", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkText(record, "title", fields.title);
  checkText(record, "publisher", fields.publisher);
  checkText(record, "rights", fields.rights);
  checkPartialDate(record, "modified", fields.modified);
  const { retrievedAt, sha256, updateFrequency } = fields;
  record.check(
    updateFrequency === undefined || updateFrequencies.includes(updateFrequency),
    "updateFrequency",
    updateFrequency,
    `must be one of ${updateFrequencies.join(", ")}`,
  );
  record.check(
    retrievedAt === null || isInstant(retrievedAt),
    "retrievedAt",
    retrievedAt,
    "must be an ISO 8601 instant in UTC, as in 2026-09-25T08:00:00Z",
  );
  record.check(
    sha256 === null || /^[0-9a-f]{64}$/.test(sha256),
    "sha256",
    sha256,
    "must be 64 lower-case hexadecimal digits",
  );
  return record.passed();
}

/** Not `Date.parse` alone: it takes "5" and "2026-02-30T00:00:00Z" too. */
const isInstant = (text: string): boolean =>
  /^[^T]{10}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text) &&
  isPartialDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));
