import * as z from "zod";
import { isPartialDate } from "./dates";
import { choice, optional, partialDate, text } from "./field";
import { checks } from "./messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "./record";
import { updateFrequencies } from "./update-frequency";

/** Not `Date.parse` alone: it takes "5" and "2026-02-30T00:00:00Z" too. */
const isInstant = (text: string): boolean =>
  /^[^T]{10}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text) &&
  isPartialDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

export const sourceRefRecord = defineRecord("SourceRef", {
  /** Stable key, for example `ds205`. (dct:identifier) */
  code: ownCode(),
  title: text(),
  publisher: text(),
  /** URI or short name of the licence; `null` where the publisher states none. (dct:license) */
  licence: optional(z.string()),
  /** Statement on rights: the attribution to print, or why the licence is unknown. (dct:rights) */
  rights: text(),
  landingPage: optional(z.string()),
  downloadUrl: optional(z.string()),
  /** When the publisher last changed it. (dct:modified) */
  modified: optional(partialDate()),
  /** Instant (ISO 8601, UTC) at which the hub read it; `null` where it was written down by hand from a document. */
  retrievedAt: optional(z.string().refine(isInstant, checks.instant)),
  /** SHA-256 of the file that was read, in hexadecimal. */
  sha256: optional(z.string().regex(/^[0-9a-f]{64}$/, checks.sha256)),
  /** How often it is expected to be renewed; not given where nobody says. (dct:accrualPeriodicity) */
  updateFrequency: choice(updateFrequencies).optional(),
  /** Synthetic data for demonstrations: never to be published as a fact. */
  synthetic: z.boolean(),
});

/** Where facts come from: a dataset or a document, in the words of DCAT. */
export interface SourceRef extends RecordOf<typeof sourceRefRecord> {}

export const createSourceRef = sourceRefRecord.create;

/** The source of what editors of the hub write themselves. */
export const editorsSourceCode = "hub-editors";

/** In place of a source: what the hub finds out by comparing records of several. No dataset says it. */
export const matchingOrigin = "hub-matching";
