import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { ExportManifest } from "../../../src/app/exports/export-manifest";
import { fileFolder } from "../../../src/storage/files/file-folder";
import type { TestHub } from "../../support/hub";
import { startPreparedHub } from "../../support/prepared-hub";
import { sharedData } from "../../support/shared-data";

const withData = sharedData("") ? describe : describe.skip;

withData("the files of a hub with all published data", () => {
  let hub: TestHub;
  let manifest: ExportManifest;
  const text = async (name: string): Promise<string> => (await hub.request(`/exports/${name}`)).text();

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vicinato-test-"));
    hub = await startPreparedHub({ files: fileFolder(folder) });
    manifest = (await (await hub.request("/exports/index.json")).json()) as ExportManifest;
  });

  test("the manifest states rows, bytes and hash of every file", async () => {
    console.log(
      manifest.sets
        .map(
          (s) => `${s.name} ${s.rows} ${s.files.map((f) => `${f.name}:${f.bytes}:${f.gzipBytes}`).join(" ")}`,
        )
        .join("\n"),
      hub.logs.slice(-5),
    );
    for (const { files } of manifest.sets)
      for (const { name, bytes, sha256 } of files) {
        const found = Buffer.from(await (await hub.request(`/exports/${name}`)).arrayBuffer());
        expect([name, found.length, createHash("sha256").update(found).digest("hex")]).toEqual([
          name,
          bytes,
          sha256,
        ]);
        const zipped = await hub.request(`/exports/${name}`, { headers: { "accept-encoding": "gzip" } });
        if (zipped.headers.get("content-encoding") === "gzip")
          expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).equals(found)).toBe(true);
      }
  });
  test("look", async () => {
    console.log((await text("centres.csv")).slice(0, 3000));
    console.log((await text("observations.sdmx.csv")).slice(0, 600));
    console.log((await text("areas.topojson")).slice(0, 300));
    console.log(
      (await text("observations.csv?indicator=share_65plus&level=NEIGHBOURHOOD&period=2024")).slice(0, 600),
    );
    console.log((await text("centres.csv?foo=1")).slice(0, 600));
  });
});
