import * as z from "zod";
import { isPartialDate } from "../../domain/kit/dates";
import {
  bounds,
  column,
  constant,
  extract,
  ifBlank,
  integerType,
  missing,
  rule,
  scalar,
  template,
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

interface Origin {
  readonly column?: unknown;
  readonly constant?: unknown;
  readonly template?: unknown;
  readonly extract?: unknown;
  readonly map?: unknown;
  readonly type?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** Exactly one of them is the origin of a value. */
const oneOrigin = (value: Origin, names: readonly (keyof Origin)[]): boolean =>
  names.filter((name) => value[name] !== undefined).length === 1;

const textFields = { column, constant, template };
const cellOptions = { extract, ifBlank: ifBlank.optional(), missing, rule };
const textOptions = {
  ...cellOptions,
  ...bounds,
  type: integerType.optional(),
  map: words(scalar.nullable()).optional(),
  prefix: z.string().min(1).optional().describe("Put before the value, as in service-area:"),
};
const textOrigin = (value: Origin): boolean => oneOrigin(value, ["column", "constant", "template"]);
const textMessage = "needs exactly one of column, constant, template";
const needsColumn = ({ map, extract, column }: Origin): boolean =>
  column !== undefined || (map === undefined && extract === undefined);
const needsType = ({ type, minimum, maximum }: Origin): boolean =>
  type !== undefined || (minimum === undefined && maximum === undefined);
const columnMessage = "map and extract need a column";
const typeMessage = "minimum and maximum need type: integer";

export const textValue = z
  .strictObject({ ...z.object(textFields).partial().shape, ...textOptions })
  .refine(textOrigin, textMessage)
  .refine(needsColumn, columnMessage)
  .refine(needsType, typeMessage)
  .describe("A text: from a column, the same for all rows (constant), or composed (template).");

const oneKey = z
  .strictObject({
    ...z.object({ column, template }).partial().shape,
    ...cellOptions,
    ...bounds,
    type: integerType.optional(),
    slug: z
      .union([z.boolean(), z.int().min(10).max(90)])
      .optional()
      .describe(
        "Makes a key of a text such as an address: “Via Roma, 5” becomes via-roma-5. A number is the maximum length; without one a long key gets a part of its hash.",
      ),
  })
  .refine((value) => oneOrigin(value, ["column", "template"]), "needs exactly one of column, template")
  .refine(needsColumn, columnMessage)
  .refine(needsType, typeMessage);

/** Of several keys the first that a row has. */
export const keyValue = z.union([oneKey, z.array(oneKey).min(1).max(mappingLimits.aliases)]);
export type KeyMapping = z.infer<typeof keyValue>;

export const listValue = z
  .strictObject({
    ...z.object(textFields).partial().shape,
    ...textOptions,
    split: z.string().min(1).optional().describe("The separator of several texts in one cell, as in ;"),
  })
  .refine(textOrigin, textMessage)
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
    .describe("Decimal mark of this column, or a list in which the first match counts."),
};

/** A number in the notation of file.decimalChar and file.groupChar. */
export const numberValue = z
  .strictObject({
    ...numberOptions,
    column: column.optional(),
    constant: z.number().optional().describe("The same number for every row."),
  })
  .refine((value) => oneOrigin(value, ["column", "constant"]), "needs exactly one of column, constant")
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
      .describe("Italian; a column in braces stands for its cell. Omitted if such a cell is empty."),
    en: z.string().min(1).nullable().default(null).describe("The same in English."),
  })
  .describe("A text in both languages, the same for every row except for columns in braces.");
export type LocalizedMapping = z.infer<typeof localizedValue>;

const dateFormat = z
  .string()
  .regex(
    /^(?=.*YYYY)(?:YYYY|MM|DD|[-./ ])+$/,
    "is made of YYYY, MM, DD and - . / or space between them, as in DD/MM/YYYY",
  );

/** A date at the precision of its source. */
export const dateValue = z
  .strictObject({
    column: column.optional(),
    constant: scalar.refine(isPartialDate, "is no date: write YYYY, YYYY-MM or YYYY-MM-DD").optional(),
    format: z
      .union([dateFormat, z.array(dateFormat).min(1).max(mappingLimits.aliases)])
      .optional()
      .describe(
        "Format of the dates in the column, as in DD/MM/YYYY; without it YYYY, YYYY-MM or YYYY-MM-DD.",
      ),
    missing,
  })
  .refine((value) => oneOrigin(value, ["column", "constant"]), "needs exactly one of column, constant")
  .describe("A date: a year, a month or a day.");

/** One of the hub's own words: the same for all rows, or by the words of a column. */
export const choiceValue = <T extends z.ZodType<string>>(choice: T) =>
  z
    .strictObject({
      column: column.optional(),
      constant: choice.optional().describe("The same for every row."),
      map: words(choice.nullable()).optional(),
      ...cellOptions,
    })
    .refine((value) => oneOrigin(value, ["column", "constant"]), "needs exactly one of column, constant")
    .refine(
      (value) => (value.column !== undefined) === (value.map !== undefined),
      "a column needs a map that says what each of its words means",
    );

const yesNoWords = z.array(scalar).min(1).max(mappingLimits.aliases);

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
