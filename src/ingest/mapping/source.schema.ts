import * as z from "zod";
import { isPartialDate } from "../../domain/kit/dates";
import { isCode } from "../../domain/kit/field";
import { updateFrequencies } from "../../domain/kit/update-frequency";
import { hsdsFormats } from "../hsds/hsds.schema";
import { coordinateSystems } from "../kit/coordinate-system";
import { webAddress } from "../kit/origin";
import { few, oneOrSome, scalar } from "./cell.schema";
import { localizedText } from "./definition.schema";
import { patternFault } from "./pattern";

export const code = z
  .string()
  .refine(isCode, "is no code: 1 to 100 letters, digits or . _ : + -, the first a letter or digit");

/** The value for a licence that the publisher does not state. */
export const licenceNotStated = "NOT_STATED";

export const sourceSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,59}$/, "must be lower-case letters, digits and -, at most 60, as in ds41")
      .describe("Stable key of the dataset, as in ds41. The codes of its records begin with it."),
    title: z.string().min(1).describe("Title of the dataset, as its publisher gives it."),
    publisher: z.string().min(1).describe("Who publishes the dataset."),
    licence: z
      .string()
      .min(1)
      .describe(
        `The licence that the publisher states, as in CC BY 4.0; ${licenceNotStated} if none is stated.`,
      ),
    rights: z
      .preprocess((given) => (typeof given === "string" ? { it: given } : given), localizedText)
      .describe(
        "The attribution to print, or why the licence is not known; a plain text if it is Italian only.",
      ),
    landingPage: webAddress.nullable().default(null).describe("Page that describes the dataset."),
    downloadUrl: webAddress.nullable().default(null).describe("Address of the file."),
    modified: scalar
      .refine(isPartialDate, "is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
      .nullable()
      .default(null)
      .describe("When the publisher last changed the dataset: YYYY, YYYY-MM or YYYY-MM-DD."),
    organizationCode: code
      .nullable()
      .default(null)
      .describe("Code of the organisation responsible for the file; issues list it."),
    updateFrequency: z
      .enum(updateFrequencies)
      .nullable()
      .default(null)
      .describe("How often the publisher promises a new file (EU vocabulary of frequencies)."),
    uploadedBy: code
      .nullable()
      .default(null)
      .describe(
        "Code of the organisation that may upload this file by itself (POST /uploads/<code>); its rows change records of that organisation alone.",
      ),
    synthetic: z.boolean().default(false).describe("true for synthetic data: never published as a fact."),
  })
  .describe("The source of the facts. Every record has it.");

/** A path below the folder: it must not lead out of it. */
const pathBelow = z
  .string()
  .min(1)
  .refine(
    (path) =>
      !/^(?:[/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes("..") && !path.includes("\0"),
    "must stay below the folder of the import: no / in front and no ..",
  );

const hasHeaderLines = (format: string): boolean => format === "csv" || format === "spreadsheet";

export const fileSchema = z
  .strictObject({
    path: oneOrSome(pathBelow).describe(
      "Path of the file below the folder of the import; in a list the first present file is read.",
    ),
    format: z
      .enum(["csv", "geojson", "spreadsheet", ...hsdsFormats, "sdmx-csv"])
      .describe(
        "csv, geojson and spreadsheet (the first sheet of an XLSX or ODS) need records, the forms of HSDS need hsds, sdmx-csv needs sdmx. The path of hsds-csv is a folder of tables.",
      ),
    delimiter: z
      .enum([";", ",", "\t", "|"])
      .optional()
      .describe('What separates the columns of a CSV; a tab is "\\t".'),
    skipRows: z
      .int()
      .min(0)
      .max(1000)
      .default(0)
      .describe("Lines before the names of the columns, as titles and blank lines, in a CSV or spreadsheet."),
    headerRowCount: z
      .int()
      .min(1)
      .max(5)
      .default(1)
      .describe(
        'Lines with names of columns. With two the column is "upper / lower", as in "2023 / Men"; an upper name counts for the blank cells at its right.',
      ),
    commentPrefix: oneOrSome(z.string().trim().min(1))
      .optional()
      .describe(
        "Beginnings of rows that are no data, as in # or Fonte: below the table. It is compared with the first filled cell of a CSV or spreadsheet.",
      ),
    encoding: z.enum(["utf-8", "windows-1252"]).default("utf-8").describe("Character encoding of a CSV."),
    decimalChar: z.enum([".", ","]).default(".").describe("Decimal mark of a number."),
    groupChar: z
      .enum([".", ",", "'", " "])
      .optional()
      .describe("Separator of thousands; without it there must be none."),
    missingValues: few(z.string()).describe(
      "Words for missing values, as in ND or -. An empty cell is always missing.",
    ),
    geometry: z.enum(["point", "polygon"]).optional().describe("Geometry of every feature of a GeoJSON."),
    crs: z
      .enum(coordinateSystems)
      .optional()
      .describe(
        "Coordinate system of the positions, transformed to WGS 84: EPSG:3003 and EPSG:3004 are Gauss-Boaga (Monte Mario) west and east, EPSG:32632 and EPSG:32633 UTM. It counts more than the crs of a GeoJSON. The default is degrees of WGS 84.",
      ),
    unpivot: z
      .strictObject({
        columns: z
          .string()
          .refine(
            (pattern) => patternFault(`(${pattern})`) === null,
            "is no pattern that can be used; it has no groups",
          )
          .describe("Regular expression for whole names of columns, as in [0-9]{4} for years."),
        name: z.string().min(1).describe("The new column with the name of the column, as in anno."),
        value: z.string().min(1).describe("The new column with its cell, as in valore."),
      })
      .optional()
      .describe(
        "For a wide table, such as one with a column for each year: each row becomes one row for each matching column.",
      ),
    mode: z
      .enum(["FULL", "PARTIAL"])
      .describe("FULL: missing records no longer exist. PARTIAL: a missing row proves nothing."),
  })
  .refine((file) => file.format !== "csv" || file.delimiter !== undefined, {
    path: ["delimiter"],
    message: "is missing: a CSV needs the character between its columns",
  })
  .refine((file) => file.format !== "geojson" || file.geometry !== undefined, {
    path: ["geometry"],
    message: "is missing: a GeoJSON is drawn as point or polygon",
  })
  .refine(
    (file) =>
      hasHeaderLines(file.format) ||
      (file.skipRows === 0 && file.headerRowCount === 1 && file.commentPrefix === undefined),
    {
      path: ["skipRows"],
      message: "headerRowCount and commentPrefix belong to a csv or spreadsheet",
    },
  )
  .refine((file) => file.groupChar !== file.decimalChar, {
    path: ["groupChar"],
    message: "must differ from decimalChar",
  })
  .describe("The file and its notation, in the terms of Frictionless if it has some.");

export type FileMapping = z.infer<typeof fileSchema>;
