import * as z from "zod";
import { textLanguages } from "../../domain/kit/localized-text";
import { type QualityRule, qualityRuleNames, severities } from "../../domain/quality/quality-rule";
import { mappingLimits } from "./mapping-limits";
import { patternFault } from "./pattern";

/** A short list: empty if absent. */
export const few = <T extends z.ZodType>(item: T) => z.array(item).max(mappingLimits.aliases).default([]);

/** A short list that is not empty. */
export const some = <T extends z.ZodType>(item: T, least = 1) =>
  z.array(item).min(least).max(mappingLimits.aliases);

export const oneOrSome = <T extends z.ZodType>(item: T) => z.union([item, some(item)]);

/** YAML reads 2024 as a number; every constant is kept as its text. */
export const scalar = z.union([z.string().min(1), z.number()]).transform(String);

export const column = oneOrSome(z.string().min(1)).describe(
  "Name of a column or property. A list has alternative names: the first present column counts.",
);
export const template = z
  .string()
  .regex(/\{[^{}]+\}/, "must name a column in braces, as in nil:{ID_NIL}")
  .describe("Text with names of columns in braces, as in nil:{ID_NIL}. Blank if one of them is blank.");
export const constant = scalar.describe("The same value for every row.");
export const integerType = z
  .literal("integer")
  .describe("The cell is a whole number: 07 and 7.0 are written as 7.");

const ruleName = z.enum(qualityRuleNames);
export const rule = ruleName
  .optional()
  .describe("Quality rule of an unreadable cell, in place of the usual one.");
export const missing = z
  .array(scalar)
  .max(mappingLimits.aliases)
  .optional()
  .describe("Words that say nothing in this place, beside file.missingValues.");
/** Of a text that has both languages. */
export const originalLanguage = z
  .enum(textLanguages)
  .optional()
  .describe("The language of the original, if both are present: Italian without it.");
export const inSomeLanguage: [
  (text: { readonly it: string | null; readonly en: string | null }) => boolean,
  string,
] = [({ it, en }) => it !== null || en !== null, "must have it (Italian), en (English), or both"];
/** The words of a problem: the editors of the file read one language or the other. */
export const messageInBoth = z.strictObject({
  it: z.string().min(1).describe("Italian."),
  en: z.string().min(1).describe("English."),
});
export const ifBlank = z
  .strictObject({
    severity: z.enum(severities),
    rule: ruleName,
    message: messageInBoth
      .optional()
      .describe("What to report, with columns in braces; a general text without it."),
  })
  .describe("The problem of an empty cell; without it an empty cell is unknown, and not a problem.");
export const extract = z
  .string()
  .superRefine((pattern, context) => {
    const message = patternFault(pattern);
    if (message !== null) context.addIssue({ code: "custom", message });
  })
  .optional()
  .describe("Regular expression with one group: the group is the text. A cell without a match is empty.");
export const bounds = {
  minimum: z.number().optional().describe("The smallest allowed number."),
  maximum: z.number().optional().describe("The largest allowed number."),
};

/** The part of the vocabulary that is evaluated for a row. */
export interface ValueSpec {
  readonly column?: string | readonly string[];
  readonly constant?: string | number;
  readonly template?: string;
  readonly type?: "count" | "integer";
  readonly minimum?: number;
  readonly maximum?: number;
  readonly extract?: string;
  readonly missing?: readonly string[];
  readonly rule?: QualityRule;
  readonly ifBlank?: z.infer<typeof ifBlank>;
  readonly decimalChar?: "." | "," | readonly ("." | ",")[];
  readonly groupChar?: "." | "," | "'" | " ";
  readonly map?: Readonly<Record<string, string | null>>;
  readonly prefix?: string;
  readonly slug?: boolean | number | undefined;
}
