/** What the clocks of a time zone show at a moment, `2026-07-08T10:00`. */
export function clockAt(moment: number, timeZone: string): string {
  // The Swedish form of a date and a time is that of ISO 8601, with a space.
  return new Date(moment)
    .toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .replace(" ", "T");
}

/**
 * The moment at which the clocks of a time zone show `2026-07-08T10:00`, in UTC. An hour that a change of the clocks leaves out is
 * read as the hour after it. Null for a text that is not a moment.
 */
export function momentAt(clock: string, timeZone: string): string | null {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) ? Date.parse(`${clock}Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return null;
  const offset = (moment: number) => Date.parse(`${clockAt(moment, timeZone)}Z`) - moment;
  // The offset at the wrong moment can differ on the day of a change: the second look is at the right one.
  const near = wanted - offset(wanted);
  return new Date(wanted - offset(near)).toISOString().replace(".000Z", "Z");
}

const step = 5 * 60_000;

/** The present, in steps of five minutes: pages that are opened together ask the same question. */
export const now = (): number => Math.floor(Date.now() / step) * step;
