import * as z from "zod";
import {
  bounds,
  column,
  constant,
  extract,
  few,
  ifBlank,
  inSomeLanguage,
  integerType,
  missing,
  oneOrSome,
  originalLanguage,
  rule,
  scalar,
  some,
  template,
  type ValueSpec,
} from "./cell.schema";
import { mappingLimits } from "./mapping-limits";

/** Words of a cell are compared without case and surrounding space. */
export const foldWord = (word: string): string => word.trim().replace(/\s+/gu, " ").toLowerCase();

export const words = <T extends z.ZodType>(target: T) =>
  z
    .record(z.string(), target)
    .refine(
      (map) => Object.keys(map).length <= mappingLimits.words,
      `has more than ${mappingLimits.words} words`,
    )
    .refine(
      (map) => new Set(Object.keys(map).map(foldWord)).size === Object.keys(map).length,
      "has two words that differ only in capitals or space",
    )
    .describe(
      "The meaning of each word of the file. Any other word is a problem of its row; null omits a word.",
    );

/** A rule between the words of a value, and its message. */
type ValueRule = readonly [
  holds: (value: { readonly [word in keyof ValueSpec]: unknown }) => boolean,
  message: string,
];

/** Exactly one of them is the origin of a value. */
const oneOf = (...names: readonly (keyof ValueSpec)[]): ValueRule => [
  (value) => names.filter((name) => value[name] !== undefined).length === 1,
  `needs exactly one of ${names.join(", ")}`,
];
const needsColumn: ValueRule = [
  ({ map, extract, column }) => column !== undefined || (map === undefined && extract === undefined),
  "map and extract need a column",
];
const slugAlone: ValueRule = [
  ({ slug, type, map }) => slug === undefined || (type === undefined && map === undefined),
  "slug stands alone: without type and map",
];
const needsType: ValueRule = [
  ({ type, minimum, maximum }) => type !== undefined || (minimum === undefined && maximum === undefined),
  "minimum and maximum need type: integer",
];

const textFields = z.object({ column, constant, template }).partial().shape;
const cellOptions = { extract, ifBlank: ifBlank.optional(), missing, rule };
const textOptions = {
  ...cellOptions,
  ...bounds,
  type: integerType.optional(),
  slug: z
    .literal(true)
    .optional()
    .describe(
      "Makes each cell a part of a code, so that areas of two files can be joined by name: “Borgo Antico” becomes borgo-antico.",
    ),
  map: words(scalar.nullable()).optional(),
  prefix: z.string().min(1).optional().describe("Put before the value, as in service-area:"),
};
const textOrigin = oneOf("column", "constant", "template");
export const columnOrConstant = oneOf("column", "constant");

export const textValue = z
  .strictObject({ ...textFields, ...textOptions })
  .refine(...textOrigin)
  .refine(...needsColumn)
  .refine(...needsType)
  .refine(...slugAlone)
  .describe("A text: from a column, the same for all rows (constant), or composed (template).");

const slug = z
  .union([z.boolean(), z.int().min(10).max(90)])
  .optional()
  .describe(
    "Makes a key of a text such as an address: “Via Roma, 5” becomes via-roma-5. A number is the maximum length; without one a long key gets a part of its hash.",
  );

const oneKey = z
  .strictObject({
    column: textFields.column,
    template: textFields.template,
    ...cellOptions,
    ...bounds,
    type: integerType.optional(),
    slug,
  })
  .refine(...oneOf("column", "template"))
  .refine(...needsColumn)
  .refine(...needsType);

/** The code of an area; with `slug` its cells become keys, as in zone:{name}. */
export const areaCodeValue = z
  .strictObject({ ...textFields, ...textOptions, slug })
  .refine(...textOrigin)
  .refine(...needsColumn)
  .refine(...needsType)
  .describe("The code of an area: from a column, the same for all rows (constant), or composed (template).");

/** Of several keys the first that a row has. */
export const keyValue = oneOrSome(oneKey);
export type KeyMapping = z.infer<typeof keyValue>;

const { slug: _slug, ...listOptions } = textOptions;

export const listValue = z
  .strictObject({
    ...textFields,
    ...listOptions,
    split: z.string().min(1).optional().describe("The separator of several texts in one cell, as in ;"),
  })
  .refine(...textOrigin)
  .describe("Texts: with split several in one cell.");

const mark = z.enum([".", ","]);
const numberOptions = {
  ...bounds,
  missing,
  rule,
  type: z
    .literal("count")
    .optional()
    .describe("The cell is a whole number from 0; anything else is NOT_A_COUNT."),
  decimalChar: z
    .union([mark, z.array(mark).min(1).max(2)])
    .optional()
    .describe(
      "Decimal mark of this column in place of the file's; a list for a column that may have either.",
    ),
  groupChar: z
    .enum([".", ",", "'", " "])
    .optional()
    .describe("Separator of thousands of this column, in place of the file's."),
  extract: extract.describe(
    "Regular expression with one group that selects the number in a cell with a unit or a footnote, as in ^([0-9,]+) ?%$. A cell without a match is read whole.",
  ),
};

/** A number in the notation of file.decimalChar and file.groupChar. */
export const numberValue = z
  .strictObject({
    ...numberOptions,
    column: column.optional(),
    constant: z.number().optional().describe("The same number for every row."),
  })
  .refine(...columnOrConstant)
  .describe("A number in the notation of file.decimalChar and file.groupChar.");

/** A number that is only compared or mentioned. */
export const columnNumber = z.strictObject({
  ...numberOptions,
  column,
  decimals: z.int().min(0).max(10).optional().describe("Digits after the point in the note."),
});

export const localizedValue = z
  .strictObject({
    it: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe("Italian; a column in braces stands for its cell. Omitted if such a cell is empty."),
    en: z.string().min(1).nullable().default(null).describe("The same in English."),
    original: originalLanguage,
  })
  .refine(...inSomeLanguage)
  .describe("A text in both languages, the same for every row except for columns in braces.");
export type LocalizedMapping = z.infer<typeof localizedValue>;

/** One of the hub's own words: the same for all rows, or by the words of a column. */
export const choiceValue = <T extends z.ZodType<string>>(choice: T) =>
  z
    .strictObject({
      column: column.optional(),
      constant: choice.optional().describe("The same for every row."),
      map: words(choice.nullable()).optional(),
      ...cellOptions,
    })
    .refine(...columnOrConstant)
    .refine(
      (value) => (value.column !== undefined) === (value.map !== undefined),
      "a column needs a map that says what each of its words means",
    );

const yesNoWords = some(scalar);

/** Keys of other registers. */
export const identifiersValue = <T extends z.ZodType>(value: T) =>
  few(z.strictObject({ scheme: z.string().min(1), value }));

/** Yes, no or unknown: a blank cell stays unknown. */
export const availabilityValue = z
  .strictObject({
    column,
    yesNo: z
      .strictObject({ yes: yesNoWords, no: yesNoWords })
      .describe("The words for yes and for no. A blank cell stays unknown."),
  })
  .describe("Yes, no or unknown.");

/** A column about a feature that does not state whether it is there. */
export const unclearValue = z
  .strictObject({
    unclear: localizedValue.describe(
      "Why the words of the source mean neither yes nor no, with the column in braces.",
    ),
  })
  .describe("Always unknown, with a note.");
