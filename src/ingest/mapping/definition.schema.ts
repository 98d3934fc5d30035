import * as z from "zod";
import { indicatorRecord } from "../../domain/indicators/indicator";
import { meaningOf, unwrapped } from "../../domain/kit/field";
import { isLocalized } from "../../domain/kit/localized-text";
import type { RecordDefinition } from "../../domain/kit/record";
import { taxonomyTermRecord } from "../../domain/kit/taxonomy-term";
import { organizationRecord } from "../../domain/places/organization";
import { serviceRecord } from "../../domain/services/service";
import { partnershipRecord } from "../../domain/strategy/partnership";
import { inSomeLanguage, originalLanguage } from "./cell.schema";

export const localizedText = z
  .strictObject({
    it: z.string().min(1).nullable().default(null).describe("Italian, if there is an Italian text."),
    en: z.string().min(1).nullable().default(null).describe("English, if there is an English text."),
    original: originalLanguage,
  })
  .refine(...inSomeLanguage);

/**
 * A record as a mapping file states it: what it leaves out is unknown or empty.
 * @param filled fields that the hub fills in.
 */
function definition<T extends object, Filled extends keyof T & string>(
  { shape }: RecordDefinition & { blank(code: string): T },
  filled: readonly Filled[],
  descriptions: { readonly [Field in Exclude<keyof T, Filled>]?: string },
) {
  const fields = Object.entries(shape)
    .filter(([field]) => !(filled as readonly string[]).includes(field))
    .map(([field, schema]) => {
      const description = (descriptions as Readonly<Record<string, string>>)[field];
      const stated = statedAs(schema as z.ZodType);
      return [field, description === undefined ? stated : stated.describe(description)];
    });
  return z.strictObject(Object.fromEntries(fields)) as unknown as z.ZodType<Omit<T, Filled>>;
}

function statedAs(schema: z.ZodType): z.ZodType {
  const value = unwrapped(schema);
  if (isLocalized(value))
    return schema.type === "nullable" ? localizedText.nullable().default(null) : localizedText;
  if (schema.type === "nullable") return schema.default(null);
  const { blank } = meaningOf(schema);
  if (value instanceof z.ZodArray) return schema.default([]);
  return blank === undefined || blank === "" ? schema : schema.default(blank);
}

export const indicatorSchema = definition(indicatorRecord, ["sourceCodes"], {
  code: "Stable key of the indicator. It must be new: an indicator belongs to one source.",
  definition: "What exactly is counted or measured, and by which organisation.",
  formula: "How it is computed; null for a value that is taken as published.",
  family: "The family of the indicator; CONTEXT where none fits.",
  unit: "Unit of measure in words, as in persons, percent, per 1000 residents.",
  decimals: "Significant digits after the point.",
  polarity: "Whether more is better; NEUTRAL if the file does not decide that.",
  aggregation:
    "How values of small areas are combined for a large one: SUM for counts only, NONE if that is impossible.",
  factor: "Factor of numerator / denominator: 100 for percent.",
  finestLevel: "The smallest areas for which there are values.",
  sensitive:
    "true for facts such as living alone, income or health: small numbers are suppressed before they are stored. Leave it out otherwise.",
}).describe("The meaning of a value in this file.");

export const termSchema = definition(taxonomyTermRecord, ["parentCode", "sourceCodes", "taxonomy"], {
  code: "<taxonomy>:<word>, as in centre-kind:LIBRARY.",
}).describe("A word of a vocabulary, for example a kind of centre that does not exist in the hub yet.");

export const organizationSchema = definition(organizationRecord, ["sourceCodes"], {
  parentCode: "The organisation that it is a unit of.",
}).describe("An organisation that the records name and that does not exist in the hub yet.");

export const serviceSchema = definition(serviceRecord, ["openingHoursText", "openingRules", "sourceCodes"], {
  code: "Begins with the code of the source and a colon, as in ds41:lending.",
  alternateName: "Another name, such as a short one.",
  organizationCode: "The organisation that provides it.",
  targetGroupCodes: "Terms of the taxonomy target-group; none if no source states them.",
  serviceTypeCodes: "Terms of the city's own taxonomy of services.",
}).describe("A service that is available at the centres of the rows.");

export const partnershipSchema = definition(partnershipRecord, ["members", "sourceCodes"], {
  code: "Begins with the code of the source and a colon.",
  kind: "Kind of agreement; UNKNOWN if no source states one.",
  strategyCode: "The strategy that it serves; null for none.",
  areaCodes: "Areas of the partnership, beside those of its members.",
}).describe("A partnership whose members the rows give.");
