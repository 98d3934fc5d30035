import { z } from "zod";
import { observationStatuses } from "../../domain/indicators/observation";
import { areaLevels } from "../../domain/places/area";
import { accessibilityFeatures, centreStatuses, equipmentFeatures } from "../../domain/places/centre";
import { organizationKinds } from "../../domain/places/organization";
import { localizedText } from "./definition.schema";
import { mappingLimits } from "./mapping-limits";
import { code } from "./source.schema";
import {
  availabilityValue,
  choiceValue,
  dateValue,
  listValue,
  numberValue,
  scalar,
  textValue,
} from "./value.schema";

const when = z
  .strictObject({
    column: z.string().min(1),
    is: z.array(scalar).min(1).optional().describe("Only rows in which the column says one of these."),
    isNot: z.array(scalar).min(1).optional().describe("Only rows in which the column says none of these."),
  })
  .refine((rule) => (rule.is === undefined) !== (rule.isNot === undefined), "needs exactly one of is, isNot")
  .optional()
  .describe("Which rows become this; all where it is absent.");

const position = z
  .strictObject({
    longitude: numberValue.optional().describe("Decimal degrees east, WGS 84."),
    latitude: numberValue.optional().describe("Decimal degrees north, WGS 84."),
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
  })
  .refine(
    ({ longitude, latitude, latitudeLongitude, longitudeLatitude, geometry }) =>
      (longitude === undefined) === (latitude === undefined) &&
      [longitude, latitudeLongitude, longitudeLatitude, geometry].filter((way) => way !== undefined)
        .length === 1,
    "needs longitude and latitude, or one of latitudeLongitude, longitudeLatitude, geometry",
  )
  .describe("Where the centre is. Degrees of WGS 84; metres of a national grid are not read.");

const hours = z
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
  })
  .describe("Opening hours in words: kept as they are, and read where they can be.");

const centre = z
  .strictObject({
    type: z.literal("centre"),
    when,
    name: textValue.describe("Name of the place."),
    alternateName: textValue.optional(),
    kinds: z
      .array(
        z.strictObject({
          term: choiceValue(code).describe(
            "Term of the taxonomy centre-kind: known to the hub or defined under terms.",
          ),
          validFrom: dateValue.optional(),
          validTo: dateValue.optional(),
        }),
      )
      .max(mappingLimits.aliases)
      .default([])
      .describe("What kind of centre it is, and from when to when where the file says."),
    status: choiceValue(z.enum(centreStatuses)).optional(),
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
          .describe("Adds the areas whose boundary holds the point, and refuses points outside all of them."),
        declared: textValue
          .optional()
          .describe("Code of the area that the row names, checked against the point."),
        always: z
          .array(code)
          .default([])
          .describe("Codes of areas that hold all places of the file, such as the city."),
      })
      .default({ byPoint: true, always: [] })
      .describe("In which areas it lies."),
    equipment: z.partialRecord(z.enum(equipmentFeatures), availabilityValue).default({}),
    accessibility: z.partialRecord(z.enum(accessibilityFeatures), availabilityValue).default({}),
    hours: hours.optional(),
    activities: textValue.optional().describe("What goes on there, in the words of the file."),
    notes: textValue.optional(),
    managerCode: code.nullable().default(null).describe("The body that runs all of them."),
    ownerCode: code.nullable().default(null).describe("The body to which all buildings belong."),
    externalIdentifiers: z
      .array(z.strictObject({ scheme: z.string().min(1), value: textValue }))
      .max(mappingLimits.aliases)
      .default([])
      .describe("Keys of other registers. The key of the row is added by itself."),
  })
  .describe("A place where people meet or services are given. It needs key.");

const serviceAtLocation = z
  .strictObject({
    type: z.literal("serviceAtLocation"),
    when,
    service: choiceValue(code).describe("Code of a service that is defined under services."),
    description: textValue.optional().describe("What holds for this place only."),
    phones: listValue
      .optional()
      .describe("Phone numbers of the office, each with remarks in brackets behind it."),
    hours: hours.optional(),
  })
  .describe("A service as the centre of the row gives it.");

const observation = z
  .strictObject({
    type: z.literal("observation"),
    when,
    area: textValue.describe("Code of the area, as in the template nil:{ID_NIL}."),
    level: z.enum(areaLevels).describe("Level of the area."),
    period: dateValue.describe("What the number is of: a year, a month or a day."),
    values: z
      .array(
        z.strictObject({
          indicator: choiceValue(code).describe("Code of an indicator defined under indicators."),
          value: numberValue,
          numerator: numberValue.optional(),
          denominator: numberValue.optional(),
          status: choiceValue(z.enum(observationStatuses)).optional(),
          note: textValue.optional(),
        }),
      )
      .min(1)
      .max(mappingLimits.values)
      .describe(
        "The numbers of a row. A column for each indicator: one entry each. A column that names it: one entry with a map.",
      ),
  })
  .describe("Numbers of an area and a period.");

const area = z
  .strictObject({
    type: z.literal("area"),
    when,
    code: textValue.describe("Code of the area: <scheme>:<number>, as in the template quartiere:{ID}."),
    level: z.enum(areaLevels),
    localType: localizedText.describe("What the city calls such an area."),
    name: textValue,
    city: code.nullable().describe("Code of the city that it is part of; null for a city."),
    boundaryVersion: textValue.optional().describe("Which drawing of the boundaries it is."),
    validFrom: dateValue.optional(),
    validTo: dateValue.optional(),
  })
  .describe("An area with its boundary, from a GeoJSON of polygons.");

const organization = z
  .strictObject({
    type: z.literal("organization"),
    when,
    name: textValue,
    kind: choiceValue(z.enum(organizationKinds)),
    alternateName: textValue.optional(),
    website: textValue.optional(),
    email: textValue.optional(),
    phones: listValue.optional(),
    identifiers: z
      .array(z.strictObject({ scheme: z.string().min(1), value: textValue }))
      .max(mappingLimits.aliases)
      .default([]),
  })
  .describe("A body. It needs key.");

export const recordSchema = z.discriminatedUnion("type", [
  centre,
  serviceAtLocation,
  observation,
  area,
  organization,
]);

export type CentreMapping = z.infer<typeof centre>;
export type LocationMapping = z.infer<typeof serviceAtLocation>;
export type ObservationMapping = z.infer<typeof observation>;
export type AreaMapping = z.infer<typeof area>;
export type OrganizationMapping = z.infer<typeof organization>;
export type PositionMapping = z.infer<typeof position>;
export type HoursMapping = z.infer<typeof hours>;
export type RecordMapping = z.infer<typeof recordSchema>;
