import { tableRepositories } from "../../../src/storage";
import { fromTable } from "../../../src/storage/engine/table-reader";
import { readWhole } from "../../../src/storage/engine/whole-list";
import { codecs } from "../../../src/storage/records/codecs";
import { keys } from "../../../src/storage/records/keys";
import { saveAll } from "../../../src/storage/records/save";
import { anArea, anObservation } from "../../support/builders";
import { startTable } from "../../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

test("gives a whole list, in its order, or rejects it with an error that names it: never a part", async () => {
  const table = await startTable();
  await saveAll(
    table,
    codecs.area,
    [10, 9, 1].map((i) => anArea({ code: `nil:${i}` })),
    options,
  );
  const params = { index: "list" as const, partition: keys.list.areas("NEIGHBOURHOOD", "").listPk };
  const atMost = (limit: number) =>
    fromTable(table, (reader) => readWhole(reader, params, { limit, type: "Area" }));
  expect(await atMost(3)).toHaveLength(3);
  await expect(atMost(2)).rejects.toMatchObject({
    code: "LIMIT_EXCEEDED",
    message: "The list has more than 2 records of the type Area.",
  });
  const all = await tableRepositories(table).areas.all("NEIGHBOURHOOD");
  expect(all.map(({ code }) => code)).toEqual(["nil:1", "nil:9", "nil:10"]);
});

test("an indicator is read in one level and period, never a month in place of its year", async () => {
  const table = await startTable();
  const places = [
    { areaCode: "nil:1", period: "2024" },
    { areaCode: "nil:1", period: "2024-07" },
    { areaCode: "nil:2", period: "2024" },
    { areaCode: "comune:1", areaLevel: "CITY" as const, period: "2024" },
  ];
  await saveAll(table, codecs.observation, places.map(anObservation), options);
  const { observations } = tableRepositories(table);
  const found = await observations.ofIndicator("residents", { period: "2024", level: "NEIGHBOURHOOD" });
  expect(found.map(({ areaCode, period }) => [areaCode, period])).toEqual([
    ["nil:1", "2024"],
    ["nil:2", "2024"],
  ]);
  expect(await observations.ofIndicator("residents")).toHaveLength(4);
  expect(await observations.ofArea("nil:1", "residents")).toHaveLength(2);
  expect(await observations.ofArea("nil:1")).toHaveLength(2);
});
