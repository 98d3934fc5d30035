import * as z from "zod";
import { certainties } from "../../domain/kit/status";
import { few } from "./cell.schema";
import { oneCitation } from "./citation.schema";
import { dateValue } from "./date.schema";
import { when } from "./row.schema";
import { code } from "./source.schema";
import { choiceValue, textValue } from "./value.schema";

export const centreKind = z
  .strictObject({
    type: z.literal("centreKind"),
    when,
    centre: textValue.describe("Code of a centre of another source, as in the template ds3017:{id}."),
    term: choiceValue(code).describe("Term of the taxonomy centre-kind: of the hub or defined under terms."),
    assertedOn: dateValue
      .optional()
      .describe("When the page said so; a blank cell is a statement without a date."),
    validFrom: dateValue.optional(),
    validTo: dateValue.optional(),
    certainty: choiceValue(z.enum(certainties)).optional(),
    page: oneCitation.optional().describe("The page that says so."),
    disputes: few(code).describe(
      "Terms that another source states for the same time, and that cannot be true beside this one.",
    ),
  })
  .describe(
    "What the row says about the kind of a centre that another source describes: the statement is added to its history, and the centre stays that of its source.",
  );

export type CentreKindMapping = z.infer<typeof centreKind>;
