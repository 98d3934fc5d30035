import path from "node:path";
import fc from "fast-check";
import { inOrderOfNeeds } from "../../../src/ingest/kit/source-order";
import { runIngest } from "../../../src/ingest/run/run";
import { sources } from "../../../src/ingest/sources/own-sources";
import { tableRepositories } from "../../../src/storage";
import { drill } from "../../support/drill";
import { folderWith, middleOf, officeCells, offices, syntheticFiles } from "../../support/synthetic-city";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const placed = ["ds379", "ds964", "nil-municipio-overlap", "ds3017", "ds1303"];
const codesOf = (list: readonly (typeof sources)[number][]) => list.map(({ ref }) => ref.code);

test("sources come after those they need, in any given order", () => {
  expect(codesOf(inOrderOfNeeds(sources))).toEqual(codesOf(sources));
  fc.assert(
    fc.property(fc.shuffledSubarray([...sources], { minLength: sources.length }), (shuffled) => {
      const ordered = inOrderOfNeeds(shuffled);
      expect(codesOf(ordered).sort()).toEqual(codesOf(sources).sort());
      for (const [i, { needs = [] }] of ordered.entries())
        expect(codesOf(ordered.slice(i)).filter((code) => needs.includes(code))).toEqual([]);
    }),
  );
});

test("sources that need each other come in the given order", () => {
  const [a, b] = [sources[0]!, sources[1]!];
  const circle = [
    { ...a, needs: [b.ref.code] },
    { ...b, needs: [a.ref.code] },
  ];
  expect(codesOf(inOrderOfNeeds(circle))).toEqual(codesOf(circle));
});

test("single imports in any order have the same result as all at once", async () => {
  // An office without a declared area, so that only the borders determine its areas.
  const wrong = officeCells({ nome: "Servizio Sociale", municipio: "8", indirizzo: "Via Sbagliata 1" });
  const folder = await folderWith({
    ...syntheticFiles,
    "ds1303_servizio_sociale_territoriale_sedi.csv": offices(officeCells(), wrong),
  });
  const atOnce = await startTable();
  await runIngest({ table: atOnce, folder, now, only: placed });
  const expected = await stateOf(atOnce);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(placed, { minLength: placed.length }), async (order) => {
      const table = await startTable();
      for (const code of order) await runIngest({ table, folder, now, only: [code] });
      expect(await stateOf(table)).toEqual(expected);
    }),
    { ...drill(5, 2), examples: [[[...placed].reverse()]] },
  );
});

test("after a change of a border, only the places that depend on it are imported again", async () => {
  const table = await startTable();
  const folder = await folderWith(syntheticFiles);
  await runIngest({ table, folder, now });
  const { sources: none } = await runIngest({ table, folder, now, only: ["ds964"] });
  expect(none.map(({ source }) => source)).toEqual(["ds964"]);
  const moved = await folderWith({
    ...syntheticFiles,
    "ds964_nil_wm.geojson": syntheticFiles["ds964_nil_wm.geojson"].replace("QUARTIERE 5", "NUOVO NOME"),
  });
  const { sources: again } = await runIngest({ table, folder: moved, now, only: ["ds964"] });
  const isThere = (file: string): boolean => path.basename(file) in syntheticFiles;
  const needing = sources
    .filter(({ needs, files }) => needs?.includes("ds964") && files.some(isThere))
    .map(({ ref }) => ref.code);
  expect(needing).toEqual(expect.arrayContaining(["ds3017", "ds1303"]));
  expect(again.map(({ source }) => source)).toEqual(["ds964", ...needing]);
});

test("a mapping file beside the data is imported again too, if it declares its needs", async () => {
  const table = await startTable();
  const mapping = {
    source: { code: "benches", title: "T", publisher: "P", licence: "NOT_STATED", rights: { it: "R" } },
    file: { path: "benches.csv", format: "csv", delimiter: ";", mode: "PARTIAL" },
    needs: ["ds964"],
    key: { column: "id" },
    records: [
      {
        type: "centre",
        name: { column: "id" },
        position: { longitude: { column: "x" }, latitude: { column: "y" } },
      },
    ],
  };
  const { latitude, longitude } = middleOf(5);
  const files = {
    "benches.csv": `id;x;y\nb1;${longitude};${latitude}\n`,
    "benches.mapping.json": JSON.stringify(mapping),
  };
  const before = await folderWith(files);
  await runIngest({ table, folder: before, now });
  const after = await folderWith({
    ...files,
    "ds964_nil_wm.geojson": syntheticFiles["ds964_nil_wm.geojson"],
  });
  const { sources: again } = await runIngest({ table, folder: after, now, only: ["ds964"] });
  expect(again.map(({ source, records }) => [source, records.changed])).toEqual([
    ["ds964", 0],
    ["benches", 1],
  ]);
  const [bench] = await tableRepositories(table).centres.byCodes(["benches:b1"]);
  expect(bench!.areaCodes).toEqual(["comune:015146", "nil:5"]);
});
