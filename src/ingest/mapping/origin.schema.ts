import * as z from "zod";
import { eurostat, istat } from "../acquire/sdmx";
import { ckanOrigin, hsdsOrigin, inboxOrigin, type Origin, urlOrigin } from "../kit/origin";
import { scalar } from "./cell.schema";

const services = { istat, eurostat } as const;

/** The origin of a file, in the terms of a mapping file. */
export const originSchema = z
  .discriminatedUnion("kind", [
    urlOrigin,
    ckanOrigin,
    z.strictObject({
      kind: z.literal("sdmx"),
      service: z.enum(["istat", "eurostat"]).describe("The service."),
      flow: z.string().min(1).describe("The dataflow, as in 22_289."),
      key: scalar.describe("Values of the dimensions in their order; all for every series."),
      startPeriod: scalar.optional().describe("The first requested period."),
    }),
    hsdsOrigin,
    inboxOrigin,
  ])
  .describe(
    "The place from which the hub gets the file: an address, or its inbox. The mapping files of a hub need it; those beside a file that you import yourself do not.",
  );

export function originOf(origin: z.infer<typeof originSchema> | undefined): Origin | null {
  if (origin === undefined) return null;
  return origin.kind === "sdmx" ? { ...origin, service: services[origin.service] } : origin;
}
