import * as z from "zod";
import { areaLevels } from "../../domain/places/area";
import { organizationKinds, organizationRecord } from "../../domain/places/organization";
import { scalar } from "./cell.schema";
import { centre } from "./centre.schema";
import { centreKind } from "./centre-kind.schema";
import { dateValue, periodValue } from "./date.schema";
import { localizedText } from "./definition.schema";
import { membership } from "./membership.schema";
import { observation } from "./observation.schema";
import { plainFields } from "./plain-fields";
import { hours, when } from "./row.schema";
import { service } from "./service.schema";
import { code } from "./source.schema";
import { strategyStep } from "./strategy-step.schema";
import {
  areaCodeValue,
  choiceValue,
  identifiersValue,
  keyValue,
  listValue,
  localizedValue,
  numberValue,
  textValue,
  words,
} from "./value.schema";

const serviceAtLocation = z
  .strictObject({
    type: z.literal("serviceAtLocation"),
    when,
    service: choiceValue(code).describe("Code of a service that is defined under services."),
    description: textValue.optional().describe("Text about this place only, in Italian."),
    descriptionInEnglish: words(z.string().min(1))
      .optional()
      .describe("The description in English, by its Italian text. A text that is not listed stays without."),
    phones: listValue
      .optional()
      .describe("Phone numbers of the office, each with remarks in brackets after it."),
    hours: hours.optional(),
    serves: textValue
      .optional()
      .describe("Code of the area that the row serves: together they are the areas of the service."),
    commonPhones: z.literal(true).optional().describe("Phones in every row become those of the service too."),
  })
  .describe("A service at the centre of the row.");

const area = z
  .strictObject({
    type: z.literal("area"),
    when,
    code: areaCodeValue.describe("Code of the area: <scheme>:<number>, as in the template quartiere:{ID}."),
    level: z.enum(areaLevels),
    localType: localizedText.describe("The city's word for such an area."),
    name: textValue,
    city: code.nullable().describe("Code of its city; null for a city."),
    boundaryVersion: textValue.optional().describe("Version of the boundaries."),
    validFrom: dateValue.optional(),
    validTo: dateValue.optional(),
    externalIdentifiers: identifiersValue(textValue).describe("Keys of other registers."),
    union: z
      .strictObject({
        code: code.describe("Code of the larger area."),
        level: z.enum(areaLevels),
        localType: localizedText,
        name: z.string().min(1),
        externalIdentifiers: identifiersValue(scalar),
        parts: z
          .int()
          .min(1)
          .optional()
          .describe("Number of its areas, if code has neither minimum and maximum nor a map."),
      })
      .optional()
      .describe(
        "The union of all of them as one area, such as the city. It is created only if all its areas are in the file.",
      ),
  })
  .describe(
    "An area, with its boundary if the file is a GeoJSON of polygons. Several rows of a table may name the same area: the first one counts.",
  );

const hint = z
  .strictObject({
    type: z.literal("hint"),
    when,
    area: areaCodeValue,
    to: listValue.describe("Codes of areas of another level; with split several in one cell."),
    note: localizedValue.describe("The basis of the hint, with columns in braces."),
    period: periodValue
      .optional()
      .describe("Period for which the row says so: a hint keeps the first and the last one of its rows."),
  })
  .describe(
    "Two areas of different levels that the source relates without a measured overlap. Nothing is ever computed from it.",
  );

const overlap = z
  .strictObject({
    type: z.literal("overlap"),
    when,
    area: textValue.describe("Code of the smaller area."),
    larger: textValue.describe("Code of an area of a larger level in which it lies, wholly or in part."),
    share: numberValue
      .default({ constant: 1 })
      .describe("Share of the surface of the area that lies in the larger one, above 0 to 1; 1 if absent."),
  })
  .describe("The relation of two levels: in which larger area an area lies.");

const organization = z
  .strictObject({
    type: z.literal("organization"),
    when,
    key: keyValue
      .optional()
      .describe(
        "Key of the organisation if it may stand in several rows: rows with the same key are one organisation. The first row with a fact counts.",
      ),
    name: textValue,
    kind: choiceValue(z.enum(organizationKinds)).describe("Kind; UNKNOWN for an empty cell."),
    ...plainFields(organizationRecord),
    phones: listValue.optional(),
    identifiers: identifiersValue(textValue),
  })
  .describe("An organisation. It needs key, that of the row or one of its own.");

export const recordSchema = z.discriminatedUnion("type", [
  centre,
  centreKind,
  serviceAtLocation,
  service,
  observation,
  area,
  hint,
  overlap,
  organization,
  membership,
  strategyStep,
]);

export type LocationMapping = z.infer<typeof serviceAtLocation>;
export type HintMapping = z.infer<typeof hint>;
export type AreaMapping = z.infer<typeof area>;
export type OverlapMapping = z.infer<typeof overlap>;
export type OrganizationMapping = z.infer<typeof organization>;
export type RecordMapping = z.infer<typeof recordSchema>;
