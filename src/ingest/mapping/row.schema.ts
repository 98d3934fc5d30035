import * as z from "zod";
import { weekdays } from "../../domain/schedule/calendar-day";
import { oneOrSome, scalar, some } from "./cell.schema";
import { localizedText } from "./definition.schema";

const condition = z
  .strictObject({
    column: z.string().min(1),
    is: z.array(scalar).min(1).optional().describe("Only rows in which the column has one of these words."),
    isNot: z
      .array(scalar)
      .min(1)
      .optional()
      .describe("Only rows in which the column has none of these words."),
    filled: z
      .boolean()
      .optional()
      .describe("true: only rows in which the column has a word; false: only those in which it has none."),
    minimum: z
      .number()
      .optional()
      .describe(
        "Only rows whose cell begins at this number or above, as 65-69 or 100+ with 65: classes of age.",
      ),
    maximum: z
      .number()
      .optional()
      .describe("Only rows whose cell ends at this number or below, as 10-14 with 17; 15-19 does not."),
  })
  .refine(
    ({ is, isNot, filled, minimum, maximum }) =>
      [is, isNot, filled, minimum ?? maximum].filter((rule) => rule !== undefined).length === 1,
    "needs exactly one of is, isNot, filled, and minimum with maximum or one of them",
  );

/** Which rows become a record. */
export const when = oneOrSome(condition)
  .optional()
  .describe(
    "The rows that give this record: those that meet the condition, or all of a list; every row if absent.",
  );

export const hours = z
  .strictObject({
    column: z.string().min(1).optional().describe("Column with the opening hours as text."),
    days: z
      .partialRecord(z.enum(weekdays), z.string().min(1))
      .refine((days) => Object.keys(days).length > 0, "needs a column of at least one day")
      .optional()
      .describe("Columns of the days, in place of one column for all: { MO: lunedi, TU: martedi }."),
    closures: z.string().min(1).optional().describe("Column with the closures as text."),
    timezone: z.string().min(1).describe("Zone of the place, as in Europe/Rome."),
    year: z
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .describe("Year of dates without one; the default is that of source.modified."),
    caution: z
      .strictObject({
        is: some(scalar).describe("The words, verbatim."),
        text: localizedText.describe("The caveat."),
      })
      .optional()
      .describe("Misleading words: they are kept, with a note. Only of a service at its place."),
  })
  .refine(
    ({ column, days }) => (column === undefined) !== (days === undefined),
    "needs exactly one of column, days",
  )
  .describe("Opening hours as text: kept verbatim, and parsed where possible.");

export type HoursMapping = z.infer<typeof hours>;
export type WhenMapping = z.infer<typeof condition>;
