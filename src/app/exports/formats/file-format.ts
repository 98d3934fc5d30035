import type { LocalizedText } from "../../../domain/kit/localized-text";
import type { AnySet } from "../../../queries/exports/export-set";
import type { RowBatch } from "../../../queries/exports/row-batch";

/** A part of a file. */
export type Piece = string | Uint8Array;

/** Writes one file: rows come in batches, in order. */
interface FileWriter {
  /** Before the first row. */
  begin(): Piece;
  rows(batch: RowBatch): Piece;
  /** After the last row. */
  end(): Piece;
}

/** A form in which sets are given as files. */
export interface FileFormat {
  /** End of the name of the file, for example `csv`. */
  readonly extension: string;
  readonly mediaType: string;
  /** What it is good for. */
  readonly use: LocalizedText;
  /** Whether its bytes are compressed already. */
  readonly isCompressed?: true;
  fits(set: AnySet): boolean;
  writer(set: AnySet): FileWriter;
}
