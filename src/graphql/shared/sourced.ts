import type { SourceRef } from "../../domain/source-ref";
import type { Context } from "../context";
import { loadAll } from "../loaders";

/** The sources of any record: each record names at least one. */
export const sourcesOf = (
  record: { readonly sourceCodes: readonly string[] },
  { loaders }: Context,
): Promise<SourceRef[]> => loadAll(loaders.sourceRef, record.sourceCodes);

/** The description of every `sourceRefs` field. */
export const sourceRefsDescription = "Where this comes from, with publisher and licence.";
