import { weekdays } from "./calendar-day";
import { blank, type HoursStatement, type HoursText } from "./hours-statement";
import { readClosed } from "./read-closed";
import { beginsStatement, readDayHours, readHoursOfPeriod, readMisspeltDay } from "./read-day-hours";
import { readDays } from "./read-days";
import { readPeriodList } from "./read-period";
import { endsHere, readSpans, type WrittenSpan } from "./read-spans";
import { attempt, peek, readerAt, takeKind, takeRole } from "./token-reader";

/** All statements of a text of hours, in order. Only separators and "and" are outside of the statements. */
export function readHours(text: HoursText): HoursStatement[] {
  const { tokens } = text;
  const hoursFirst = readHoursFirst(text);
  if (hoursFirst) return [hoursFirst];
  const statements: HoursStatement[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (token.kind === "SEPARATOR" || token.role === "AND") {
      at++;
      continue;
    }
    const statement =
      readDayHours(text, at) ??
      readPeriods(text, at) ??
      readClosed(text, at) ??
      readHoursOfPeriod(text, at, statements.at(-1)) ??
      readMisspeltDay(text, at, statements.at(-1)) ??
      unreadFrom(text, at);
    statements.push(statement);
    at = statement.next;
  }
  return statements;
}

const isDay24 = ({ opensAt, closesAt }: WrittenSpan): boolean => opensAt === "00:00" && closesAt === "00:00";

/**
 * "Dalle 8:00 alle 18:00 dal lunedì al sabato": hours before their days, as the whole text. In a longer text it is
 * unclear whether days belong to the hours before them or after them. "h24" alone means every day.
 */
function readHoursFirst({ tokens }: HoursText): HoursStatement | null {
  const r = readerAt(tokens, 0);
  while (takeRole(r, "OPEN"));
  const spans = readSpans(r);
  if (spans.length === 0) return null;
  takeKind(r, "SEPARATOR");
  const group = readDays(r) ?? (spans.every(isDay24) ? { days: weekdays, doubtful: [] } : null);
  const next = r.at;
  while (takeKind(r, "SEPARATOR"));
  if (!group || r.at < tokens.length) return null;
  return { ...blank, kind: "DAYS", first: 0, next, ...group, repaired: r.repaired, spans };
}

/**
 * The periods above a list of days: "Dal 1 giugno al 7 agosto e dal 24 agosto al 30 settembre:". Hours below them without
 * a day are hours of days that are not known: "Mar-Ott 9:00-19:00".
 */
function readPeriods({ tokens, year }: HoursText, first: number): HoursStatement | null {
  const r = readerAt(tokens, first);
  const periods = readPeriodList(r, year, false);
  if (!periods) return null;
  const next = r.at;
  if (
    takeRole(r, "CLOSED") ||
    attempt(r, (copy) => (takeKind(copy, "SEPARATOR")?.text === ":" && takeRole(copy, "CLOSED")) || null)
  )
    return endsHere(r) ? { kind: "CLOSED_PERIODS", first, next: r.at, periods } : null;
  const [after, isAdjacent] = [peek(r), peek(r)?.kind !== "SEPARATOR"];
  while (takeKind(r, "SEPARATOR"));
  while (takeRole(r, "OPEN"));
  // After other hours, dates between two commas may belong to the hours before or after them.
  const isHeading =
    first === 0 || after?.text === ":" || (tokens[first - 1]!.kind === "SEPARATOR" && isAdjacent);
  const hasHours = readDays(readerAt(tokens, r.at)) !== null || readSpans(readerAt(tokens, r.at)).length > 0;
  return isHeading && hasHours ? { kind: "PERIODS", first, next, periods } : null;
}

function unreadFrom(text: HoursText, first: number): HoursStatement {
  let next = first + 1;
  while (next < text.tokens.length && !beginsStatement(text, next)) next++;
  return { kind: "UNREAD", first, next };
}
