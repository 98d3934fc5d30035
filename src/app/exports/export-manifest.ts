import type { LocalizedText } from "../../domain/kit/localized-text";
import type { ColumnType } from "../../queries/exports/column";

/** A file of a set in one form. */
export interface ExportFile {
  /** For example `centres.csv`. */
  readonly name: string;
  readonly mediaType: string;
  /** What it is good for; absent in what an earlier release made. */
  readonly use?: LocalizedText;
  readonly bytes: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Bytes of its compressed form; `null` if it is compressed in itself. */
  readonly gzipBytes: number | null;
}

/** A source with what its licence asks for. */
export interface ExportSource {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  /** `null` when the publisher states none: `rights` says more. */
  readonly licence: string | null;
  readonly rights: LocalizedText;
  readonly landingPage: string | null;
}

export interface ExportedSet {
  readonly name: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly unit?: string;
    readonly description: LocalizedText;
  }[];
  readonly primaryKey: readonly string[];
  /** The property of a row in NDJSON that has the code of its record. */
  readonly recordKey: string;
  /** Whether the changes of its records are listed; a copy of another set is replaced as a whole. */
  readonly isFollowed: boolean;
  /** Every source of its rows. */
  readonly sources: readonly ExportSource[];
  readonly files: readonly ExportFile[];
}

/** Everything that was exported of one published version. */
export interface ExportManifest {
  /** In the addresses of its files, which never change. */
  readonly id: string;
  /** Number of the published version. */
  readonly version: number;
  /** Version of the data, as `x-data-version` has it. */
  readonly dataVersion: number;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Instant at which the export ended, ISO 8601 UTC. */
  readonly madeAt: string;
  /** Changes after it turn a copy of this version into one of a later version; `null` if the hub lists none. */
  readonly changesCursor: string | null;
  readonly sets: readonly ExportedSet[];
}

/** Names in the store: contents by their hash, so that what did not change is stored once. */
export const storedNames = {
  content: (sha256: string): string => `contents/${sha256}`,
  zipped: (sha256: string): string => `contents/${sha256}.gz`,
  manifest: (id: string): string => `versions/${id}.json`,
  latest: "latest.json",
} as const;

/** A number alone could come again after a restore, with other data. */
export const exportId = (version: number, publishedAt: string): string =>
  `${version}-${publishedAt.replaceAll(/[-:.]/g, "")}`;

export const isExportId = (text: string): boolean => /^\d{1,15}-[\dTZ]{8,24}$/.test(text);
