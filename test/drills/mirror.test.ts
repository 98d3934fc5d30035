import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { storedNames } from "../../src/app/exports/export-manifest";
import { exporter } from "../../src/app/exports/exporter";
import { HubError } from "../../src/domain/kit/errors";
import { hubFiles } from "../../src/mirror/hub-files";
import { mirror } from "../../src/mirror/mirror";
import { mirrorFolder } from "../../src/mirror/mirror-folder";
import { refresh } from "../../src/projections/refresh";
import { fileFolder } from "../../src/storage/files/file-folder";
import { drill } from "../support/drill";
import { exportingRoutes } from "../support/exported-hub";
import { hubOver } from "../support/hub";
import { editedAreas, processOver, randomEditor, saveSurroundings } from "../support/random-editors";
import { randomImport } from "../support/random-import";
import { seededRandom } from "../support/seeded-random";
import { startTable } from "../support/test-table";

const { numRuns: edits, seed } = drill(10_000, 45);
const editsOfRun = 15;
const random = seededRandom(seed);
const now = "2026-11-28T12:00:00.000Z";
const minute = 60_000;

test("a partner that mirrors through edits, imports, kills, repeated changes and a minute of clock skew has the bytes of the export", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-mirror-"));
  const table = await startTable();
  await saveSurroundings(table, false);
  await refresh(table, "EVERYTHING", { now, written: true });
  // Clocks of writers differ by up to a minute.
  const skewed = (by: number) => () =>
    new Date(Date.parse(now) + by + Math.floor(random() * 1_000)).toISOString();
  const processes = [-minute, 0, minute].map((by) => processOver(table, skewed(by)));
  const edit = randomEditor(random);
  const hub = hubOver(table, {
    routes: exportingRoutes(fileFolder(path.join(folder, "hub"))),
  });
  const ends = { edits: 0, refused: 0, kills: 0, broken: 0, runs: 0, changes: 0, begunAgain: 0 };

  /** The network of the partner: answers are lost, and its process is killed before or after a request. */
  let isKilled = false;
  const fetchFrom = (async (address: URL) => {
    if (random() < 0.1) throw new TypeError("fetch failed");
    const { pathname, search } = address;
    const response = await hub.hub.http.request(pathname + search);
    if (random() < 0.05) return new Response("", { status: 503 });
    // Once at least, also where the drill is short.
    isKilled = (ends.broken === 0 && ends.edits > edits / 2) || random() < 0.08;
    if (isKilled) throw new TypeError("fetch failed");
    return response;
  }) as typeof fetch;
  const asked = hubFiles("http://localhost/", fetchFrom, async () => {
    if (isKilled) throw new Error("killed");
  });
  let hasCopy = false;
  // A partner with a copy takes no file of a set whose changes it follows: that would be to begin again, also in a run that is killed.
  const files: typeof asked = {
    ...asked,
    file(manifest, file) {
      const set = manifest.sets.find((each) => each.files.some(({ name }) => name === file.name))!;
      if (hasCopy && set.isFollowed) ends.begunAgain += 1;
      return asked.file(manifest, file);
    },
  };
  const copy = path.join(folder, "copy");

  async function runMirror(): Promise<boolean> {
    hasCopy = (await mirrorFolder(copy).state()) !== null;
    try {
      const { changes } = await mirror(files, copy);
      ends.runs += 1;
      ends.changes += changes;
      return true;
    } catch {
      ends.broken += 1;
      return false;
    }
  }

  async function editOnce(): Promise<void> {
    const i = Math.floor(random() * processes.length);
    // One at least, also where the drill is short.
    const isLate = ends.kills === 0 && ends.edits > edits / 2;
    if (isLate || random() < 0.04) {
      ends.kills += 1;
      processes[i]!.kill.left = Math.floor(random() * 4);
    }
    await edit(processes[i]!).then(
      () => ends.edits++,
      (error: unknown) => {
        if (!(error instanceof HubError)) throw error;
        ends.refused += 1;
      },
    );
    if (processes[i]!.kill.left > 0) return;
    await processes[i]!.published.settled();
    processes[i] = processOver(table, skewed(0));
  }

  for (let n = 0; ends.edits < edits; n++) {
    const importing =
      n % 2 === 0 ? randomImport(table, { random, areaCodes: editedAreas, killAt: null }) : null;
    importing?.catch(() => undefined);
    for (let k = 0; k < editsOfRun; k++) await editOnce();
    // Beside the import and the publications. A partner follows changes once it has its first copy.
    while (!(await runMirror()) && ends.runs === 0);
    await importing;
  }
  await Promise.all(processes.map(({ published }) => published.settled()));
  await refresh(table, [], { now });

  // The sets without changes come from the last export: it is made again for the comparison.
  const made = fileFolder(path.join(folder, "hub"));
  await made.remove([storedNames.latest]);
  await exporter({ table, files: made, log: () => undefined }).refresh();
  const fresh = hubOver(table, { routes: exportingRoutes(made) });
  hub.hub.http.request = fresh.hub.http.request;
  while (!(await runMirror()));

  const manifest = await (await fresh.request("/exports/index.json")).json();
  for (const { name, rows } of (manifest as { sets: { name: string; rows: number }[] }).sets) {
    const exported = await (await fresh.request(`/exports/${name}.ndjson`)).text();
    const copied = await readFile(path.join(copy, `${name}.ndjson`), "utf8");
    expect([name, rows, copied]).toEqual([name, rows, exported]);
  }
  expect(
    (manifest as { sets: { name: string; rows: number }[] }).sets.find(({ name }) => name === "services")!
      .rows,
  ).toBeGreaterThan(5);
  if (edits > 1_000) process.stdout.write(`${JSON.stringify(ends)}\n`);
  for (const end of ["kills", "broken", "runs", "changes"] as const)
    expect([end, ends[end] > 0]).toEqual([end, true]);
  expect(ends.begunAgain).toBe(0);
  await rm(folder, { recursive: true, force: true });
});
