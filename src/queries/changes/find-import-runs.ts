import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

interface ImportRunFilter {
  readonly source: string | null | undefined;
  readonly status: ImportRunStatus | null | undefined;
}

/** Of a source that could never be read the hub has runs but no source: a code that names nothing is no error here. */
export async function findImportRuns(
  { source, status }: ImportRunFilter,
  page: PageRequest,
  { repositories }: QueryContext,
): Promise<Connection<ImportRun>> {
  const criteria = { ...(source && { sourceCode: source }), ...(status && { status }) };
  return toConnection(await repositories.importRuns.page(criteria, page), page);
}
