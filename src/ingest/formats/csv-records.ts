import { parse } from "csv-parse/sync";
import { wholeCharacters, withoutMark } from "./utf8";

/** A record of a CSV file that is not blank. */
export interface RawRecord {
  readonly kind: "record";
  readonly cells: readonly string[];
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly bytes: Buffer;
  /** It ends with the file, without a line break. */
  readonly unended: boolean;
}

/**
 * UNCLOSED: a quotation mark without its end. TOO_LONG: an excessively long line. CUT: half a character. DAMAGED: bytes
 * that are not UTF-8.
 */
export interface LostLine {
  readonly kind: "CUT" | "DAMAGED" | "TOO_LONG" | "UNCLOSED";
  readonly line: number;
  readonly bytes: Buffer;
}

export interface CsvRecords {
  push(block: Buffer): (RawRecord | LostLine)[];
  end(): (RawRecord | LostLine)[];
  /** Line of the next record, from 1. */
  line(): number;
  /** The file ended within a character. */
  wasCut(): boolean;
}

/** The longest record; beyond it an open quotation mark counts as unclosed. */
export const maxRecordBytes = 1024 * 1024;

const [lf, cr] = [0x0a, 0x0d];

/**
 * Cuts a CSV file that arrives block by block into its records. The limits of blocks make no difference: the last
 * record of each waits for its continuation. After a lost line, reading continues at the next one.
 * @param separatorOf the separator for the rest, chosen by the header.
 * @param isBeforeHeader whether a record is a skipped line or a comment.
 */
export function csvRecords(
  declared: string,
  separatorOf: (header: RawRecord) => string,
  maxBytes = maxRecordBytes,
  isBeforeHeader: (record: RawRecord) => boolean = () => false,
): CsvRecords {
  let separator = declared;
  let headed = false;
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let begun = false;
  let skipping = false;
  let cut = false;

  function drain(final: boolean): (RawRecord | LostLine)[] {
    const found: (RawRecord | LostLine)[] = [];
    let start = 0;
    while (start < rest.length) {
      if (skipping) {
        const next = lineBreakAfter(rest, start, final);
        start = next.at;
        if (!next.found) break;
        line++;
        skipping = false;
        continue;
      }
      const { parsed, complete } = parseFrom(rest.subarray(start), separator);
      // The last record may continue in the next block.
      const sure = final || !complete ? parsed.length : parsed.length - 1;
      let from = start;
      let [tooLong, again] = [false, false];
      for (const { record, info } of parsed.slice(0, sure)) {
        const end = Math.min(start + info.bytes, rest.length);
        tooLong = end - from > maxBytes;
        if (tooLong) break;
        const bytes = rest.subarray(from, end);
        const breaks = breaksIn(bytes);
        const isEnded = endsLine(bytes);
        const endLine = line + Math.max(0, breaks - (isEnded ? 1 : 0));
        const unended = !isEnded && final && end === rest.length;
        if (record.length > 1 || record[0]?.trim()) {
          const raw = { kind: "record", cells: record, line, endLine, bytes, unended } as const;
          const isHeader = !headed && !isBeforeHeader(raw);
          const better = isHeader ? separatorOf(raw) : separator;
          headed ||= isHeader;
          again = better !== separator;
          separator = better;
          if (again) break;
          found.push(raw);
        }
        line += breaks;
        from = end;
      }
      const neverEnds = final ? !complete : rest.length - from > maxBytes;
      start = from;
      if (again) continue;
      if (!tooLong && !neverEnds) break;
      // The mark swallowed the rest: its own line is lost, the lines after it are read again.
      found.push({ ...lostLine(rest.subarray(from), maxBytes), line });
      skipping = true;
    }
    // A copy, so that the block itself can be freed.
    rest = Buffer.from(rest.subarray(start));
    return found;
  }

  function begin(): void {
    if (!begun) rest = withoutMark(rest);
    begun = true;
  }

  return {
    push(block) {
      rest = Buffer.concat([rest, block]);
      if (!begun && rest.length < 3) return [];
      begin();
      return drain(false);
    },
    end() {
      begin();
      const last = wholeCharacters(rest);
      const half = rest.subarray(last.bytes.length);
      [rest, cut] = [last.bytes, last.cut];
      const endsWithin = rest.length > 0 && !endsLine(rest);
      const found = drain(true);
      if (endsWithin) line++;
      // Half a character alone on the last line would leave no other trace.
      return cut && !endsWithin ? [...found, { kind: "CUT", line, bytes: half }] : found;
    },
    line: () => line,
    wasCut: () => cut,
  };
}

interface Parsed {
  readonly record: string[];
  /** `bytes` is where the record ends. */
  readonly info: { readonly bytes: number };
}

/** The cells of a record with another separator. */
export const cellsBy = ({ bytes }: RawRecord, separator: string): readonly string[] =>
  parseFrom(bytes, separator).parsed[0]?.record ?? [];

function parseFrom(bytes: Buffer, separator: string): { parsed: Parsed[]; complete: boolean } {
  let complete = true;
  const parsed = parse(bytes, {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      complete = false;
      return undefined;
    },
  }) as unknown as Parsed[];
  return { parsed, complete };
}

const endsLine = (bytes: Buffer): boolean => bytes.at(-1) === lf || bytes.at(-1) === cr;

/** LF, CRLF and CR alone, each as one. */
function breaksIn(bytes: Buffer): number {
  let breaks = 0;
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] === lf || (bytes[at] === cr && bytes[at + 1] !== lf)) breaks++;
  return breaks;
}

/** The beginning of the next line; a CR at the end of a block waits for the LF that may follow it. */
function lineBreakAfter(bytes: Buffer, start: number, final: boolean): { at: number; found: boolean } {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === lf) return { at: at + 1, found: true };
    if (bytes[at] !== cr) continue;
    if (at + 1 === bytes.length && !final) return { at, found: false };
    return { at: bytes[at + 1] === lf ? at + 2 : at + 1, found: true };
  }
  return { at: bytes.length, found: false };
}

function lostLine(bytes: Buffer, maxBytes: number): Pick<LostLine, "bytes" | "kind"> {
  const { at, found } = lineBreakAfter(bytes, 0, true);
  const isOneLine = at > maxBytes || (!found && bytes.length > maxBytes);
  const shown = bytes.subarray(0, Math.min(at, maxBytes, 1000));
  return { kind: isOneLine ? "TOO_LONG" : "UNCLOSED", bytes: Buffer.from(shown) };
}
