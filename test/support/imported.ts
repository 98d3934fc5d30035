import { writeFile } from "node:fs/promises";
import path from "node:path";
import { canonicalText } from "../../src/domain/kit/canonical-text";
import type { FinishedRecord, Source } from "../../src/ingest/kit/source";
import type { SourceReport } from "../../src/ingest/report/report";
import { importSource } from "../../src/ingest/run/import-source";
import type { Table } from "../../src/storage/engine/table";

export interface Imported {
  readonly report: SourceReport;
  readonly records: readonly FinishedRecord[];
}

/** The whole import of a file but for its writes. */
export async function imported(
  table: Table,
  folder: string,
  source: unknown,
  bytes: Buffer,
): Promise<Imported> {
  const known = source as Source;
  const records: FinishedRecord[] = [];
  await writeFile(path.join(folder, known.files.at(-1)!), bytes);
  const report = await importSource(known, {
    table,
    folder,
    now: "2026-11-22T10:00:00.000Z",
    how: { dryRun: true },
    onRecords: async (saved) => void records.push(...saved),
  });
  return { report, records };
}

/** What a report must be, whatever the file: its rows add up, and of a file that cannot be read nothing is taken. */
export function expectReport({ report, records }: Imported): void {
  const { rows, status, problems } = report;
  expect(rows.new + rows.changed + rows.unchanged + rows.rejected).toBe(rows.read);
  expect(problems.filter(({ message }) => message.includes("a fault of the hub"))).toEqual([]);
  expect(Math.min(...Object.values(rows))).toBeGreaterThanOrEqual(0);
  if (status !== "FAILED") return;
  expect(problems.map(({ rule }) => rule)).toContain("SOURCE_UNREADABLE");
  expect([records, rows.read]).toEqual([[], 0]);
}

export const textOf = ({ type, record }: FinishedRecord): string => canonicalText({ type, record });
