import type { QueryContext } from "../kit/query-context";

/** What an export reads: one published version, without the table and without the time. */
export type ExportContext = Pick<QueryContext, "records" | "repositories">;
