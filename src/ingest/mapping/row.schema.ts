import { z } from "zod";
import { scalar } from "./cell.schema";
import { localizedText } from "./definition.schema";
import { mappingLimits } from "./mapping-limits";

/** Which rows become a record. */
export const when = z
  .strictObject({
    column: z.string().min(1),
    is: z.array(scalar).min(1).optional().describe("Only rows in which the column says one of these."),
    isNot: z.array(scalar).min(1).optional().describe("Only rows in which the column says none of these."),
  })
  .refine((rule) => (rule.is === undefined) !== (rule.isNot === undefined), "needs exactly one of is, isNot")
  .optional()
  .describe("Which rows become this; all where it is absent.");

export const hours = z
  .strictObject({
    column: z.string().min(1).describe("Column with the opening hours in words."),
    closures: z.string().min(1).optional().describe("Column with the closures in words."),
    timezone: z.string().min(1).describe("Zone of the place, as in Europe/Rome."),
    year: z
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .describe("Year of days written without one; that of source.modified without it."),
    caution: z
      .strictObject({
        is: z.array(scalar).min(1).max(mappingLimits.aliases).describe("The words, letter for letter."),
        text: localizedText.describe("What to know about them."),
      })
      .optional()
      .describe(
        "Words that are known to mislead: they are kept, with a note. Only of a service at its place.",
      ),
  })
  .describe("Opening hours in words: kept as they are, and read where they can be.");

export type HoursMapping = z.infer<typeof hours>;
