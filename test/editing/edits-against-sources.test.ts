import { rm } from "node:fs/promises";
import { formatReport } from "../../src/ingest/report/format-report";
import { runIngest } from "../../src/ingest/run/run";
import { startHub, type TestHub } from "../support/hub";
import { folderWith } from "../support/synthetic-city";

/** SYNTHETIC. */
const mapping = `
source: { code: luoghi, title: Places, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: luoghi.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
records:
  - type: centre
    name: { column: nome }
    notes: { column: note }
    position: { longitude: { constant: 9.2 }, latitude: { constant: 45.5 } }
    areas: {}
    equipment:
      WIFI: { column: wifi, yesNo: { yes: [si], no: [no] } }
      BAR: { column: bar, yesNo: { yes: [si], no: [no] } }
      GARDEN: { column: orto, yesNo: { yes: [si], no: [no] } }
`;
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

let hub: TestHub;
let day = 1;
beforeEach(async () => {
  day = 1;
  hub = await startHub({ clock: () => `2026-02-0${day}T00:00:00.000Z` });
});

async function ingest(...rows: readonly string[]) {
  const folder = await folderWith({
    "luoghi.mapping.yaml": mapping,
    "luoghi.csv": `id;nome;note;wifi;bar;orto\n${rows.join("\n")}\n`,
  });
  folders.push(folder);
  const now = `2026-02-0${++day}T00:00:00.000Z`;
  return runIngest({ table: hub.table, folder, now, only: ["luoghi"] });
}

const edit = (fields: string, version: number) =>
  hub.edit(
    `mutation { updateCentre(input: { reason: "Test", code: "luoghi:1", expectedVersion: ${version}, fields: { ${fields} } }) { version userErrors { code field } } }`,
  );

async function equipment(): Promise<Record<string, string>> {
  const { data } = await hub.ask<{ centre: { equipment: { feature: string; availability: string }[] } }>(
    `{ centre(code: "luoghi:1") { equipment { feature availability } } }`,
  );
  return Object.fromEntries(
    data!.centre.equipment.map(({ feature, availability }) => [feature, availability]),
  );
}

test("correcting the bar leaves wifi and garden to later imports, and the report names the correction", async () => {
  const first = await ingest("1;Casa;;no;si;no");
  expect(first.sources[0]).toMatchObject({ status: "IMPORTED", problems: [], overrides: [] });
  const { data } = await edit("equipment: [{ feature: BAR, availability: NO }]", 1);
  expect(data).toEqual({ updateCentre: { version: 2, userErrors: [] } });
  const report = await ingest("1;Casa;;si;si;si");
  expect(await equipment()).toMatchObject({ BAR: "NO", GARDEN: "YES", WIFI: "YES" });
  expect(report.sources[0]!.overrides).toEqual([
    {
      type: "Centre",
      code: "luoghi:1",
      field: "equipment",
      item: "BAR",
      source: { feature: "BAR", availability: "YES" },
      editor: { feature: "BAR", availability: "NO" },
    },
  ]);
  expect(formatReport(report)).toContain(
    'luoghi: 1 edit has priority over the source\n  Centre luoghi:1, equipment BAR: source {"feature":"BAR","availability":"YES"}, editor {"',
  );
  const last = await ingest("1;Casa;;no;no;si");
  expect(await equipment()).toMatchObject({ BAR: "NO", GARDEN: "YES", WIFI: "NO" });
  expect(last.sources[0]!.overrides).toEqual([]);
});

test("the report names corrected fields and retired records, also of a dry run and of an unchanged file", async () => {
  await ingest("1;Casa;Nota;si;si;si", "2;Altra;;no;no;no");
  await edit(`name: "Casa Corretta", notes: null`, 1);
  await hub.edit(
    `mutation { retireCentre(input: { reason: "Test", code: "luoghi:2", expectedVersion: 1 }) { version } }`,
  );
  const expected = [
    { type: "Centre", code: "luoghi:1", field: "name", item: null, source: "Casa", editor: "Casa Corretta" },
    { type: "Centre", code: "luoghi:1", field: "notes", item: null, source: "Nota", editor: null },
    { type: "Centre", code: "luoghi:2", field: null, item: null, source: expect.anything(), editor: null },
  ];
  for (let run = 0; run < 2; run++) {
    const { sources } = await ingest("1;Casa;Nota;si;si;si", "2;Altra;;no;no;no");
    expect(sources[0]!.overrides).toHaveLength(3);
    expect(sources[0]!.overrides).toEqual(expect.arrayContaining(expected));
  }
});

test("a record that a later partial file lacks cites the file that gave it, also after an edit", async () => {
  const hashes = async () => {
    const { data } = await hub.ask<{
      centres: { nodes: { code: string; sourceRefs: { sha256: string }[] }[] };
    }>(`{ centres { nodes { code sourceRefs { sha256 } } } source(code: "luoghi") { sha256 } }`);
    return Object.fromEntries(
      data!.centres.nodes.map(({ code, sourceRefs }) => [code, sourceRefs[0]!.sha256]),
    );
  };
  const shaOf = ({ sources }: Awaited<ReturnType<typeof ingest>>) => sources[0]!.sha256;
  const first = shaOf(await ingest("1;Casa;;si;si;si", "2;Altra;;no;no;no"));
  expect(await hashes()).toEqual({ "luoghi:1": first, "luoghi:2": first });
  const second = shaOf(await ingest("2;Nuova;;no;no;no"));
  expect(second).not.toBe(first);
  expect(await hashes()).toEqual({ "luoghi:1": first, "luoghi:2": second });
  const { data } = await hub.ask(
    `{ centre(code: "luoghi:1", asOf: "2026-02-03T12:00:00Z") { sourceRefs { sha256 } } }`,
  );
  expect(data).toEqual({ centre: { sourceRefs: [{ sha256: first }] } });
  day++;
  await edit(`notes: "N"`, 1);
  expect(await hashes()).toEqual({ "luoghi:1": first, "luoghi:2": second });
  const third = shaOf(await ingest("1;Casa bis;;si;si;si"));
  expect(await hashes()).toEqual({ "luoghi:1": third, "luoghi:2": second });
});

describe("a partial file, as public reports want it", () => {
  type Centres = Record<string, { name: string; sha256: string | null }>;
  const centres = async (): Promise<Centres> => {
    const { data } = await hub.ask<{
      centres: { nodes: { code: string; name: string; sourceRefs: { sha256: string | null }[] }[] };
    }>("{ centres { nodes { code name sourceRefs { sha256 } } } }");
    return Object.fromEntries(
      data!.centres.nodes.map(({ code, name, sourceRefs }) => [
        code,
        { name, sha256: sourceRefs[0]!.sha256 },
      ]),
    );
  };
  const sha = async (...rows: readonly string[]) => (await ingest(...rows)).sources[0]!.sha256;

  test("missing rows are not removed (jonphipps/Metadata-Registry#240)", async () => {
    const first = await sha("1;Uno;;si;si;si", "2;Due;;no;no;no", "3;Tre;;no;no;no");
    const second = await sha("2;Due bis;;no;no;no");
    expect(await centres()).toEqual({
      "luoghi:1": { name: "Uno", sha256: first },
      "luoghi:2": { name: "Due bis", sha256: second },
      "luoghi:3": { name: "Tre", sha256: first },
    });
  });

  test("a file of later rows alone says nothing of the earlier ones (uabluerail/indexer#6)", async () => {
    const first = await sha("1;Uno;;si;si;si");
    const second = await sha("2;Due;;no;no;no");
    expect(await centres()).toEqual({
      "luoghi:1": { name: "Uno", sha256: first },
      "luoghi:2": { name: "Due", sha256: second },
    });
  });

  test("rows of an earlier batch outlive all later imports (vshulcz/deja-vu#26)", async () => {
    const first = await sha("1;Uno;;si;si;si");
    const later: (string | null)[] = [];
    for (const name of ["A", "B", "C"]) later.push(await sha(`2;${name};;no;no;no`));
    expect(new Set([first, ...later]).size).toBe(4);
    expect(await centres()).toEqual({
      "luoghi:1": { name: "Uno", sha256: first },
      "luoghi:2": { name: "C", sha256: later[2] },
    });
  });

  test("a record does not cite a file that came after it (internetarchive/openlibrary#6778)", async () => {
    const first = await sha("1;Uno;;si;si;si");
    await sha("2;Due;;no;no;no");
    const third = await sha("1;Uno bis;;si;si;si");
    expect((await centres())["luoghi:1"]).toEqual({ name: "Uno bis", sha256: third });
    const { data } = await hub.ask(
      `{ centre(code: "luoghi:1", asOf: "2026-02-03T12:00:00Z") { name sourceRefs { sha256 } } }`,
    );
    expect(data).toEqual({ centre: { name: "Uno", sourceRefs: [{ sha256: first }] } });
  });

  test("a retired record that the file lacks stays retired (thewca/worldcubeassociation.org#3758)", async () => {
    const first = await sha("1;Uno;;si;si;si", "2;Due;;no;no;no");
    await hub.edit(
      `mutation { retireCentre(input: { reason: "Test", code: "luoghi:2", expectedVersion: 1 }) { version } }`,
    );
    const second = await sha("3;Tre;;no;no;no");
    expect(await centres()).toEqual({
      "luoghi:1": { name: "Uno", sha256: first },
      "luoghi:3": { name: "Tre", sha256: second },
    });
  });
});

test("areas that follow from an editor's position stay whole", async () => {
  await ingest("1;Casa;;si;si;si");
  await edit("position: { latitude: 45.4, longitude: 9.1 }", 1);
  const { sources } = await ingest("1;Casa;;si;si;si");
  expect(sources[0]!.overrides).toMatchObject([
    {
      field: "position",
      source: { latitude: 45.5, longitude: 9.2 },
      editor: { latitude: 45.4, longitude: 9.1 },
    },
  ]);
});
