import { untilTurn } from "../../src/app/publication-turn";
import { refresh } from "../../src/projections/refresh";
import { startTable } from "../support/test-table";

const published = "2026-11-28T12:00:00.000Z";
const at = Date.parse(published);

test("a publication comes five seconds after the one before, at the earliest", async () => {
  const table = await startTable();
  expect(await untilTurn(table, at)).toBe(0);
  await refresh(table, "EVERYTHING", { now: published });
  expect(await untilTurn(table, at)).toBe(5_000);
  expect(await untilTurn(table, at + 1_200)).toBe(3_800);
  expect(await untilTurn(table, at + 5_000)).toBe(0);
});

test("a clock that is behind that of the last publisher does not wait", async () => {
  const table = await startTable();
  await refresh(table, "EVERYTHING", { now: published });
  expect(await untilTurn(table, at - 60_000)).toBe(0);
});
