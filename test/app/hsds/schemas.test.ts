import { type HsdsListName, hsdsListNames, hsdsLists, parametersOf } from "../../../src/app/hsds/lists";
import { hsdsSchemas } from "../../support/hsds-schemas";
import { hubOver, type TestHub } from "../../support/hub";
import { testWithSharedData } from "../../support/shared-data";
import { cloneTable } from "../../support/starter-table";

type Row = Readonly<Record<string, unknown>>;

let hub: TestHub;

beforeAll(async () => {
  hub = hubOver(await cloneTable(), {});
});

const rowsOf = async (path: string): Promise<Row[]> => {
  const response = await hub.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
};

const usual = hsdsListNames.flatMap((name) =>
  (parametersOf(name).includes("full") ? ["false", "true"] : ["false"]).map((full) => [name, full] as const),
);

for (const [name, full] of usual)
  testWithSharedData(
    `every row of ${name} (full: ${full}) fits the schema of HSDS 3.0, open and closed`,
    async () => {
      const faultsOf = hsdsSchemas();
      const query = full === "true" ? "&full=true" : "";
      const rows = await rowsOf(`/hsds/${name}?format=ndjson${query}`);
      expect(rows.length).toBeGreaterThan(2);
      const faults = rows.flatMap((row) => faultsOf(hsdsLists[name as HsdsListName].table, row));
      expect([...new Set(faults)]).toEqual([]);
      expect(JSON.stringify(rows)).not.toMatch(/:null\b|\[\]/);
    },
  );
