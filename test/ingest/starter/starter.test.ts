import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { sources } from "../../../src/ingest/sources/own-sources";
import { loadStarter } from "../../../src/ingest/starter/load-starter";
import { starterFiles } from "../../../src/ingest/starter/starter-files";
import { starterSnapshot } from "../../../src/ingest/starter/starter-snapshot";
import { isBehind } from "../../../src/projections/behind";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { codecOf } from "../../../src/storage/records/hub-record";
import { saveAll } from "../../../src/storage/records/save";
import { rootKey } from "../../../src/storage/snapshots/root";
import { aCentre, anArea, aService, aServiceAtLocation } from "../../support/builders";
import { startPreparedHub } from "../../support/prepared-hub";
import { verify } from "../../support/projections";
import { testWithSharedData } from "../../support/shared-data";
import { starterTable } from "../../support/starter-table";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const data = path.resolve(__dirname, "../../../data");
type Coded = { readonly code: string; readonly sourceCodes: readonly string[] };
const read = <T>(file: string): T[] => JSON.parse(readFileSync(path.join(data, file), "utf8"));

test("loads the starter data once", async () => {
  const table = await startTable();
  const first = await loadStarter(table, data, now);
  expect(first["areas.json"]).toEqual({ created: 181, changed: 0, unchanged: 0, kept: 0 });
  expect(first["observations.json"]).toMatchObject({ created: 1098 });
  expect((await tableRepositories(table).hub.dataVersion()).version).toBe(1);
  table.meter.reset();
  const second = await loadStarter(table, data, "2026-11-23T10:00:00.000Z");
  expect(table.meter.writeUnits).toBe(0);
  expect(second["centres.json"]).toEqual({ created: 0, changed: 0, unchanged: 3, kept: 0 });
  expect((await tableRepositories(table).hub.dataVersion()).version).toBe(1);
});

test("an imported record stays when the starter data differs", async () => {
  const table = await startTable();
  const [area] = read<Parameters<typeof codecs.area.key>[0]>("areas.json");
  await saveAll(table, codecs.area, [{ ...area!, name: "Imported" }], { origin: "ds379", now });
  const report = await loadStarter(table, data, now);
  expect(report["areas.json"]).toMatchObject({ created: 180, kept: 1 });
  const [kept] = await tableRepositories(table).areas.byCodes([area!.code]);
  expect(kept!.name).toBe("Imported");
});

test("every record has existing sources", () => {
  const known = new Set(read<Coded>("sources.json").map(({ code }) => code));
  const files = starterFiles
    .map(({ file }) => file)
    .filter((file) => file !== "sources.json" && existsSync(path.join(data, file)));
  const unknown = files.flatMap((file) =>
    read<Coded>(file).flatMap(({ sourceCodes }) => sourceCodes.filter((code) => !known.has(code))),
  );
  expect(unknown).toEqual([]);
});

test("every kind of a centre is a term, in the order of statements", () => {
  const terms = new Set(read<Coded>("taxonomy-terms.json").map(({ code }) => code));
  const sources = new Set(read<Coded>("sources.json").map(({ code }) => code));
  const centres = read<Coded & { kindHistory: { kindCode: string; sourceCode: string }[] }>("centres.json");
  expect(centres.map(({ code }) => code)).toEqual(["ds3017:24", "ds3017:25", "ds3017:26"]);
  for (const { kindHistory } of centres) {
    expect(kindHistory.length).toBeGreaterThan(1);
    expect(kindHistory.at(-1)!.kindCode).toBe("centre-kind:CASA_DI_QUARTIERE");
    for (const { kindCode, sourceCode } of kindHistory) {
      expect(terms).toContain(kindCode);
      expect(sources).toContain(sourceCode);
    }
  }
});

test("the indicators are those of the imports and of the EU regulations", () => {
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  const known = new Set(read<Coded>("sources.json").map(({ code }) => code));
  // A source that is like another one defines the same again.
  const made = sources
    .flatMap(({ ref, definitions = [] }) => (known.has(ref.code) ? definitions : []))
    .flatMap(({ type, record }) => (type === "indicator" ? [record as Coded] : []))
    .filter(({ code }, i, all) => all.findIndex((other) => other.code === code) === i)
    .sort(byCode);
  const indicators = read<Coded & { family: string }>("indicators.json").sort(byCode);
  const isEu = ({ family }: { family: string }) => family.startsWith("EU_");
  expect(indicators.filter((indicator) => !isEu(indicator))).toEqual(made);
  expect(indicators.filter(isEu).map(({ code }) => code)).toEqual([
    "EECO01",
    "EECO08",
    "EECO18",
    "RCO112",
    "RCO113",
    "RCO114",
    "RCO14",
    "RCO70",
    "RCO74",
    "RCO75",
    "RCO76",
    "RCR11",
    "RCR74",
  ]);
});

testWithSharedData("the starter data is what an import of the published files makes", async () => {
  const { table, report } = await startPreparedHub();
  const snapshot = await starterSnapshot(table, {
    sourceCodes: read<Coded>("sources.json").map(({ code }) => code),
    centreCodes: read<Coded>("centres.json").map(({ code }) => code),
    observationAreas: [
      ...new Set(read<{ areaCode: string }>("observations.json").map(({ areaCode }) => areaCode)),
    ],
    observationSources: ["ds205", "ds205-2012-2023", "ds2811"],
  });
  // A field that a file leaves out is not known.
  for (const { file, type } of starterFiles.filter((each) => each.file in snapshot))
    expect([file, snapshot[file]]).toEqual([file, read(file).map((record) => codecOf(type).create!(record))]);
  const changed = report.sources.map(({ source, records }) => [source, records.changed]);
  // Only the sources themselves: they now say when they were read. Twelve centres that the import brings get more
  // kinds from a later file.
  const more: Readonly<Record<string, number>> = { "milano-csrc-cam": 12 };
  expect(changed).toEqual(
    report.sources.map(({ source, status }) => [
      source,
      (status === "IMPORTED" ? 1 : 0) + (more[source] ?? 0),
    ]),
  );
  const codes = read<Coded>("sources.json").map(({ code }) => code);
  const elsewhere = report.sources.filter(({ status }) => status !== "IMPORTED");
  expect(elsewhere.map(({ source }) => source).filter((code) => codes.includes(code))).toEqual([]);
});

test.each([
  ["[{}", "is not JSON"],
  ["{}", "is not a JSON array of records"],
  ["[null]", "has no record at [0]"],
])("names the broken file: %j", async (text, message) => {
  const folder = await folderWith({ "sources.json": text });
  const loading = loadStarter(await startTable(), folder, now);
  await expect(loading).rejects.toMatchObject({
    code: "SOURCE_UNREADABLE",
    message: expect.stringContaining(`The starter file sources.json ${message}`),
  });
  await rm(folder, { recursive: true });
});

test("names the incomplete record", async () => {
  const folder = await folderWith({ "sources.json": '[{"code":"ds1"}]' });
  const loading = loadStarter(await startTable(), folder, now);
  await expect(loading).rejects.toMatchObject({
    code: "INVALID_RECORD",
    message: expect.stringContaining('SourceRef "ds1" cannot be true'),
  });
  await rm(folder, { recursive: true });
});

test("loads the existing files of a folder, and every type has one file", async () => {
  const folder = await folderWith({});
  expect(await loadStarter(await startTable(), folder, now)).toEqual({});
  expect(new Set(starterFiles.map(({ file }) => file)).size).toBe(starterFiles.length);
  await rm(folder, { recursive: true });
});

test("a folder may have any type of record, and derived records follow", async () => {
  const given = [aServiceAtLocation({ code: "test:s1:1", serviceCode: "test:s1", centreCode: "test:1" })];
  const folder = await folderWith({
    "centres.json": JSON.stringify([aCentre({ code: "test:1" })]),
    "services-at-location.json": JSON.stringify(given),
    "services.json": JSON.stringify([aService({ code: "test:s1" })]),
  });
  const table = await startTable();
  await loadStarter(table, folder, now);
  const { centreServices, serviceListings } = tableRepositories(table);
  expect(await serviceListings.byCodes(["test:s1"])).toMatchObject([{ locationCodes: ["test:s1:1"] }]);
  expect(await centreServices.byCodes(["test:1"])).toEqual([
    { code: "test:1", locationCodes: ["test:s1:1"] },
  ]);
  await rm(folder, { recursive: true });
});

test("a start publishes the changes of a killed run, and reads little if there are none", async () => {
  const table = await starterTable();
  table.meter.reset();
  await loadStarter(table, data, now);
  expect(table.meter.writeUnits).toBe(0);
  const usual = table.meter.readUnits;
  const { hub } = tableRepositories(table);
  // As an import that was killed before it published: it wrote something, and says so.
  await saveAll(table, codecs.area, [anArea({ code: "nil:new", cityCode: "comune:015146" })], {
    origin: "ds1",
    now,
  });
  await hub.bumpDataVersion(now);
  expect(await verify(table)).not.toEqual([]);
  table.meter.reset();
  await loadStarter(table, data, now);
  expect(table.meter.readUnits).toBeGreaterThan(usual);
  expect(await verify(table)).toEqual([]);
  expect(await isBehind(table)).toBe(false);
  // What another release published is not what this one reads.
  await table.update(rootKey, { set: { form: 0 } });
  expect(await isBehind(table)).toBe(true);
});
