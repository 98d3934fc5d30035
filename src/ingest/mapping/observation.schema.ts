import * as z from "zod";
import { observationStatuses } from "../../domain/indicators/observation";
import { areaLevels } from "../../domain/places/area";
import { few } from "./cell.schema";
import { periodValue } from "./date.schema";
import { localizedText } from "./definition.schema";
import { checksSchema, totalSchema } from "./derived.schema";
import { mappingLimits } from "./mapping-limits";
import { when } from "./row.schema";
import { code } from "./source.schema";
import {
  areaCodeValue,
  choiceValue,
  columnNumber,
  localizedValue,
  numberValue,
  textValue,
} from "./value.schema";

export const observation = z
  .strictObject({
    type: z.literal("observation"),
    when,
    area: areaCodeValue.describe("Code of the area, as in the template nil:{ID_NIL}."),
    level: z.enum(areaLevels).describe("Level of the area."),
    period: periodValue.describe("Period of the value: a year, a half year, a quarter, a month or a day."),
    rows: z
      .literal("SUM")
      .optional()
      .describe(
        "SUM adds the values of all rows of one indicator, area and period, as where each row is a class of age. If one of them has no number, neither has the sum.",
      ),
    values: z
      .array(
        z.strictObject({
          indicator: choiceValue(code).describe(
            "Code of an indicator defined under indicators, or named under uses.",
          ),
          value: numberValue,
          beside: few(columnNumber).describe(
            "Numbers in other columns for the note: checked like the value, and kept only there.",
          ),
          numerator: numberValue.optional(),
          denominator: numberValue.optional(),
          whenBlank: z
            .strictObject({
              status: z.enum(["CONFIDENTIAL", "MISSING"]),
              note: localizedText.describe("Why there is no number."),
            })
            .optional()
            .describe(
              "What an empty cell means in this column, where it is known: the observation has no number, this status and this note. Without it an empty cell is a problem of its row.",
            ),
          status: choiceValue(z.enum(observationStatuses)).optional(),
          note: z
            .union([textValue, localizedValue])
            .optional()
            .describe("A caveat about the value: a text of the row, or one in both languages (it, en)."),
        }),
      )
      .min(1)
      .max(mappingLimits.values)
      .describe(
        "The values of a row. If each indicator has its own column: one entry each. If a column names the indicator: one entry with a map.",
      ),
    total: totalSchema.optional(),
    checks: checksSchema.optional(),
  })
  .describe("Values of an area and a period.");

export type ObservationMapping = z.infer<typeof observation>;
