import type { ImportRun } from "../../domain/quality/import-run";
import type { Table } from "../engine/table";
import { importRunCodec } from "../records/import-run.codec";
import { keys } from "../records/keys";
import { saveAll } from "../records/save";
import { importRunRepository } from "./import-run.repository";

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
  const completed = await importRunRepository(table).page(
    { sourceCode, status: "COMPLETED" },
    { first: 100 },
  );
  const last = completed.edges.map(({ node }) => node).find(({ rollbackOf }) => rollbackOf === null);
  await table.update(keys.lastImportRuns(sourceCode), { set: { lastSuccessfulRun: last?.code ?? null } });
}
