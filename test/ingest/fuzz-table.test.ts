import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { canonicalText } from "../../src/domain/kit/canonical-text";
import type { Centre } from "../../src/domain/places/centre";
import type { Source } from "../../src/ingest/kit/source";
import { importSource } from "../../src/ingest/run/import-source";
import { tableRepositories } from "../../src/storage";
import { drill } from "../support/drill";
import { fuzzedFiles } from "../support/fuzzed-files";
import { mutationsOf } from "../support/mutations";
import { ownSource } from "../support/own-source";
import { folderWith } from "../support/synthetic-city";
import { startTable } from "../support/test-table";

const ds3017 = ownSource("ds3017");

const now = "2026-11-22T10:00:00.000Z";
const { points, ...centres } = ds3017;
const codes = Array.from({ length: 14 }, (_, i) => `ds3017:${i + 1}`);

test("a damaged file changes only its own records, and an unreadable one changes none", async () => {
  const table = await startTable();
  const folder = await folderWith({});
  const file = path.join(folder, centres.files.at(-1)!);
  const given = new Set<string>();
  const importFile = async (bytes: Buffer) => {
    given.clear();
    await writeFile(file, bytes);
    return importSource(centres as unknown as Source, {
      table,
      folder,
      now,
      onRecords: async (records) => {
        for (const { type, record } of records) if (type === "centre") given.add(record.code);
      },
    });
  };
  const stored = async (): Promise<(Centre | null)[]> =>
    tableRepositories(table).centres.byCodes(codes) as Promise<(Centre | null)[]>;

  let [failed, rejected] = [0, 0];
  await fc.assert(
    fc.asyncProperty(mutationsOf(fuzzedFiles.centres), async ({ bytes }) => {
      await importFile(fuzzedFiles.centres);
      const before = await stored();
      expect(before).not.toContain(null);
      const report = await importFile(bytes);
      const after = await stored();
      if (report.status === "FAILED") {
        failed++;
        expect([...given]).toEqual([]);
      }
      rejected += report.rows.rejected;
      const changed = codes.filter((_, i) => canonicalText(after[i]) !== canonicalText(before[i]));
      expect(changed.filter((code) => !given.has(code))).toEqual([]);
      expect(report.rows.changed).toBe(changed.length);
      expect(after).not.toContain(null);
    }),
    drill(60, 10),
  );
  expect([failed > 0, rejected > 0]).toEqual([true, true]);
  await rm(folder, { recursive: true });
});
