import { formatReport } from "../../../src/ingest/report/format-report";
import { importFiles, officeFile, officesAt } from "../../support/offices-of";
import { centreCells, centres, officeCells, offices, syntheticFiles } from "../../support/synthetic-city";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const centresFile = "ds3017_case_di_quartiere.csv";

test("a dry run reports changes field by field, and writes nothing", async () => {
  const table = await startTable();
  await importFiles(table, { [centresFile]: centres(centreCells()), ...officesAt(1, 2) });
  const before = await stateOf(table);
  table.meter.reset();
  const report = await importFiles(
    table,
    {
      [centresFile]: centres(centreCells({ Wifi: "si", Note: "nuova" }), centreCells({ id: "2" })),
      ...officesAt(1),
    },
    { dryRun: true },
  );
  expect(table.meter.writeUnits).toBe(0);
  expect(Object.keys(table.meter.calls).sort()).toEqual(["BatchGet", "Get", "Query"]);
  expect(await stateOf(table)).toEqual(before);
  const [centresReport, placed] = report.sources;
  expect(report.dryRun).toBe(true);
  expect(centresReport).toMatchObject({
    run: null,
    rows: { new: 1, changed: 1 },
    // The new centre, what can be done at it, and its place.
    records: { created: 3, changed: 2 },
  });
  expect(centresReport!.diff).toEqual([
    {
      action: "UPDATE",
      type: "Centre",
      code: "ds3017:1",
      fields: [
        { field: "equipment", before: expect.anything(), after: expect.anything() },
        { field: "notes", before: null, after: "nuova" },
      ],
    },
    { action: "CREATE", type: "Centre", code: "ds3017:2", fields: [] },
    { action: "CREATE", type: "Service", code: "ds3017:2", fields: [] },
    { action: "CREATE", type: "ServiceAtLocation", code: "ds3017:2:here", fields: [] },
    {
      action: "UPDATE",
      type: "SourceRef",
      code: "ds3017",
      fields: [
        { field: "earlierFiles", before: undefined, after: true },
        { field: "sha256", before: expect.any(String), after: expect.any(String) },
      ],
    },
  ]);
  expect(placed!.deletes).toMatchObject({ missing: 2, deleted: 2 });
  expect(
    placed!.diff!.filter(({ action }) => action === "DELETE").map(({ type, code }) => [type, code]),
  ).toEqual([
    ["Centre", "ds1303:via-inventata-2"],
    ["ServiceAtLocation", "ds1303:sspt:via-inventata-2"],
  ]);
  const text = formatReport(report);
  expect(text).toContain(
    "ds3017: 3 to create, 2 to change, 0 to delete\n  ~ Centre ds3017:1\n      equipment: ",
  );
  expect(text).toContain("      notes: nothing -> nuova\n");
  expect(text).toContain("  - Centre ds1303:via-inventata-2\n");
  expect(text).toMatch(/\n\nDry run: nothing was written\.$/);
});

test("a dry run of everything on an empty hub writes nothing and finds the problems", async () => {
  const table = await startTable();
  table.meter.reset();
  const wrong = offices(officeCells({ lat: "x" }));
  const report = await importFiles(table, { ...syntheticFiles, [officeFile]: wrong }, { dryRun: true });
  expect(table.meter.writeUnits).toBe(0);
  expect(report.sources.find(({ source }) => source === "ds1303")!.problems.map(({ rule }) => rule)).toEqual([
    "NOT_A_COORDINATE",
  ]);
  expect(report.dataVersion).toBe(0);
});
