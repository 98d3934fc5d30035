import type { QueryContext } from "../kit/query-context";

/** What rows are made from: the records of one published version, and the lists of HSDS of the same version. */
export type HsdsReading = Pick<QueryContext, "records"> & {
  readonly repositories: Pick<
    QueryContext["repositories"],
    "documents" | "hsds" | "organizations" | "services" | "servicesAtLocation" | "centres" | "taxonomyTerms"
  >;
  /** Counts rows that cost more than a field; absent where nothing is bounded, as in a file of everything. */
  readonly work?: Pick<QueryContext["work"], "computes">;
};
