import { rm } from "node:fs/promises";
import { type IngestRequest, runIngest } from "../../src/ingest/run/run";
import type { Table } from "../../src/storage/engine/table";
import { folderWith, officeCells, offices } from "./synthetic-city";

export const officeFile = "ds1303_servizio_sociale_territoriale_sedi.csv";

/** SYNTHETIC: offices in the file of a complete source, by the numbers of their addresses. */
export const officesAt = (...numbers: readonly number[]): Record<string, string> => ({
  [officeFile]: offices(...numbers.map((n) => officeCells({ indirizzo: `Via Inventata ${n}` }))),
});

export const officeCode = (number: number): string => `ds1303:via-inventata-${number}`;

/** Imports files from a folder that is gone afterwards; reports of those that are there. */
export async function importFiles(
  table: Table,
  files: Readonly<Record<string, string | Uint8Array>>,
  request: Partial<IngestRequest> = {},
) {
  const folder = await folderWith(files);
  try {
    const report = await runIngest({ table, folder, now: "2026-11-22T10:00:00.000Z", ...request });
    return { ...report, sources: report.sources.filter(({ file }) => file !== null) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
