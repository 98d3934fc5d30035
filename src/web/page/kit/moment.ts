/** How many milliseconds the clocks of a place are ahead of UTC at a moment. */
function aheadOfUtc(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  const shown = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - Math.floor(moment / 1000) * 1000;
}

/** `2026-07-08T10:00` on the clock of a place → the moment, with its offset as UTC; null for anything else. */
export function momentAt(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asUtc)) return null;
  // The offset is that of the moment itself, which the first guess may miss by an hour where clocks change.
  const guess = asUtc - aheadOfUtc(asUtc, timeZone);
  return new Date(asUtc - aheadOfUtc(guess, timeZone)).toISOString();
}

/** A moment on the clock of a place, as a field for date and time has it: `2026-07-08T10:00`. */
export const localOf = (moment: string | number, timeZone: string): string => {
  const time = typeof moment === "number" ? moment : Date.parse(moment);
  return new Date(time + aheadOfUtc(time, timeZone)).toISOString().slice(0, 16);
};

const step = 5 * 60_000;

/** The present, in steps of five minutes: pages that are opened together ask the same question. */
export const now = (): number => Math.floor(Date.now() / step) * step;
