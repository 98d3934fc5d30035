import * as z from "zod";
import { areaLevels } from "../../domain/places/area";
import { qualityRuleNames, severities } from "../../domain/quality/quality-rule";
import { column, few, messageInBoth, scalar, some } from "./cell.schema";
import { periodText } from "./date.schema";
import { localizedText } from "./definition.schema";
import { mappingLimits } from "./mapping-limits";
import { patternFault } from "./pattern";
import { code } from "./source.schema";
import { columnNumber } from "./value.schema";

const codes = some(code);

export const totalSchema = z
  .strictObject({
    area: code.describe("Code of the larger area."),
    level: z.enum(areaLevels),
    partName: localizedText.describe("Name of its parts in notes, as in NIL."),
    parts: z
      .int()
      .min(1)
      .optional()
      .describe(
        "Expected number of parts; the default is the number of areas, if minimum and maximum or a map state them. One more if the publisher counts people without an area.",
      ),
    rest: z
      .strictObject({
        column,
        is: some(scalar),
        people: code
          .optional()
          .describe(
            "Indicator that counts these people. With it the import reports periods without such a row if others have one, rows that do not say how many they are, and rows that count others without any of them.",
          ),
      })
      .optional()
      .describe(
        "Rows without an area, with one of these words: people without an area. They count in the total only (NOT_AN_AREA).",
      ),
  })
  .describe(
    "Adds, for each period, the sum of each indicator with aggregation SUM. A sum with missing areas is PROVISIONAL, and its note lists them. The area needs minimum and maximum, a map, or the total parts.",
  );

/** Rules for the numbers of a row, or of all rows. Numbers that break one are kept as published. */
export const checksSchema = z
  .strictObject({
    totals: few(z.strictObject({ total: code, parts: codes })).describe(
      "Indicators whose parts must add up to the total (TOTAL_DIFFERS).",
    ),
    nested: few(some(code, 2)).describe("Indicators of which each is a part of the next (TOTAL_DIFFERS)."),
    columnsDiffer: z
      .literal(true)
      .optional()
      .describe("No column repeats another in every area of a period (COLUMNS_REPEATED)."),
    surface: columnNumber
      .optional()
      .describe("Column with square kilometres, compared with the boundary of the area (SURFACE_DIFFERS)."),
  })
  .describe("Constraints of the values. A value that violates one is kept as published, with a problem.");

/** Indicators that no row gives: they are computed from others, for every area and period with all parts. */
export const derivedSchema = z
  .strictObject({
    sums: z
      .record(code, z.strictObject({ plus: codes, minus: codes.default([]) }))
      .default({})
      .describe("By indicator: the added and the subtracted indicators."),
    ratios: z
      .array(code)
      .max(mappingLimits.definitions)
      .default([])
      .describe("Indicators equal to numeratorCode / denominatorCode times factor."),
  })
  .describe("Indicators that are computed from those of the rows.");

export const breakSchema = z
  .strictObject({
    indicators: codes.describe("Indicators whose series breaks; those computed from them break with it."),
    from: periodText.describe("The first period after the break: its observations get the status BREAK."),
    areas: some(code).optional().describe("Only in these areas; in all areas without it."),
    reason: messageInBoth.describe("Why values before and after cannot be compared: the note."),
  })
  .describe(
    "A break in a series: values before and after it are not comparable, and changes across it are null.",
  );

export const noticeSchema = z
  .strictObject({
    column: z.string().min(1),
    matches: z
      .string()
      .refine(
        (pattern) => patternFault(`(${pattern})`) === null,
        "is no pattern that can be used; it has no groups",
      )
      .describe("Regular expression: the notice concerns the matching cells."),
    severity: z.enum(severities),
    rule: z.enum(qualityRuleNames),
    message: messageInBoth.describe(
      "What to report; {count}, {rows} and {line} stand for the cells, all rows and the first line.",
    ),
  })
  .describe("One problem of the whole file, instead of one in each row.");

export type TotalMapping = z.infer<typeof totalSchema>;
