import * as z from "zod";
import { partnerRoles, presences } from "../../domain/strategy/partnership";
import { citationsSchema } from "./citation.schema";
import { dateValue } from "./date.schema";
import { when } from "./row.schema";
import { code } from "./source.schema";
import { choiceValue, listValue } from "./value.schema";
import { wordedText } from "./worded-text.schema";

export const membership = z
  .strictObject({
    type: z.literal("membership"),
    when,
    partnership: choiceValue(code).describe("Code of a partnership that is defined under partnerships."),
    organization: choiceValue(code)
      .optional()
      .describe("Code of the member; without it the organisation that the row gives."),
    role: choiceValue(z.enum(partnerRoles)),
    description: wordedText.optional().describe("What the member does, in short words."),
    place: wordedText.optional().describe("Where, as the source names it."),
    areas: listValue.optional().describe("Codes of the areas that the row names."),
    validFrom: dateValue.optional().describe("Since when it has the role."),
    validTo: dateValue.optional().describe("Until when it had the role."),
    lastKnown: dateValue.optional().describe("Date of the source that states the role."),
    presence: choiceValue(z.enum(presences))
      .optional()
      .describe("Whether it still has the role, if the file says so. Otherwise that is unknown."),
    note: wordedText.optional().describe("A caveat."),
    citations: citationsSchema,
  })
  .describe("A role of an organisation: a member of a partnership, one row a role.");

export type MembershipMapping = z.infer<typeof membership>;
