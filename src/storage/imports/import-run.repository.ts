import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import type { Page, PageRequest } from "../engine/page";
import { given } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { importRunCodec, importRunLists } from "../records/import-run.codec";
import { keys } from "../records/keys";
import { saveAll } from "../records/save";

/** All conditions must hold; absent ones exclude nothing. */
export interface ImportRunCriteria {
  readonly sourceCode?: string;
  readonly status?: ImportRunStatus;
}

/** The last run of a source, and its last run that imported its file and was not reverted. */
export interface LastRuns {
  readonly lastRun: ImportRun | null;
  readonly lastSuccessfulRun: ImportRun | null;
}

export function importRunRepository(reader: Reader) {
  const { byCodes, listedIn } = importRunCodec.repository(reader);
  return {
    byCodes,

    /** Runs that meet the criteria, newest first. */
    page: (criteria: ImportRunCriteria, request: PageRequest): Page<ImportRun> =>
      listedIn(listOf(criteria), request),

    /** The last runs of sources, in the order of their codes. */
    lastOf(sourceCodes: readonly string[]): LastRuns[] {
      const items = reader.batchGet(sourceCodes.map(keys.lastImportRuns));
      const bySource = new Map(items.map((item) => [item.pk, item]));
      const codes = sourceCodes.map((code) => {
        const item = bySource.get(keys.lastImportRuns(code).pk);
        return [item?.lastRun, item?.lastSuccessfulRun].map((run) => run as string | null | undefined);
      });
      const wanted = [...new Set(codes.flat().flatMap((code) => code ?? []))];
      const runs = new Map(byCodes(wanted).map((run, i) => [wanted[i], run]));
      return codes.map(([last, successful]) => ({
        lastRun: runs.get(last ?? "") ?? null,
        lastSuccessfulRun: runs.get(successful ?? "") ?? null,
      }));
    },
  };
}

function listOf({ sourceCode, status }: ImportRunCriteria) {
  const { all, source, status: ofStatus } = importRunLists;
  const list =
    sourceCode !== undefined ? source(sourceCode) : status !== undefined ? ofStatus(status) : all();
  const where = sourceCode === undefined ? [] : given([["status", "equals", status]]);
  return { partition: keys.importRunInList(list, "", "").pk, descending: true, where };
}

/** Writes the present state of a run, and its meaning for the freshness of its source. */
export async function saveImportRun(table: Table, run: ImportRun, now: string): Promise<void> {
  await saveAll(table, importRunCodec, [run], { origin: run.sourceCode, now });
  if (run.status === "ROLLED_BACK") return setLastSuccessful(table, run.sourceCode);
  const isSuccess = run.status === "COMPLETED" && run.rollbackOf === null;
  await table.update(keys.lastImportRuns(run.sourceCode), {
    set: { lastRun: run.code, ...(isSuccess && { lastSuccessfulRun: run.code }) },
  });
}

/** Of the last hundred completed runs: earlier ones are too old to matter for freshness. */
async function setLastSuccessful(table: Table, sourceCode: string): Promise<void> {
  const completed = await fromTable(table, (reader) =>
    importRunRepository(reader).page({ sourceCode, status: "COMPLETED" }, { first: 100 }),
  );
  const last = completed.edges.map(({ node }) => node).find(({ rollbackOf }) => rollbackOf === null);
  await table.update(keys.lastImportRuns(sourceCode), { set: { lastSuccessfulRun: last?.code ?? null } });
}
