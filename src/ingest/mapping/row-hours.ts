import type { LocalizedText } from "../../domain/kit/localized-text";
import { type Weekday, weekdays } from "../../domain/schedule/calendar-day";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { openingRulesOf } from "../kit/hours";
import type { Mapping } from "./mapping.schema";
import { type RowReader, textOf } from "./read-value";
import type { HoursMapping } from "./row.schema";

export interface RowHours {
  readonly openingHoursText: string | null;
  readonly closuresText: string | null;
  readonly openingRules: OpeningRules | null;
  /** A caveat about misleading words. */
  readonly caution: LocalizedText | null;
}

/** The texts on hours and closures of a row, and the parsed rules. */
export function hoursOf(
  mapping: HoursMapping | undefined,
  { modified }: Mapping["source"],
  reader: RowReader,
): RowHours {
  if (mapping === undefined)
    return { openingHoursText: null, closuresText: null, openingRules: null, caution: null };
  const { closures, timezone, year, caution } = mapping;
  const { column, text: openingHoursText } = hoursText(mapping, reader);
  const closuresText = closures === undefined ? null : textOf({ column: closures }, reader);
  const { openingRules, problems } = openingRulesOf(
    { column, text: openingHoursText },
    closures === undefined ? null : { column: closures, text: closuresText },
    { year: year ?? Number(modified!.slice(0, 4)), timezone },
  );
  const misleads = openingHoursText !== null && caution?.is.includes(openingHoursText) === true;
  if (!misleads) {
    reader.problems.push(...problems);
    return { openingHoursText, closuresText, openingRules, caution: null };
  }
  return {
    openingHoursText,
    closuresText,
    openingRules: rulesOfOtherSubject(openingHoursText),
    caution: caution.text,
  };
}

const dayNames: Readonly<Record<Weekday, string>> = {
  MO: "lunedì",
  TU: "martedì",
  WE: "mercoledì",
  TH: "giovedì",
  FR: "venerdì",
  SA: "sabato",
  SU: "domenica",
};

/** The words on the hours, and the column of their problems: with a column for each day, each with the name of its day. */
function hoursText({ column, days = {} }: HoursMapping, reader: RowReader) {
  if (column !== undefined) return { column, text: textOf({ column }, reader) };
  const stated = weekdays.flatMap((day) => {
    const name = days[day];
    const text = name === undefined ? null : textOf({ column: name }, reader);
    return text === null ? [] : [`${dayNames[day]} ${text}`];
  });
  const text = stated.length === 0 ? null : stated.join("; ");
  return { column: Object.values(days)[0]!, text };
}

/** The hours of something else, such as a telephone line, are no rows of this place: they stay words. */
const rulesOfOtherSubject = (text: string): OpeningRules => ({
  schedules: [],
  unparsed: [{ text, reason: "OTHER_SUBJECT", about: "HOURS", validFrom: null, validTo: null }],
  closuresKnown: false,
});
