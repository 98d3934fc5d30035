import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { writeZip } from "../../../src/app/exports/zip-file";

const folder = mkdtempSync(path.join(tmpdir(), "vicinato-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("an archive has its files, large and empty ones, and the same bytes at any time on any local clock", async () => {
  const large = path.join(folder, "large.csv");
  writeFileSync(large, Array.from({ length: 50_000 }, (_, i) => `${i * 7919},così\r\n`).join(""));
  const parts = [
    { name: "datapackage.json", content: { text: "{}\n" } },
    { name: "large.csv", content: { path: large } },
    { name: "empty.csv", content: { text: "" } },
  ];
  const own = process.env.TZ;
  const hashes = new Set<string>();
  for (const zone of ["Europe/Rome", "America/Los_Angeles", "UTC"]) {
    process.env.TZ = zone;
    const { sha256, bytes, gzipBytes } = await writeZip(path.join(folder, "all.zip"), parts);
    expect([bytes < 400_000, gzipBytes]).toEqual([true, null]);
    hashes.add(sha256);
  }
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
  expect(hashes.size).toBe(1);
  const archive = path.join(folder, "all.zip");
  const found = unzipSync(readFileSync(archive));
  expect(Object.keys(found)).toEqual(["datapackage.json", "large.csv", "empty.csv"]);
  expect(Buffer.from(found["large.csv"]!).equals(readFileSync(large))).toBe(true);
  expect([found["datapackage.json"]!.length, found["empty.csv"]!.length]).toEqual([3, 0]);
});
