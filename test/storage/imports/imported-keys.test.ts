import { deleteMissing } from "../../../src/ingest/run/delete-missing";
import { openImportedKeys } from "../../../src/storage/imports/imported-keys";
import type { RecordPlace } from "../../../src/storage/records/retire";
import { startTable } from "../../support/test-table";

const place = (n: number): RecordPlace => ({
  type: "organization",
  key: { pk: `Organization#body:${n}`, sk: "RECORD" },
  code: `body:${n}`,
});
const places = (count: number): RecordPlace[] => Array.from({ length: count }, (_, i) => place(i));
const options = {
  origin: "associations",
  sourceCode: "associations",
  now: "2026-11-22T10:00:00.000Z",
  complete: true,
  allowed: 1,
};

test("a list longer than the limit deletes nothing and changes nothing", async () => {
  const table = await startTable();
  const run = { code: "associations:1", fence: 1, dryRun: false };
  const first = await openImportedKeys(table, "associations", run);
  await first.add(places(5));
  await first.commit();
  const second = await openImportedKeys(table, "associations", {
    ...run,
    code: "associations:2",
    fence: 2,
    most: 3,
  });
  await second.add(places(3));
  expect(second.isWhole()).toBe(true);
  await second.add(places(4));
  expect(second.isWhole()).toBe(false);
  expect(await deleteMissing(table, second, options)).toMatchObject({
    missing: 0,
    deleted: 0,
    refused: true,
    message: { en: expect.stringContaining("500,000 records") },
  });
  const third = await openImportedKeys(table, "associations", { ...run, code: "associations:3", fence: 3 });
  expect(await third.before()).toEqual(places(5));
});
