import * as z from "zod";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { hsdsSchema, isHsdsFormat } from "../hsds/hsds.schema";
import { few } from "./cell.schema";
import {
  indicatorSchema,
  organizationSchema,
  partnershipSchema,
  serviceSchema,
  termSchema,
} from "./definition.schema";
import { breakSchema, derivedSchema, noticeSchema } from "./derived.schema";
import { mappingLimits } from "./mapping-limits";
import { originSchema } from "./origin.schema";
import { recordSchema } from "./record.schema";
import { sdmxSchema } from "./sdmx.schema";
import { code, fileSchema, sourceSchema } from "./source.schema";
import { keyValue } from "./value.schema";

const definitions = <T extends z.ZodType>(schema: T) =>
  z.array(schema).max(mappingLimits.definitions).default([]);

/** What a file takes from the one that it is like. */
const ofTheModel = [
  ...([
    "key",
    "needs",
    "knownAreas",
    "required",
    "origin",
    "hsds",
    "sdmx",
    "derived",
    "notices",
    "breaks",
  ] as const),
  ...(["indicators", "uses", "terms", "organizations", "partnerships", "services"] as const),
];

/** A mapping file: how a file unknown to the code becomes records. docs/mapping-files.md explains it. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Address of this schema, for editors."),
    source: sourceSchema,
    file: fileSchema,
    like: code
      .optional()
      .describe(
        "Code of a source with a file of the same form and a mapping file beside this one: its key, records, derived, notices and indicators hold here too, and stay its own.",
      ),
    key: keyValue
      .optional()
      .describe(
        "The identifier of a row: its records have the code <source>:<key>. It must never change for the same thing.",
      ),
    needs: few(z.string().min(1)).describe(
      "Codes of sources to import before this one, such as boundaries. If they change, this source is imported again.",
    ),
    knownAreas: few(code).describe(
      "Codes of areas that exist even if the hub does not have them yet, such as the city of the file.",
    ),
    required: few(z.string().min(1)).describe(
      "Columns that every row must fill: other rows are rejected (EMPTY_CELL).",
    ),
    origin: originSchema.optional(),
    hsds: hsdsSchema.optional(),
    sdmx: sdmxSchema.optional(),
    records: z
      .array(recordSchema)
      .max(mappingLimits.records)
      .default([])
      .describe("The records of each row. A file in HSDS or SDMX-CSV needs none."),
    derived: derivedSchema.optional(),
    breaks: few(breakSchema).describe("Breaks in the series of the indicators, that the hub declares."),
    notices: few(noticeSchema).describe("Problems of the whole file."),
    indicators: definitions(indicatorSchema).describe("Definitions of the indicators."),
    uses: z
      .array(code)
      .max(mappingLimits.definitions)
      .default([])
      .describe(
        "Codes of indicators of the hub, or of another mapping file of the folder, for which this file has values too: so that two cities can be compared. Their definitions stay as they are.",
      ),
    terms: definitions(termSchema).describe("New terms of vocabularies."),
    organizations: definitions(organizationSchema).describe("New organisations."),
    partnerships: definitions(partnershipSchema).describe("Partnerships whose members the rows give."),
    services: definitions(serviceSchema).describe("Services that are available at the centres of the rows."),
  })
  .refine(({ file, hsds }) => isHsdsFormat(file.format) === (hsds !== undefined), {
    path: ["hsds"],
    message: "belongs to the formats hsds-json, hsds-ndjson and hsds-csv, which need it",
  })
  .refine(({ file, sdmx }) => (file.format === "sdmx-csv") === (sdmx !== undefined), {
    path: ["sdmx"],
    message: "belongs to the format sdmx-csv, which needs it",
  })
  .refine(({ file, origin }) => file.format !== "hsds-csv" || origin?.kind !== "inbox", {
    path: ["origin"],
    message: "cannot be inbox for hsds-csv, which is a folder: ask for hsds-json",
  })
  .refine(
    ({ file, like, records }) =>
      (isHsdsFormat(file.format) || file.format === "sdmx-csv" || like !== undefined) ===
      (records.length === 0),
    {
      path: ["records"],
      message:
        "must hold what each row becomes, except for a file in HSDS or SDMX-CSV, which says it itself, and beside like",
    },
  )
  .superRefine((mapping, context) => {
    if (mapping.like === undefined) return;
    // What stood there would be ignored.
    for (const part of ofTheModel)
      if (Array.isArray(mapping[part]) ? mapping[part].length > 0 : mapping[part] !== undefined)
        context.addIssue({
          code: "custom",
          path: [part],
          message:
            "belongs to the mapping file that this one is like: beside like stand only source and file",
        });
  })
  .describe("How a file of points, values, boundaries or services becomes records of the hub.");

export type Mapping = z.infer<typeof mappingSchema> & {
  /** The definitions of `uses`, found when the file is checked. */
  readonly borrowed?: readonly IndicatorDefinition[];
};

/** The definitions of all indicators of a file: its own, and those it uses. */
export const indicatorsOf = ({
  indicators,
  borrowed = [],
}: Pick<Mapping, "borrowed" | "indicators">): readonly Omit<IndicatorDefinition, "sourceCodes">[] => [
  ...indicators,
  ...borrowed,
];

/** For editors that complete and check during typing (JSON Schema 2020-12). */
export function mappingJsonSchema(): string {
  const schema = z.toJSONSchema(mappingSchema, { io: "input", reused: "ref" });
  return `${JSON.stringify({ ...schema, title: "Mapping file of Vicinato" }, null, 2)}\n`;
}
