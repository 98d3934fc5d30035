import { addDays, dayMs } from "./calendar-day";
import { localTimeAt } from "./local-time";

/** When a rule holds, on the clock of a place. */
interface Period {
  /** IANA name. */
  readonly timezone: string;
  /** First and last day, `YYYY-MM-DD`; `null` without a bound: then all days of a year count. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Days between two looks at the clock: no clock is changed and changed back within them. */
const stepDays = 20;
const mostLooks = 200;

/**
 * Hours by which the local clock is ahead of UTC on all days of a rule: HSDS has one number for it. `null` if it changes, as with
 * daylight saving: then times are on the local clock, and only the name of the zone says which.
 */
export function hoursAheadOfUtc({ timezone, validFrom, validTo }: Period): number | null {
  const isBounded = validFrom !== null && validTo !== null;
  const [from, to] = isBounded ? [validFrom, validTo] : ["2026-01-01", "2026-12-31"];
  const key = `${timezone} ${from} ${to}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size === mostOffsets) offsets.clear();
  const offset = onlyOffset(timezone, from, to);
  offsets.set(key, offset);
  return offset;
}

/** Sources have few different periods, and each takes many looks at the clock. */
const offsets = new Map<string, number | null>();
const mostOffsets = 2_000;

function onlyOffset(timezone: string, from: string, to: string): number | null {
  const found = new Set<number>();
  let day = from;
  for (let look = 0; look < mostLooks && day < to; look++, day = addDays(day, stepDays))
    found.add(hoursAhead(day, timezone));
  found.add(hoursAhead(to, timezone));
  const [hours] = found;
  return found.size === 1 ? hours! : null;
}

function hoursAhead(day: string, timezone: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const { date, time } = localTimeAt(noon, timezone);
  return ((Date.parse(`${date}T${time}:00Z`) - noon) / dayMs) * 24;
}
