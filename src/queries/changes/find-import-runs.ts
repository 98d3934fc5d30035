import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

interface ImportRunFilter {
  readonly source: string | null | undefined;
  readonly status: ImportRunStatus | null | undefined;
}

/** A source that could never be read has runs but no record: an unknown code is no error here. */
export async function findImportRuns(
  { source, status }: ImportRunFilter,
  page: PageRequest,
  { repositories }: QueryContext,
): Promise<Connection<ImportRun>> {
  const criteria = { ...(source && { sourceCode: source }), ...(status && { status }) };
  return toConnection(await repositories.importRuns.page(criteria, page), page);
}
