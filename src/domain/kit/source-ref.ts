import * as z from "zod";
import { isPartialDate } from "./dates";
import { choice, optional, partialDate, text } from "./field";
import { localizedText } from "./localized-text";
import { checks } from "./messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "./record";
import { updateFrequencies } from "./update-frequency";

/** `Date.parse` alone also accepts "5" and "2026-02-30T00:00:00Z". */
const isInstant = (text: string): boolean =>
  /^[^T]{10}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text) &&
  isPartialDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

export const sourceRefRecord = defineRecord("SourceRef", {
  /** Stable key, for example `ds205`. (dct:identifier) */
  code: ownCode(),
  title: text(),
  publisher: text(),
  /** URI or short name of the licence; `null` when the publisher states none. (dct:license) */
  licence: optional(z.string()),
  /** Statement on rights: the attribution to print, or why the licence is unknown. (dct:rights) */
  rights: localizedText(),
  landingPage: optional(z.string()),
  downloadUrl: optional(z.string()),
  /** When the publisher last changed it. (dct:modified) */
  modified: optional(partialDate()),
  /** Instant (ISO 8601, UTC) at which the hub read it; `null` when a person typed the facts from a document. */
  retrievedAt: optional(z.string().refine(isInstant, checks.instant)),
  /** SHA-256 of the file, in hexadecimal. */
  sha256: optional(z.string().regex(/^[0-9a-f]{64}$/, checks.sha256)),
  /** Files before this one gave records that this one may lack (PARTIAL); absent otherwise. Set by an import. */
  earlierFiles: z.literal(true).optional(),
  /** Expected frequency of updates; absent when not stated. (dct:accrualPeriodicity) */
  updateFrequency: choice(updateFrequencies).optional(),
  /** Synthetic data is for demonstrations and never published as a fact. */
  synthetic: z.boolean(),
});

/** The source of facts: a dataset or a document, in the terms of DCAT. */
export interface SourceRef extends RecordOf<typeof sourceRefRecord> {}

export const createSourceRef = sourceRefRecord.create;

/** The source of facts that editors of the hub enter. */
export const editorsSourceCode = "hub-editors";

/** In place of a source, for results of the hub from comparing records of several sources. */
export const matchingOrigin = "hub-matching";
