import { attempt, peek, readerAt, type TokenReader, takeKind, takeRole } from "./token-reader";

/** One opening of a day. */
export interface WrittenSpan {
  readonly opensAt: string;
  /** Not after `opensAt`: over midnight. */
  readonly closesAt: string;
  readonly repaired: boolean;
}

/** Consecutive spans: "9:00-12:00 e 14:30-19:00", "dalle 9:00 alle 12:00, 14:30-19:00". May be none. */
export function readSpans(reader: TokenReader): WrittenSpan[] {
  const spans: WrittenSpan[] = [];
  for (let span = readSpan(reader); span !== null; span = readNext(reader)) spans.push(span);
  return spans;
}

/** Whether the next tokens continue the hours just read, but are not a span. */
export function continuesHours(reader: TokenReader): boolean {
  const next = peek(reader);
  const linked = next?.kind === "SEPARATOR" || next?.role === "AND";
  const kind = (linked ? peek(reader, 1) : next)?.kind;
  return kind === "BROKEN" || kind === "TIME" || kind === "TIME_PAIR" || next?.kind === "DASH";
}

const readNext = (reader: TokenReader): WrittenSpan | null =>
  attempt(reader, (r) => (takeKind(r, "SEPARATOR") || takeRole(r, "AND") ? readSpan(r) : null));

function readSpan(reader: TokenReader): WrittenSpan | null {
  const r = readerAt(reader.tokens, reader.at);
  const times = takeKind(r, "TIME_PAIR")?.times ?? readTwoTimes(r);
  // "9:00-12-18:00" is not two times: which of them are meant is unknown.
  if (!times || peek(r)?.kind === "DASH") return null;
  const [opensAt, closesAt] = times as [string, string];
  if (!isPlausible(opensAt, closesAt)) return null;
  reader.at = r.at;
  return { opensAt, closesAt: closesAt === "24:00" ? "00:00" : closesAt, repaired: r.repaired };
}

function readTwoTimes(r: TokenReader): readonly string[] | null {
  takeRole(r, "FROM");
  takeRole(r, "OCLOCK");
  const opens = takeKind(r, "TIME");
  if (!opens || !(takeKind(r, "DASH") || takeRole(r, "TO"))) return null;
  takeRole(r, "OCLOCK");
  const closes = takeKind(r, "TIME");
  return closes && [...opens.times!, ...closes.times!];
}

/**
 * A span over midnight is plausible if it ends by six and is shorter than half a day: "18:00-02:00". "15:00-12:00" and
 * "9:00-1:00" are more likely typing errors, and which time is wrong is unknown.
 */
function isPlausible(opensAt: string, closesAt: string): boolean {
  if (opensAt < closesAt) return opensAt !== "24:00";
  return closesAt <= "06:00" && minutesOf(closesAt) + 24 * 60 - minutesOf(opensAt) < 12 * 60;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
