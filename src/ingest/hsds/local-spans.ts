import { addDays, type CalendarDay, dayMs } from "../../domain/schedule/calendar-day";
import { localTimeAt } from "../../domain/schedule/local-time";

/** Opening and closing time on the local clock, between two days that both count. */
export interface LocalSpan {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

interface Clock {
  readonly time: string;
  readonly isUtc: boolean;
}

/** Three years of a rule with times in UTC. */
const mostDays = 1_100;

/**
 * The local times of a row, which may write them as `10:00`, `10:00:00`, `10am`, with an offset of its zone, or in UTC with a Z.
 * Times in UTC change on the local clock with daylight saving, so their row becomes several; `null` without an end, or if
 * the times are not readable.
 */
export function localSpans(
  [opens, closes]: readonly [string | null, string | null],
  { from, to }: Pick<LocalSpan, "from" | "to">,
  timezone: string,
): readonly LocalSpan[] | null {
  const end = /^24:00(?::00)?$/.test(closes ?? "") ? "00:00" : closes;
  const [a, b] = [clockOf(opens, timezone), clockOf(end, timezone)];
  if (a === null || b === null || a.isUtc !== b.isUtc) return null;
  if (!a.isUtc) return [{ opensAt: a.time, closesAt: b.time, from, to }];
  const isFixed = offsetsOf(timezone).size === 1;
  if (!isFixed && (from === null || to === null)) return null;
  const first = from ?? to ?? "2026-01-01";
  const last = isFixed ? first : to!;
  if ((Date.parse(last) - Date.parse(first)) / dayMs > mostDays) return null;
  const spans: LocalSpan[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const [start, end] = [a, b].map(({ time }) => localTimeAt(Date.parse(`${day}T${time}:00Z`), timezone));
    if (start!.date !== day) return null;
    const before = spans.at(-1);
    const isSame = before?.opensAt === start!.time && before.closesAt === end!.time;
    if (isSame) spans[spans.length - 1] = { ...before, to: day };
    else spans.push({ opensAt: start!.time, closesAt: end!.time, from: day, to: day });
  }
  return isFixed ? spans.map((span) => ({ ...span, from, to })) : spans;
}

/** `5pm`, `12:30 p.m.` on the clock of 24 hours; any other text as it is. */
function on24Hours(text: string): string {
  const [, hour, minute = "00", half] =
    /^(1[0-2]|0?[1-9])(?::([0-5]\d))?(?::00)?\s*([ap])\.?m\.?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return text;
  return `${(Number(hour) % 12) + (/p/i.test(half!) ? 12 : 0)}:${minute}`;
}

/** `null` for a time with an offset that the zone never has: it is of another clock. */
function clockOf(text: string | null, timezone: string): Clock | null {
  const [, hour, minute, zone] =
    /^(\d{1,2}):([0-5]\d)(?::00(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(on24Hours(text ?? "")) ?? [];
  if (hour === undefined || Number(hour) > 23) return null;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  if (zone === undefined || zone === "Z") return { time, isUtc: zone === "Z" };
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return offsetsOf(timezone).has(offset) ? { time, isUtc: false } : null;
}

/** Minutes by which the local clock is ahead of UTC, in winter and summer. */
const offsetsOf = (timezone: string): ReadonlySet<number> =>
  new Set(
    [Date.UTC(2025, 0, 15), Date.UTC(2025, 6, 15)].map((moment) => {
      const { date, time } = localTimeAt(moment, timezone);
      return (Date.parse(`${date}T${time}:00Z`) - moment) / 60_000;
    }),
  );
