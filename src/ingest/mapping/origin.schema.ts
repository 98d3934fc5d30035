import * as z from "zod";
import { eurostat, istat } from "../acquire/sdmx";
import type { Origin } from "../kit/origin";
import { scalar } from "./cell.schema";

const address = z.string().regex(/^https?:\/\/[^\s/]+\S*$/, "must begin with https:// or http://");

const services = { istat, eurostat } as const;

/** The origin of a file, in the terms of a mapping file. */
export const originSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("url"),
      url: address.describe("Address of the file itself, not of a page about it."),
      checksum: z
        .string()
        .regex(
          /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i,
          "must be an MD5, SHA-1 or SHA-256 in hexadecimal",
        )
        .optional()
        .describe("Checksum that the publisher states: MD5, SHA-1 or SHA-256, in hexadecimal."),
    }),
    z.strictObject({
      kind: z.literal("ckan"),
      portal: address.describe("The portal, as in https://dati.example.it."),
      dataset: z.string().min(1).describe("Name or id of the dataset."),
      resource: z
        .union([
          z.strictObject({ id: z.string().min(1).describe("Id of the resource.") }),
          z.strictObject({
            format: z.string().min(1).describe("Format in the words of the portal, as in CSV."),
            name: z.string().min(1).optional().describe("Name of the resource, if several have the format."),
          }),
        ])
        .describe("The file of the dataset: its id, or format and name."),
    }),
    z.strictObject({
      kind: z.literal("sdmx"),
      service: z.enum(["istat", "eurostat"]).describe("The service."),
      flow: z.string().min(1).describe("The dataflow, as in 22_289."),
      key: scalar.describe("Values of the dimensions in their order; all for every series."),
      startPeriod: scalar.optional().describe("The first requested period."),
    }),
    z.strictObject({
      kind: z.literal("hsds"),
      base: address.describe("Base address of the HSDS API."),
      list: z
        .enum(["organizations", "service_at_locations", "services", "taxonomies", "taxonomy_terms"])
        .describe("The list of the API."),
      perPage: z.int().min(1).max(1_000).optional().describe("Records per page; 100 if absent."),
      changedOnly: z
        .boolean()
        .optional()
        .describe("Only changes since the last download; removals are then not noticed."),
      query: z.record(z.string(), z.string()).optional().describe('Further parameters, as in full: "true".'),
    }),
  ])
  .describe(
    "The place from which npm run download gets the file; without it, put the file into the folder by hand.",
  );

export function originOf(origin: z.infer<typeof originSchema> | undefined): Origin | null {
  if (origin === undefined) return null;
  return origin.kind === "sdmx" ? { ...origin, service: services[origin.service] } : origin;
}
