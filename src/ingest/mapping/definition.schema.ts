import { z } from "zod";
import { aggregationRules, indicatorFamilies, polarities } from "../../domain/indicators/indicator";
import { areaLevels } from "../../domain/places/area";
import { organizationKinds } from "../../domain/places/organization";
import { careDomains } from "../../domain/services/service";
import { code } from "./source.schema";

export const localizedText = z.strictObject({
  it: z.string().min(1).describe("Italian, always there."),
  en: z.string().min(1).nullable().default(null).describe("English; null until somebody translates it."),
});

export const indicatorSchema = z
  .strictObject({
    code: code.describe("Stable key of the indicator. It must be new: an indicator belongs to one source."),
    name: localizedText,
    definition: localizedText.describe("What exactly is counted or measured, and by whom."),
    formula: z
      .string()
      .nullable()
      .default(null)
      .describe("How it is computed; null for what is taken as published."),
    family: z
      .enum(indicatorFamilies)
      .describe("Which family of indicators it is of; CONTEXT where none fits."),
    unit: z.string().min(1).describe("Unit of measure in words, as in persons, percent, per 1000 residents."),
    decimals: z.int().min(0).max(10).describe("Digits after the point that make sense to show."),
    polarity: z
      .enum(polarities)
      .describe("Whether more is better; NEUTRAL where that is not for the file to say."),
    aggregation: z
      .enum(aggregationRules)
      .describe("How small areas become a large one: SUM for counts only, NONE where nobody can say."),
    numeratorCode: code.nullable().default(null),
    denominatorCode: code.nullable().default(null),
    factor: z
      .number()
      .nullable()
      .default(null)
      .describe("What numerator / denominator is multiplied by: 100 for percent."),
    finestLevel: z.enum(areaLevels).describe("The smallest areas for which there are numbers."),
  })
  .describe("What a number of this file means.");

export const termSchema = z
  .strictObject({
    code: code.regex(/^[^:]+:.+$/, "is <taxonomy>:<word>, as in centre-kind:LIBRARY"),
    name: localizedText,
    description: localizedText.nullable().default(null),
  })
  .describe("A word of a vocabulary, for example a kind of centre that the hub does not know yet.");

export const organizationSchema = z
  .strictObject({
    code,
    name: z.string().min(1),
    kind: z.enum(organizationKinds),
    parentCode: code.nullable().default(null).describe("The body that it is a unit of."),
    website: z.string().nullable().default(null),
    email: z.string().nullable().default(null),
    description: localizedText.nullable().default(null),
  })
  .describe("A body that the records name and that the hub does not know yet.");

export const serviceSchema = z
  .strictObject({
    code: code.describe("Begins with the code of the source and a colon, as in ds41:lending."),
    name: localizedText,
    alternateName: z.string().min(1).nullable().default(null).describe("Another name, such as a short one."),
    description: localizedText.nullable().default(null),
    organizationCode: code.describe("The body that gives it."),
    careDomains: z.array(z.enum(careDomains)).default([]),
    targetGroups: z
      .array(code)
      .default([])
      .describe("Terms of the taxonomy target-group; none where no source says."),
    serviceTypes: z.array(code).default([]).describe("Terms of the city's own taxonomy of services."),
    url: z.string().nullable().default(null),
  })
  .describe("A service that the rows give at their centres.");
