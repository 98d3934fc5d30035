import fc from "fast-check";
import { weekdays } from "../../src/domain/schedule/calendar-day";
import type { OpeningRules } from "../../src/domain/schedule/opening-answer";
import { createSchedule, type Schedule } from "../../src/domain/schedule/schedule";

const pieces = (
  "Dal|dal|al|e|1|7|14|31|giugno|luglio|lugliuo|agosto|2026|01/06/2026|10/08|10/8/26|Lun|Mar|mer|Giov|Venerdì|sabato|DOm|er" +
  "|9:00-12:00|14:30-19:00|14,45|15.00-18.00|15:30:19:00|14:3|22:00-02:00|9-12|chiuso|tutti i giorni|tutto|il mese|di" +
  "|compresi|Ferragosto|Settimana|a metà|ND|Nessuna|chiusura|solo soci|15 August|02-giu"
).split("|");

/** Texts made of the words of hours and closures in any order: many are near to what people write. */
export const hoursText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", " ", ", ", ": ", "-", "", ". ", " ,")), {
    maxLength: 25,
  })
  .map((list) => list.flat().join(""));

const zone = "Europe/Rome";

const time = fc
  .tuple(fc.nat(23), fc.constantFrom("00", "30"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);

/** Days around a change of the clock or of the year. */
const dayFrom = (first: string, days: number): fc.Arbitrary<string> =>
  fc.nat(days).map((n) => new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10));

const row = (first: string): fc.Arbitrary<Schedule> =>
  fc
    .record({
      from: fc.option(dayFrom(first, 20)),
      to: fc.option(dayFrom(first, 20)),
      byday: fc.subarray([...weekdays], { minLength: 1 }),
      opensAt: time,
      closesAt: time,
      isException: fc.constantFrom(null, null, null, null, "OPEN" as const, "CLOSED" as const),
      allDay: fc.boolean(),
      parseConfidence: fc.constantFrom(
        "CERTAIN" as const,
        "CERTAIN" as const,
        "REPAIRED" as const,
        "UNKNOWN" as const,
      ),
    })
    .map(({ from, to, allDay, opensAt, closesAt, ...fields }) => {
      const [validFrom, validTo] = from !== null && to !== null && to < from ? [to, from] : [from, to];
      const timeless = fields.parseConfidence === "UNKNOWN" || (fields.isException === "CLOSED" && allDay);
      const times = timeless ? { opensAt: null, closesAt: null } : { opensAt, closesAt };
      return createSchedule({
        ...fields,
        ...times,
        validFrom,
        validTo,
        freq: "WEEKLY",
        timezone: zone,
        rawText: "x",
      });
    });

/** Rules of all kinds whose rows hold in the three weeks from a day on. */
export const openingRules = (first: string): fc.Arbitrary<OpeningRules> =>
  fc.record({
    schedules: fc.array(row(first), { maxLength: 8 }),
    unparsed: fc.array(
      fc.record({
        text: fc.constant("x"),
        reason: fc.constantFrom("NOT_STATED" as const, "NOT_UNDERSTOOD" as const),
        about: fc.constantFrom("HOURS" as const, "CLOSURES" as const),
        validFrom: dayFrom(first, 10),
        validTo: dayFrom(first, 20),
      }),
      { maxLength: 1 },
    ),
    closuresKnown: fc.boolean(),
  });
