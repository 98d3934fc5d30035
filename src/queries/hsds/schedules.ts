import type { HsdsSchedule } from "../../domain/hsds/parts";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { addDays, dayMs, weekdays } from "../../domain/schedule/calendar-day";
import { localTimeAt } from "../../domain/schedule/local-time";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import type { Schedule, UnparsedText } from "../../domain/schedule/schedule";
import { attributesOf, type Fact } from "./attributes";
import { nested, said } from "./row";

/** Hours as rows, and what HSDS has no rows for as facts of the row that has them. */
export interface HoursRows {
  readonly schedules: readonly HsdsSchedule[];
  readonly facts: readonly Fact[];
}

interface Hours {
  readonly openingHoursText: string | null;
  readonly openingRules: OpeningRules | null;
  readonly closuresText?: string | null;
  /** Why the hours are doubtful: then no row states them. */
  readonly openingHoursNote?: LocalizedText | null;
}

/** @param owner id of the service, location or service at a location. */
export function hoursRows(owner: string, hours: Hours): HoursRows {
  const { openingHoursText, openingRules, closuresText = null, openingHoursNote = null } = hours;
  const words: Fact[] = [
    { term: "hours-words", value: openingHoursText },
    { term: "closure-words", value: closuresText },
  ];
  if (openingHoursNote !== null)
    return { schedules: [], facts: [...words, { term: "hours-doubtful", value: said(openingHoursNote) }] };
  const { schedules = [], unparsed = [] } = openingRules ?? {};
  const rules = schedules.filter(({ isException }) => isException !== "CLOSED");
  const unread = unparsed.filter(isUnreadHours);
  const changing = rules.find((rule) => rule.opensAt !== null && offsetOf(rule) === null);
  return {
    schedules: [...rules.map((rule) => ruleRow(owner, rule)), ...unread.map((text) => textRow(owner, text))],
    facts: [
      ...words,
      { term: "timezone", value: changing?.timezone ?? null },
      ...schedules
        .filter(({ isException }) => isException === "CLOSED")
        .map((rule): Fact => ({ term: "closure", value: closureText(rule) })),
      ...unparsed
        .filter((text) => !isUnreadHours(text))
        .map(
          ({ about, reason, text }): Fact => ({
            term: about === "CLOSURES" ? "closure-words" : "unparsed-hours",
            value: text,
            of: reason,
          }),
        ),
    ],
  };
}

/** Hours that somebody must read: they stand among the rows, without a rule. */
const isUnreadHours = ({ about, reason }: UnparsedText): boolean =>
  about === "HOURS" && (reason === "NOT_UNDERSTOOD" || reason === "PERIOD_UNREADABLE");

function ruleRow(owner: string, rule: Schedule): HsdsSchedule {
  const { validFrom, validTo, freq, byday, opensAt, closesAt, rawText } = rule;
  const isRead = opensAt !== null;
  const row = nested("schedule", owner, {
    valid_from: validFrom,
    valid_to: validTo,
    timezone: isRead ? offsetOf(rule) : null,
    freq: isRead ? freq : null,
    byday: isRead ? byday.join(",") : null,
    description: rawText,
    opens_at: opensAt,
    closes_at: closesAt,
  });
  const facts: Fact[] = [
    { term: "exceptional-opening", value: rule.isException === "OPEN" ? "OPEN" : null },
    { term: "hours-confidence", value: rule.parseConfidence === "CERTAIN" ? null : rule.parseConfidence },
    { term: "assumed-year", value: rule.assumedYear ?? null },
  ];
  const attributes = attributesOf("schedule", row.id, facts);
  return attributes.length === 0 ? row : { ...row, attributes };
}

function textRow(owner: string, { text, reason, validFrom, validTo }: UnparsedText): HsdsSchedule {
  const row = nested("schedule", owner, { valid_from: validFrom, valid_to: validTo, description: text });
  const attributes = attributesOf("schedule", row.id, [{ term: "unparsed-hours", value: reason }]);
  return { ...row, attributes };
}

/** `2026-08-10/2026-08-22 MO,TU 09:00-12:00: the words of the source`; an open end is `..` (ISO 8601-2). */
function closureText({ validFrom, validTo, byday, opensAt, closesAt, rawText }: Schedule): string {
  const parts = [
    `${validFrom ?? ".."}/${validTo ?? ".."}`,
    ...(byday.length < weekdays.length ? [byday.join(",")] : []),
    ...(opensAt === null ? [] : [`${opensAt}-${closesAt}`]),
  ];
  return `${parts.join(" ")}: ${rawText}`;
}

/** Days between two looks at the clock: no clock is changed and changed back within them. */
const stepDays = 20;
const mostLooks = 200;

/**
 * Hours by which the local clock is ahead of UTC on all days of a rule: HSDS has one number for it. `null` if it changes, as
 * with daylight saving: then times are on the local clock, and an attribute names the zone.
 */
function offsetOf({ timezone, validFrom, validTo }: Schedule): number | null {
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
