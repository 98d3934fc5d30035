import * as z from "zod";
import { areaLevels } from "../../domain/places/area";
import {
  accessibilityFeatures,
  type Centre,
  centreRecord,
  equipmentFeatures,
} from "../../domain/places/centre";
import { few, ifBlank, oneOrSome } from "./cell.schema";
import { citationsSchema } from "./citation.schema";
import { dateValue } from "./date.schema";
import { plainFields } from "./plain-fields";
import { hours, when } from "./row.schema";
import { code } from "./source.schema";
import {
  availabilityValue,
  choiceValue,
  identifiersValue,
  numberValue,
  textValue,
  unclearValue,
} from "./value.schema";

/** Texts of a centre that `hours` gives. */
export const centreOthers = ["closuresText", "openingHoursText"] as const satisfies readonly (keyof Centre)[];

const position = z
  .strictObject({
    longitude: numberValue
      .optional()
      .describe("Decimal degrees east, WGS 84; with file.crs the easting of that system."),
    latitude: numberValue
      .optional()
      .describe("Decimal degrees north, WGS 84; with file.crs the northing of that system."),
    latitudeLongitude: z
      .string()
      .min(1)
      .optional()
      .describe("Column with both in one text, latitude first: (45.5, 9.2)."),
    longitudeLatitude: z
      .string()
      .min(1)
      .optional()
      .describe("Column with both in one text, longitude first: (9.2, 45.5)."),
    geometry: z.literal(true).optional().describe("The point of the GeoJSON feature."),
    agrees: z
      .union([
        z.strictObject({ latitudeLongitude: z.string().min(1) }),
        z.strictObject({ longitudeLatitude: z.string().min(1) }),
      ])
      .optional()
      .describe(
        "Column that repeats the point in one text; another point is COORDINATES_DISAGREE, and this one is not used.",
      ),
    ifBlank: ifBlank.optional(),
  })
  .refine(
    ({ longitude, latitude, latitudeLongitude, longitudeLatitude, geometry }) =>
      (longitude === undefined) === (latitude === undefined) &&
      [longitude, latitudeLongitude, longitudeLatitude, geometry].filter((way) => way !== undefined)
        .length === 1,
    "needs longitude and latitude, or one of latitudeLongitude, longitudeLatitude, geometry",
  )
  .describe("Position of the centre: degrees of WGS 84, or the coordinates of the system in file.crs.");

export const centre = z
  .strictObject({
    type: z.literal("centre"),
    when,
    name: textValue.describe("Name of the place."),
    kinds: few(
      z.strictObject({
        term: choiceValue(code).describe(
          "Term of the taxonomy centre-kind: of the hub or defined under terms.",
        ),
        assertedOn: dateValue
          .optional()
          .describe("When the row says so; a blank cell has no date. The default is source.modified."),
        validFrom: dateValue.optional(),
        validTo: dateValue.optional(),
      }),
    ).describe("Kinds of the centre, with their periods if the file states them."),
    ...plainFields(centreRecord, centreOthers),
    citations: citationsSchema,
    address: z
      .strictObject({
        streetAddress: textValue,
        locality: textValue.describe("Town."),
        postalCode: textValue.optional(),
        country: textValue.describe("Country, two letters, as in IT."),
      })
      .optional(),
    position: position.optional(),
    areas: z
      .strictObject({
        byPoint: z
          .boolean()
          .default(true)
          .describe(
            "Adds the areas whose boundary contains the point, and rejects points outside all of them.",
          ),
        declared: oneOrSome(textValue)
          .optional()
          .describe(
            "Code of the area in the row, compared with the point. In a list the first area in the row counts, and the others must agree with it. A code with minimum and maximum need not be in the hub.",
          ),
        declaredLevel: z
          .enum(areaLevels)
          .optional()
          .describe("Level of that area; the default is the level of the area in the hub."),
        agrees: few(z.strictObject({ area: textValue, level: z.enum(areaLevels) })).describe(
          "Further areas in the row: a point outside one is AREA_MISMATCH.",
        ),
        always: z
          .array(code)
          .default([])
          .describe("Codes of areas that contain all places of the file, such as the city."),
      })
      .default({ byPoint: true, agrees: [], always: [] })
      .describe("The areas that contain it."),
    equipment: z.partialRecord(z.enum(equipmentFeatures), availabilityValue).default({}),
    accessibility: z
      .partialRecord(z.enum(accessibilityFeatures), z.union([availabilityValue, unclearValue]))
      .default({}),
    hours: hours.optional(),
    managerCode: code.nullable().default(null).describe("The organisation that runs all of them."),
    ownerCode: code.nullable().default(null).describe("The organisation that owns all buildings."),
    externalIdentifiers: identifiersValue(textValue).describe(
      "Keys of other registers. The key of the row is added automatically.",
    ),
  })
  .describe("A place for meetings or services. It needs key.");

export type CentreMapping = z.infer<typeof centre>;
export type PositionMapping = z.infer<typeof position>;
