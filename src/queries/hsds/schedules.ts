import type { HsdsSchedule } from "../../domain/hsds/parts";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { weekdays } from "../../domain/schedule/calendar-day";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import type { Schedule, UnparsedText } from "../../domain/schedule/schedule";
import { hoursAheadOfUtc } from "../../domain/schedule/utc-offset";
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
  const changing = rules.find((rule) => rule.opensAt !== null && hoursAheadOfUtc(rule) === null);
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
    timezone: isRead ? hoursAheadOfUtc(rule) : null,
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
