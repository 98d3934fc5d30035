import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { storedNames } from "../../../src/app/exports/export-manifest";
import { exporter } from "../../../src/app/exports/exporter";
import { readManifest } from "../../../src/app/exports/exports";
import { refresh } from "../../../src/projections/refresh";
import { Table } from "../../../src/storage/engine/table";
import { fileFolder } from "../../../src/storage/files/file-folder";
import type { FileStore } from "../../../src/storage/files/file-store";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anOrganization, aSource } from "../../support/builders";
import { startTable } from "../../support/test-table";

const organization = (n: number, name: string) =>
  anOrganization({ code: `test:${n}`, name, sourceCodes: ["test"] });

test("an export that takes long beside edits is of the version that was current when it began", async () => {
  const { name, client } = await startTable();
  let time = Date.parse("2026-11-29T00:00:00.000Z");
  const table = new Table(name, client, undefined, () => new Date(time).toISOString());
  // Another process: what it publishes is not in the memory of the one that exports.
  const editors = new Table(name, client, undefined, table.clock);
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-beside-"));
  const stored = fileFolder(folder);
  let edits = 0;
  const edit = async () => {
    time += 40_000;
    edits += 1;
    const now = table.clock();
    const edited = organization(0, `Edit ${edits}`);
    await saveAll(editors, codecs.organization, [edited], { origin: "test", now });
    await refresh(editors, [{ key: codecs.organization.key(edited) }], { now, written: true });
  };
  const files: FileStore = {
    ...stored,
    async take(...args) {
      await edit();
      return stored.take(...args);
    },
  };
  try {
    const saved = { origin: "test", now: table.clock() };
    await saveAll(editors, codecs.sourceRef, [aSource({ code: "test", synthetic: false })], saved);
    // More than a page of them: the first ones are read late, and not by the way with something else.
    await saveAll(
      editors,
      codecs.organization,
      Array.from({ length: 500 }, (_, n) => organization(n, "Name")),
      saved,
    );
    await edit();
    const exports = exporter({ table, files, log: () => undefined, now: () => time });
    await exports.refresh();
    const manifest = (await readManifest(stored, storedNames.latest))!;
    expect(edits).toBeGreaterThan(10);
    const { files: written } = manifest.sets.find((set) => set.name === "organizations")!;
    const { sha256 } = written.find((file) => file.name === "organizations.ndjson")!;
    const text = await readFile(path.join(folder, storedNames.content(sha256)), "utf8");
    expect(text).toContain('"Edit 1"');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
