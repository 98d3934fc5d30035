import { z } from "zod";
import { isPartialDate } from "../../domain/kit/dates";
import { mappingLimits } from "./mapping-limits";

/** YAML reads 2024 as a number; every constant is kept as the text that stands there. */
export const scalar = z.union([z.string().min(1), z.number()]).transform(String);

const columnName = z.string().min(1);
const column = z
  .union([columnName, z.array(columnName).min(1).max(mappingLimits.aliases)])
  .describe(
    "Name of a column or property; a list holds the names under which it is known: the first that is there counts.",
  );
const template = z
  .string()
  .regex(/\{[^{}]+\}/, "must name a column in braces, as in nil:{ID_NIL}")
  .describe("Text with names of columns in braces, as in nil:{ID_NIL}. Blank where one of them is blank.");
const constant = scalar.describe("The same value for every row.");
const integerType = z.literal("integer").describe("The cell is a whole number: 07 and 7.0 are written as 7.");

/** Words of a cell are compared without regard to capitals and to space around them. */
export const foldWord = (word: string): string => word.trim().replace(/\s+/gu, " ").toLowerCase();

const words = <T extends z.ZodType>(target: T) =>
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
      "What each word of the file means. Any other word is a problem of its row; null leaves out what it stands for.",
    );

interface Origin {
  readonly column?: unknown;
  readonly constant?: unknown;
  readonly template?: unknown;
}

/** Exactly one of them says where a value comes from. */
const oneOrigin = (value: Origin, names: readonly (keyof Origin)[]): boolean =>
  names.filter((name) => value[name] !== undefined).length === 1;

const textFields = { column, constant, template };
const textOptions = {
  type: integerType.optional(),
  map: words(scalar.nullable()).optional(),
  prefix: z.string().min(1).optional().describe("Put before the value, as in service-area:"),
};
const textOrigin = (value: Origin): boolean => oneOrigin(value, ["column", "constant", "template"]);
const textMessage = "needs exactly one of column, constant, template";

/** A text of a row. */
export const textValue = z
  .strictObject({ ...z.object(textFields).partial().shape, ...textOptions })
  .refine(textOrigin, textMessage)
  .refine((value) => value.map === undefined || value.column !== undefined, "a map needs a column")
  .describe("A text: from a column, the same for all rows (constant), or put together (template).");

/** What identifies a row. */
export const keyValue = z
  .strictObject({
    ...z.object({ column, template }).partial().shape,
    type: integerType.optional(),
    slug: z
      .boolean()
      .optional()
      .describe("Turns a text such as an address into a key: “Via Roma, 5” becomes via-roma-5."),
  })
  .refine((value) => oneOrigin(value, ["column", "template"]), "needs exactly one of column, template");

/** Several texts in one cell. */
export const listValue = z
  .strictObject({
    ...z.object(textFields).partial().shape,
    ...textOptions,
    split: z.string().min(1).optional().describe("What stands between the texts of a cell, as in ;"),
  })
  .refine(textOrigin, textMessage)
  .describe("Texts: several in one cell with split.");

/** A number, written as file.decimalChar and file.groupChar say. */
export const numberValue = z
  .strictObject({
    column: column.optional(),
    constant: z.number().optional().describe("The same number for every row."),
  })
  .refine((value) => oneOrigin(value, ["column", "constant"]), "needs exactly one of column, constant")
  .describe("A number, written as file.decimalChar and file.groupChar say.");

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
        "How the dates of the column are written, as in DD/MM/YYYY; without it YYYY, YYYY-MM or YYYY-MM-DD.",
      ),
  })
  .refine((value) => oneOrigin(value, ["column", "constant"]), "needs exactly one of column, constant")
  .describe("A date: a year, a month or a day.");

/** One of the hub's own words: named once for all rows, or by what each word of a column means. */
export const choiceValue = <T extends z.ZodType<string>>(choice: T) =>
  z
    .strictObject({
      column: column.optional(),
      constant: choice.optional().describe("The same for every row."),
      map: words(choice.nullable()).optional(),
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

/** The part of the vocabulary that the evaluation of a row looks at. */
export interface ValueSpec {
  readonly column?: string | readonly string[];
  readonly constant?: string | number;
  readonly template?: string;
  readonly type?: "integer";
  readonly map?: Readonly<Record<string, string | null>>;
  readonly prefix?: string;
}
