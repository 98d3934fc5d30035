import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { keys } from "../../../src/storage/records/keys";
import { saveAll } from "../../../src/storage/records/save";
import { anAction, anExpenditure, aPartnership } from "../../support/builders";
import { startTable } from "../../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const codesOf = ({ edges }: { edges: readonly { node: { code: string } }[] }) =>
  edges.map(({ node }) => node.code);

test("lists the records of one strategy with one query, and of no other", async () => {
  const table = await startTable();
  const { actions } = tableRepositories(table);
  const mine = ["b:10", "b:9", "a"].map((code) => anAction({ code }));
  await saveAll(table, codecs.action, [...mine, anAction({ code: "z", strategyCode: "other" })], options);
  table.meter.reset();
  expect(codesOf(await actions.ofStrategy("strategy", { first: 10 }))).toEqual(["a", "b:9", "b:10"]);
  expect(table.meter.calls).toEqual({ Query: 1 });
  expect(codesOf(await actions.ofStrategy("none", { first: 10 }))).toEqual([]);
  expect((await actions.byCodes(["z", "y"])).map((action) => action?.strategyCode)).toEqual([
    "other",
    undefined,
  ]);
});

test("lists expenditures by date, page by page", async () => {
  const table = await startTable();
  const { expenditures } = tableRepositories(table);
  const dated = [
    ["c", "2024-06"],
    ["a", "2025-01-02"],
    ["b", "2024"],
  ] as const;
  const entries = dated.map(([code, date]) => anExpenditure({ code, date }));
  await saveAll(table, codecs.expenditure, entries, options);
  const first = await expenditures.ofStrategy("strategy", { first: 2 });
  expect([codesOf(first), first.hasNextPage, await first.totalCount()]).toEqual([["b", "c"], true, 3]);
  const rest = await expenditures.ofStrategy("strategy", { first: 2, after: first.endCursor });
  expect([codesOf(rest), rest.hasNextPage]).toEqual([["a"], false]);
});

test("milestones without a planned date come last", () => {
  const index = codecs.milestone.index!;
  const of = (plannedDate: string | null) =>
    index({
      code: "m",
      strategyCode: "s",
      actionCode: null,
      name: { it: "x", en: null },
      plannedDate,
      forecastDate: null,
      actualDate: null,
      evidence: null,
      sourceCodes: ["test"],
    }).listSk!;
  const sorted = [of("2024"), of("2024-05-01"), of("9999"), of(null)];
  expect([...sorted].sort()).toEqual(sorted);
});

test("a partnership that changes its strategy is found under the new one only", async () => {
  const table = await startTable();
  const { partnerships } = tableRepositories(table);
  await saveAll(
    table,
    codecs.partnership,
    [aPartnership(), aPartnership({ code: "free", strategyCode: null })],
    options,
  );
  expect(codesOf(await partnerships.ofStrategy("strategy", { first: 10 }))).toEqual(["partnership"]);
  await saveAll(table, codecs.partnership, [aPartnership({ strategyCode: "other" })], options);
  expect(codesOf(await partnerships.ofStrategy("strategy", { first: 10 }))).toEqual([]);
  expect(codesOf(await partnerships.ofStrategy("other", { first: 10 }))).toEqual(["partnership"]);
});

test("the ledger only grows: the same entry is kept, different content is rejected, a correction is accepted", async () => {
  const table = await startTable();
  const save = (...entries: ReturnType<typeof anExpenditure>[]) =>
    saveAll(table, codecs.expenditure, entries, options);
  expect(await save(anExpenditure())).toEqual(["CREATED"]);
  expect(await save(anExpenditure())).toEqual(["UNCHANGED"]);
  const changed = anExpenditure({ amount: { cents: 99, currency: "EUR" } });
  await expect(save(changed)).rejects.toMatchObject({
    code: "INVALID_RECORD",
    hint: expect.stringContaining("corrects"),
  });
  const correction = anExpenditure({
    code: "entry:2",
    correctsCode: "entry",
    amount: { cents: -1, currency: "EUR" },
  });
  expect(await save(correction)).toEqual(["CREATED"]);
  const [kept] = await tableRepositories(table).expenditures.byCodes(["entry"]);
  expect(kept!.amount.cents).toBe(100);
});

test("a ledger entry with a new layout is written, because its content is the same", async () => {
  const table = await startTable();
  await saveAll(table, codecs.expenditure, [anExpenditure()], options);
  const key = keys.record("Expenditure", "entry");
  const item = (await table.get(key))!;
  await table.put({ ...item, contentHash: "of an earlier layout", listPk: "elsewhere" });
  expect(await saveAll(table, codecs.expenditure, [anExpenditure()], options)).toEqual(["CHANGED"]);
  expect((await table.get(key))!.listPk).toBe("ExpenditureOfStrategy#strategy");
});
