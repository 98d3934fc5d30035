import type { SourceRef } from "../../domain/kit/source-ref";
import { loadAll } from "./loaders";
import type { QueryContext } from "./query-context";

/** The sources of a record: each record names at least one. */
export const sourcesOf = (
  record: { readonly sourceCodes: readonly string[] },
  { loaders }: QueryContext,
): Promise<SourceRef[]> => loadAll(loaders.sourceRef, record.sourceCodes);
