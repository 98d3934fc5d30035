import type { GeoPoint } from "../../domain/geo/point";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { HubRecord } from "../../storage/records/hub-record";
import type { Origin } from "./origin";
import type { LineProblem, RowProblem } from "./problem";

/** What a source may declare of its files; UTF-8 where it declares nothing. */
export type DeclaredEncoding = "windows-1252";

/**
 * FULL: the file holds everything, what is missing in it no longer exists. PARTIAL: it holds a part, a missing row
 * says nothing.
 */
export type SourceMode = "FULL" | "PARTIAL";

/**
 * The bytes of a file from first to last: UTF-8, with or without byte order mark, perhaps cut within a character, perhaps
 * with bytes that are not UTF-8.
 */
export type Chunks = AsyncIterable<Uint8Array>;

/** What a reader made of a part of a file. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  /** Rows of the file that could not be read as rows; each has a problem. */
  readonly unreadable: number;
  readonly problems: readonly LineProblem[];
}

/** How a row is found again: by its line from 1, or by its index from 0. */
export type RowsAre = "features" | "lines" | "records";

/** A part of a file, of about a thousand rows. */
export interface ReadBatch<Row> extends ReadRows<Row> {
  /** Line of what comes behind it: all rows of the file with a smaller one were given. */
  readonly nextLine: number;
}

export interface Format<Row> {
  /** For people, for example `CSV with ;`. */
  readonly name: string;
  readonly rowsAre: RowsAre;
  /**
   * Batch by batch, in the order of the file, so that the memory it takes does not grow with the file; at least one.
   * @throws HubError SOURCE_UNREADABLE before the first batch when nothing of the file can be trusted.
   */
  read(chunks: Chunks): AsyncIterable<ReadBatch<Row>>;
}

/** What a mapping may know beside its row. Everything in it was read before the mapping began. */
export interface MappingContext {
  /** Codes of the areas, large to small, whose loaded boundary holds the point; the point must come from `points`. */
  areaCodesAt(point: GeoPoint): readonly string[];
  /** The area, if the hub has it; the code must be of one that holds a point, or come from `areaCodes`. */
  areaOf?(code: string): Pick<Area, "cityCode" | "level"> | null;
  /** Levels of which boundaries are loaded: only these can be told from a point. */
  readonly levelsWithBoundary: ReadonlySet<AreaLevel>;
  /** Surface of the boundary in square kilometres, of those areas of `surfacesOf` that have one. */
  readonly surfacesKm2?: ReadonlyMap<string, number>;
}

/** What came of one row. A row of which neither a record nor a carry came is rejected. */
export interface Mapped<Carry> {
  readonly records: readonly HubRecord[];
  readonly problems: readonly RowProblem[];
  /** What `finish` needs to know of the row; `null` when nothing. */
  readonly carry: Carry | null;
}

export interface Carried<Carry> {
  readonly line: number;
  readonly carry: Carry;
}

/** A record of all rows; `lines` are those that it stands for in the report, often none. */
export type FinishedRecord = HubRecord & { readonly lines: readonly number[] };

export interface Finished {
  readonly records: readonly FinishedRecord[];
  readonly problems: readonly LineProblem[];
}

/**
 * How one dataset becomes records: a mapping file, or `sources/<dataset>.source.ts` where no mapping file can say it.
 * Everything here is pure; the runner reads, looks up and writes.
 */
export interface Source<Row extends { readonly line: number } = { readonly line: number }, Carry = unknown> {
  readonly ref: Omit<SourceRef, "retrievedAt" | "sha256">;
  /** Paths below the folder under which the file is known; the first that exists is read. */
  readonly files: readonly string[];
  readonly format: Format<Row>;
  /** Of its files; UTF-8 when absent. One that is in another than declared is read all the same, and told. */
  readonly encoding?: DeclaredEncoding;
  readonly mode: SourceMode;
  /** Where the first of `files` can be had; `null` where what is published there has another shape, or nothing is. */
  readonly origin?: Origin | null;
  /** Codes of the sources whose records the mapping looks up: imported before it, and it anew where they changed. */
  readonly needs?: readonly string[];
  /** Code of the body that answers for what the file says: its faults are listed as its own. `null` where none is known. */
  readonly organizationCode: string | null;
  /** Records that the rows refer to and that no file gives, for example indicator definitions. */
  readonly definitions?: readonly HubRecord[];
  /** Codes of the areas whose surface the mapping will ask for. */
  readonly surfacesOf?: readonly string[];
  /** Points whose areas the mapping will ask for. */
  points?(row: Row): readonly GeoPoint[];
  /** Codes of areas that the mapping will ask for. */
  areaCodes?(row: Row): readonly string[];
  map(row: Row, context: MappingContext): Mapped<Carry>;
  /** Records that come from all rows together, which are kept in memory for it: files of at most 200 MB. */
  finish?(carried: readonly Carried<Carry>[]): Finished;
}
