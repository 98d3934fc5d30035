import { z } from "zod";
import { aggregationRules, indicatorFamilies, polarities } from "../../domain/indicators/indicator";
import { areaLevels } from "../../domain/places/area";
import { organizationKinds } from "../../domain/places/organization";
import { careDomains } from "../../domain/services/service";
import { code } from "./source.schema";

export const localizedText = z.strictObject({
  it: z.string().min(1).describe("Italian, always present."),
  en: z.string().min(1).nullable().default(null).describe("English; null without a translation."),
});

export const indicatorSchema = z
  .strictObject({
    code: code.describe("Stable key of the indicator. It must be new: an indicator belongs to one source."),
    name: localizedText,
    definition: localizedText.describe(
      "What exactly is counted or measured, and the organisation that does so.",
    ),
    formula: z
      .string()
      .nullable()
      .default(null)
      .describe("How it is computed; null for values as published."),
    family: z.enum(indicatorFamilies).describe("Family of the indicator; CONTEXT if no other fits."),
    unit: z.string().min(1).describe("Unit of measure in words, as in persons, percent, per 1000 residents."),
    decimals: z.int().min(0).max(10).describe("Significant digits after the point."),
    polarity: z
      .enum(polarities)
      .describe("Whether more is better; NEUTRAL if the file does not decide that."),
    aggregation: z
      .enum(aggregationRules)
      .describe(
        "How values of small areas are combined for a large one: SUM for counts only, NONE if that is impossible.",
      ),
    numeratorCode: code.nullable().default(null),
    denominatorCode: code.nullable().default(null),
    factor: z
      .number()
      .nullable()
      .default(null)
      .describe("Factor of numerator / denominator: 100 for percent."),
    finestLevel: z.enum(areaLevels).describe("The smallest areas with values."),
  })
  .describe("Meaning of a value of this file.");

export const termSchema = z
  .strictObject({
    code: code.regex(/^[^:]+:.+$/, "is <taxonomy>:<word>, as in centre-kind:LIBRARY"),
    name: localizedText,
    description: localizedText.nullable().default(null),
  })
  .describe("A term of a vocabulary, for example a new kind of centre.");

export const organizationSchema = z
  .strictObject({
    code,
    name: z.string().min(1),
    kind: z.enum(organizationKinds),
    parentCode: code.nullable().default(null).describe("The organisation of which it is a unit."),
    website: z.string().nullable().default(null),
    email: z.string().nullable().default(null),
    description: localizedText.nullable().default(null),
  })
  .describe("A new organisation that the records name.");

export const serviceSchema = z
  .strictObject({
    code: code.describe("Begins with the code of the source and a colon, as in ds41:lending."),
    name: localizedText,
    alternateName: z.string().min(1).nullable().default(null).describe("Another name, such as a short one."),
    description: localizedText.nullable().default(null),
    organizationCode: code.describe("The organisation that provides it."),
    careDomains: z.array(z.enum(careDomains)).default([]),
    targetGroups: z
      .array(code)
      .default([])
      .describe("Terms of the taxonomy target-group; none if no source states them."),
    serviceTypes: z.array(code).default([]).describe("Terms of the city's own taxonomy of services."),
    url: z.string().nullable().default(null),
  })
  .describe("A service that is available at the centres of the rows.");
