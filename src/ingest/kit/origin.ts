import * as z from "zod";

/** At most so many requests within so many seconds. */
export interface Rate {
  readonly most: number;
  readonly seconds: number;
}

export const webAddress = z.string().regex(/^https?:\/\/[^\s/]+\S*$/, "must begin with https:// or http://");

/** A file with an address of its own. */
export const urlOrigin = z.strictObject({
  kind: z.literal("url"),
  url: webAddress.describe("Address of the file itself, not of a page about it."),
  checksum: z
    .string()
    .regex(/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i, "must be an MD5, SHA-1 or SHA-256 in hexadecimal")
    .optional()
    .describe("Checksum that the publisher states: MD5, SHA-1 or SHA-256, in hexadecimal."),
});
type UrlOrigin = z.infer<typeof urlOrigin>;

/** A file of a dataset of a CKAN portal: exactly one must fit. */
export const ckanOrigin = z.strictObject({
  kind: z.literal("ckan"),
  portal: webAddress.describe("The portal, as in https://dati.example.it."),
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
});
export type CkanOrigin = z.infer<typeof ckanOrigin>;

/** The address of an SDMX 2.1 REST service, and its rules for requests. */
export interface SdmxService {
  readonly base: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rate: Rate;
}

/** A part of a dataflow, as SDMX-CSV. */
export interface SdmxOrigin {
  readonly kind: "sdmx";
  readonly service: SdmxService;
  /** For example `22_289`. */
  readonly flow: string;
  /** Values of the dimensions in their order, for example `A.015146.JAN.9.TOTAL.99`; `all` for everything. */
  readonly key: string;
  readonly startPeriod?: string;
}

/** One list of an HSDS 3.0 API. */
export const hsdsOrigin = z.strictObject({
  kind: z.literal("hsds"),
  base: webAddress.describe("Base address of the HSDS API."),
  list: z
    .enum(["organizations", "service_at_locations", "services", "taxonomies", "taxonomy_terms"])
    .describe("The list of the API."),
  perPage: z.int().min(1).max(1_000).optional().describe("Records per page; 100 if absent."),
  changedOnly: z
    .boolean()
    .optional()
    .describe("Only changes since the last download; removals are then not noticed."),
  query: z.record(z.string(), z.string()).optional().describe('Further parameters, as in full: "true".'),
});
export type HsdsOrigin = z.infer<typeof hsdsOrigin>;

/** The answer of a GraphQL API: errors may accompany a part of the data. */
interface GraphQlAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  /** `<path>: <message>` each. */
  readonly errors: readonly string[];
}

export type RunQuery = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphQlAnswer>;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Records one by one, and at the end the gaps. */
export type Records = AsyncGenerator<JsonObject, readonly string[]>;

/** The data of a GraphQL API: the source defines the queries. */
export interface GraphQlOrigin {
  readonly kind: "graphql";
  /** `null` if its owner does not publish it: then the operator of the download gives it. */
  readonly endpoint: string | null;
  readonly rate: Rate;
  readonly records: (ask: RunQuery, most: { readonly pages: number }) => Records;
}

/** A file that somebody puts into the inbox of the hub: a steward, or another system. */
export const inboxOrigin = z.strictObject({ kind: z.literal("inbox") });

/** Where the file of a source comes from. */
export type Origin =
  | CkanOrigin
  | GraphQlOrigin
  | HsdsOrigin
  | z.infer<typeof inboxOrigin>
  | SdmxOrigin
  | UrlOrigin;

/**
 * Whether the file comes to the hub, because there is no address from which the hub could fetch it. That of an API whose owner does not
 * publish it is known to operators alone: they fetch its file and put it into the inbox.
 */
export const comesToInbox = (origin: Origin): boolean =>
  origin.kind === "inbox" || (origin.kind === "graphql" && origin.endpoint === null);
