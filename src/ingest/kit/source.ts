import type { GeoPoint } from "../../domain/geo/point";
import type { Relations } from "../../domain/indicators/sensitive";
import type { TextLanguage } from "../../domain/kit/localized-text";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { Centre } from "../../domain/places/centre";
import type { HubRecord } from "../../storage/records/hub-record";
import type { LeftOutReason } from "./left-out";
import type { Origin } from "./origin";
import type { LineProblem, RowProblem } from "./problem";

/** The encoding that a source may declare; UTF-8 by default. */
export type DeclaredEncoding = "windows-1252";

/**
 * FULL: the file is complete, and a missing row means a deletion. PARTIAL: it is a part, and a missing row has no
 * meaning.
 */
export type SourceMode = "FULL" | "PARTIAL";

/**
 * The bytes of a file from first to last: UTF-8, with or without byte order mark, possibly cut within a character,
 * possibly with bytes that are not UTF-8.
 */
export type Chunks = AsyncIterable<Uint8Array>;

/** The result of a reader for a part of a file. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  /** Lines of the file that gave no row; each has a problem. */
  readonly unreadable: number;
  /** Lines that the mapping file declares as comments. */
  readonly comments?: number;
  readonly problems: readonly LineProblem[];
}

/** How a row is identified: by its line from 1, or by its index from 0. */
export type RowsAre = "features" | "lines" | "records";

/** A part of a file, of about a thousand rows. */
export interface ReadBatch<Row> extends ReadRows<Row> {
  /** Line after the part: all rows of the file with a smaller one were returned. */
  readonly nextLine: number;
}

export interface Format<Row> {
  /** For people, for example `CSV with ;`. */
  readonly name: string;
  readonly rowsAre: RowsAre;
  /** The file is an XLSX or ODS: the bytes are the CSV text of its first sheet. */
  readonly isSpreadsheet?: true;
  /**
   * Batch by batch, in the order of the file, so that the memory does not grow with the file; at least one.
   * @throws HubError SOURCE_UNREADABLE before the first batch if nothing of the file can be trusted.
   */
  read(chunks: Chunks): AsyncIterable<ReadBatch<Row>>;
}

/** Facts for a mapping beside its row. All of them were read before the mapping began. */
export interface MappingContext {
  /**
   * Codes of the areas, large to small, whose loaded boundary contains the point; the point must come from `points`.
   */
  areaCodesAt(point: GeoPoint): readonly string[];
  /** The area, if the hub has it; the code must be of one that contains a point, or come from `areaCodes`. */
  areaOf?(code: string): Pick<Area, "boundingBox" | "cityCode" | "level" | "name"> | null;
  /** The centre, if the hub has it; the code must come from `centreCodes`. */
  centreOf?(code: string): Centre | null;
  /** Levels with loaded boundaries: only these can be found by a point. */
  readonly levelsWithBoundary: ReadonlySet<AreaLevel>;
  /** Of a source that needs it: the language of the cities, by their configuration. */
  readonly cityLanguage?: TextLanguage;
  /** Surface of the boundary in square kilometres, of those areas of `surfacesOf` that have one. */
  readonly surfacesKm2?: ReadonlyMap<string, number>;
}

/** The result of one row. A row without a record and without a carry is rejected. */
export interface Mapped<Carry> {
  readonly records: readonly HubRecord[];
  readonly problems: readonly RowProblem[];
  /** The facts of the row for `finish`; `null` without any. */
  readonly carry: Carry | null;
  /** Why the row gives nothing without a fault. */
  readonly leftOut?: LeftOutReason | null;
}

export interface Carried<Carry> {
  readonly line: number;
  readonly carry: Carry;
}

/** A record from all rows; `lines` are the rows that it stands for in the report, often none. */
export type FinishedRecord = HubRecord & { readonly lines: readonly number[] };

export interface Finished {
  readonly records: readonly FinishedRecord[];
  readonly problems: readonly LineProblem[];
}

/** A first reading of a file, where the meaning of a row depends on the others. */
interface Survey<Row extends { readonly line: number } = { readonly line: number }, Carry = unknown> {
  see(row: Row): void;
  /** The source for a file with the rows seen. */
  source(): Source<Row, Carry>;
}

/**
 * How one dataset becomes records: a mapping file, or `sources/<dataset>.source.ts` if no mapping file can express it.
 * Everything here is pure; the runner reads, looks up and writes.
 */
export interface Source<Row extends { readonly line: number } = { readonly line: number }, Carry = unknown> {
  readonly ref: Omit<SourceRef, "retrievedAt" | "sha256">;
  /** Paths below the folder under which the file is known; the first that exists is read. */
  readonly files: readonly string[];
  readonly format: Format<Row>;
  /** Of its files; UTF-8 if absent. A file in another encoding is read all the same, and reported. */
  readonly encoding?: DeclaredEncoding;
  readonly mode: SourceMode;
  /** The origin of the first of `files`. Every source of a hub has one; `null` for a mapping file beside a file that is there. */
  readonly origin?: Origin | null;
  /**
   * Codes of the sources whose records the mapping looks up: imported before it, and it is imported again after their
   * changes.
   */
  readonly needs?: readonly string[];
  /** Code of the organisation responsible for the file: it is named in the issues of the file. `null` if unknown. */
  readonly organizationCode: string | null;
  /** Code of the organisation that may upload the file by itself; nobody does if absent or `null`. */
  readonly uploadedBy?: string | null;
  /** Records that the rows refer to and that no file contains, for example indicator definitions. */
  readonly definitions?: readonly HubRecord[];
  /** How its numbers hang together, so that no small number of a sensitive indicator can be worked out; beside its ratios. */
  readonly relations?: Relations;
  /** Codes of the areas whose surface the mapping needs. */
  readonly surfacesOf?: readonly string[];
  /** All rows are read by it before the first is mapped. */
  survey?(): Survey<Row, Carry>;
  /** Points whose areas the mapping needs. */
  points?(row: Row): readonly GeoPoint[];
  /** Codes of areas that the mapping needs. */
  areaCodes?(row: Row): readonly string[];
  /** Codes of the centres of other sources that the mapping adds something to. */
  centreCodes?(row: Row): readonly string[];
  map(row: Row, context: MappingContext): Mapped<Carry>;
  /** Its file does not state the language of its texts, and neither does its declaration. */
  readonly isInCityLanguage?: boolean;
  /** Records from all rows together, which are kept in memory for it: files of at most 200 MB. */
  finish?(carried: readonly Carried<Carry>[]): Finished;
}
