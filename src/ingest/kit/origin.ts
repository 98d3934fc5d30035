/** At most so many requests within so many seconds. */
export interface Rate {
  readonly most: number;
  readonly seconds: number;
}

/** A file with an address of its own. */
interface UrlOrigin {
  readonly kind: "url";
  readonly url: string;
  /** As its publisher states it: MD5, SHA-1 or SHA-256, in hexadecimal. */
  readonly checksum?: string;
}

/** A file of a dataset of a CKAN portal. */
export interface CkanOrigin {
  readonly kind: "ckan";
  /** For example `https://dati.example.it`. */
  readonly portal: string;
  /** Name or id of the dataset. */
  readonly dataset: string;
  /** The file of the dataset: exactly one must fit. */
  readonly resource: { readonly format: string; readonly name?: string } | { readonly id: string };
}

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
export interface HsdsOrigin {
  readonly kind: "hsds";
  readonly base: string;
  readonly list: "organizations" | "service_at_locations" | "services" | "taxonomies" | "taxonomy_terms";
  readonly perPage?: number;
  /** Whether to request only changes since the last time. Deletions are then not noticed. */
  readonly changedOnly?: boolean;
  /** Further parameters, for example `full=true`. */
  readonly query?: Readonly<Record<string, string>>;
}

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

/** Where the file of a source comes from. */
export type Origin = CkanOrigin | GraphQlOrigin | HsdsOrigin | SdmxOrigin | UrlOrigin;
