import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";

/** One opening of a day. */
export interface WrittenSpan {
  readonly opensAt: string;
  /** Not after `opensAt`: over midnight. */
  readonly closesAt: string;
  readonly repaired: boolean;
}

/** Consecutive spans: "9:00-12:00 e 14:30-19:00", "dalle 9 alle 12.30 e dalle 14 alle 18", "h24". May be none. */
export function readSpans(reader: TokenReader): WrittenSpan[] {
  const spans: WrittenSpan[] = [];
  for (let span = readSpan(reader); span !== null; span = readNext(reader)) spans.push(span);
  return spans;
}

/** Whether the next tokens continue the hours just read, but are not a span. */
export function continuesHours(reader: TokenReader): boolean {
  const next = peek(reader);
  const isLink = next?.kind === "SEPARATOR" || next?.kind === "JOINER" || next?.role === "AND";
  const kind = (isLink ? peek(reader, 1) : next)?.kind;
  return (
    kind === "BROKEN" ||
    kind === "TIME" ||
    kind === "TIME_PAIR" ||
    next?.kind === "DASH" ||
    next?.kind === "SLASH"
  );
}

const readNext = (reader: TokenReader): WrittenSpan | null =>
  attempt(reader, (r) =>
    takeKind(r, "SEPARATOR", "SLASH", "JOINER") || takeRole(r, "AND") ? readSpan(r) : null,
  );

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
  const begin = r.at;
  const isHour = takeRole(r, "FROM_HOUR");
  if (!isHour) takeRole(r, "FROM");
  const isDate = !isHour && r.at > begin;
  takeOclock(r);
  const opens = readClock(r);
  if (!opens || !(takeKind(r, "DASH", "SLASH") || takeRole(r, "TO_HOUR", "TO"))) return null;
  takeOclock(r);
  const closes = readClock(r);
  if (!closes) return null;
  const isWhole = opens.isWhole || closes.isWhole;
  // "dal 9 al 12" are days, and so are "9-12 giugno"; "1-7" may be.
  if (isWhole && (isDate || peek(r)?.month !== undefined || (opens.isWhole && opens.time < "06:00")))
    return null;
  return [opens.time, closes.time];
}

function takeOclock(r: TokenReader): void {
  if (takeRole(r, "OCLOCK") && peek(r)?.text === ".") take(r);
}

/** "9:30", or an hour without minutes, "9". */
function readClock(r: TokenReader): { readonly time: string; readonly isWhole: boolean } | null {
  const token = takeKind(r, "TIME", "NUMBER");
  if (token?.kind === "TIME") return { time: token.times![0]!, isWhole: false };
  if (!token || token.ordinal || token.number! > 24 || token.text.length > 2) return null;
  return { time: `${token.text.padStart(2, "0")}:00`, isWhole: true };
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

/** The end of a sentence: neither hours nor more words of it. */
export function endsHere(r: TokenReader): boolean {
  const next = peek(r);
  if (next === null) return true;
  if (next.kind !== "SEPARATOR" || next.text === ":") return false;
  const after = readerAt(r.tokens, r.at + 1);
  return readSpans(after).length === 0;
}
