import { verify } from "../../../src/projections/refresh";
import type { Item } from "../../../src/storage/engine/key";
import type { Table } from "../../../src/storage/engine/table";
import { linked } from "../../../src/storage/records/chain";
import { codecs } from "../../../src/storage/records/codecs";
import { writeEdit } from "../../../src/storage/records/edit";
import { retireAll } from "../../../src/storage/records/retire";
import { saveAll } from "../../../src/storage/records/save";
import type { StoredItem } from "../../../src/storage/records/stored-item";
import { aCentre, anObservation, anOrganization } from "../../support/builders";
import { everyItem } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const day = (n: number): string => `2026-01-0${n}T00:00:00.000Z`;
const centre = (name: string) => aCentre({ code: "a:1", name, managerCode: "a" });
const key = codecs.centre.key(centre("Casa"));

let table: Table;
/** Four versions of a centre: three imports, then an edit of its organisation that a reviewer accepted. */
beforeEach(async () => {
  table = await startTable();
  await saveAll(table, codecs.organization, [anOrganization({ code: "a" })], { origin: "ds1", now: day(1) });
  for (const n of [1, 2, 3])
    await saveAll(table, codecs.centre, [centre(`Casa ${n}`)], { origin: "ds1", now: day(n), fence: n });
  const author = { changedBy: "a/key:k", reviewedBy: "city/key:r", reason: "closed" };
  const edit = { ...author, edits: {}, owner: "a", requestKey: null };
  await writeEdit(
    table,
    codecs.centre,
    key,
    { record: centre("Casa 4") },
    {
      ...{ ...edit, expectedVersion: 3, before: centre("Casa 3"), now: day(4) },
    },
  );
});

const broken = async (): Promise<string[]> =>
  (await verify(table)).drifts
    .filter(({ scope }) => scope === "history")
    .map(({ drift, document }) => `${drift} ${document}`);
const versions = async (): Promise<Item[]> =>
  (await everyItem(table))
    .filter(({ type, version }) => type === "Centre" && version !== undefined)
    .filter(({ pk }) => !pk.startsWith("Audit#"))
    .sort((a, b) => Number(a.version) - Number(b.version));
const placeOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const remove = (...items: Item[]): Promise<void> => table.batchWrite({ deletes: items });

test("an untouched chain is right, and each version names the one before", async () => {
  expect(await broken()).toEqual([]);
  const all = await versions();
  expect(all.map(({ previousHash }) => previousHash)).toEqual([
    null,
    ...all.slice(0, 3).map(({ hash }) => hash),
  ]);
});

test.each([
  ["content", (item: Item) => ({ record: { ...(item.record as object), name: "Other" } })],
  ["author", () => ({ changedBy: "b/key:k" })],
  ["reason", () => ({ reason: "because" })],
  ["reviewer", () => ({ reviewedBy: "b/key:k" })],
  ["import", () => ({ fence: 9 })],
  ["salt", () => ({ salt: "other" })],
  ["instant", () => ({ updatedAt: day(9) })],
  ["hash", () => ({ hash: "other" })],
  ["content behind a false erasure", () => ({ salt: undefined, record: undefined, erasedDigest: "x" })],
])("another %s of an earlier version is found", async (_, changes) => {
  const [, second] = await versions();
  await table.put({ ...second!, ...changes(second!) });
  // The audit trail of the organisation may differ now too.
  expect((await broken())[0]).toBe(`DIFFERS ${placeOf(second!)}`);
});

test.each([
  ["other", { reviewedBy: "city/key:x" }],
  ["removed", { reviewedBy: undefined }],
  ["swapped with the author", { changedBy: "city/key:r", reviewedBy: "a/key:k" }],
])("a reviewer who is %s is found", async (_, changes) => {
  const last = (await versions())[3]!;
  expect(last.reviewedBy).toBe("city/key:r");
  await table.put({ ...last, ...changes });
  expect((await broken())[0]).toBe(`DIFFERS ${placeOf(last)}`);
});

test("whoever computes the hash again breaks the link of the next version", async () => {
  const [, second, third] = await versions();
  const record = { ...(second!.record as object), name: "Other" };
  await table.put(linked({ ...second!, record } as unknown as StoredItem, String(second!.previousHash)));
  expect(await broken()).toEqual([
    `MISSING ${placeOf(third!)}`,
    expect.stringMatching(/^MISSING Audit#a 2026-01-02/),
  ]);
});

test("a removed version is found at the one after it", async () => {
  const [first, second, third] = await versions();
  await remove(second!);
  expect(await broken()).toContain(`MISSING ${placeOf(third!)}`);
  await remove(first!);
  expect(await broken()).toContain(`MISSING ${placeOf(third!)}`);
});

test("two versions that changed places are found", async () => {
  const [first, second] = await versions();
  await remove(first!, second!);
  await table.batchWrite({
    puts: [
      { ...first!, pk: second!.pk, sk: second!.sk },
      { ...second!, pk: first!.pk, sk: first!.sk },
    ],
  });
  expect((await broken())[0]).toMatch(/^DIFFERS History#Centre/);
});

test("a cut end is found: the present version without the record, or the one before in its place", async () => {
  const [, , third, last] = await versions();
  await remove(last!);
  expect(await broken()).toContain(`MISSING ${placeOf(third!)}`);
  // The audit trail of the organisation still names the fourth version.
  await remove(third!);
  await table.put({ ...third!, pk: key.pk, sk: key.sk });
  expect(await broken()).toEqual([expect.stringMatching(/^MISSING Audit#a 2026-01-04.*Centre#a:1#4$/)]);
});

test("an audit trail that says another thing is found", async () => {
  const entry = (await everyItem(table)).find(({ pk, version }) => pk === "Audit#a" && version === 4)!;
  await table.put({ ...entry, changedBy: "b/key:k" });
  expect(await broken()).toEqual([`DIFFERS ${placeOf(entry)}`]);
});

test("nothing is overwritten in the history, not even by a writer of the hub", async () => {
  const [first] = await versions();
  await table.put({ ...first!, hash: "other" });
  await remove((await versions())[3]!);
  await table.put({ ...first!, pk: key.pk, sk: key.sk });
  await expect(
    writeEdit(
      table,
      codecs.centre,
      key,
      { record: centre("Casa 5") },
      {
        ...{ changedBy: "x", reason: null, edits: {}, owner: null, requestKey: null },
        ...{ expectedVersion: 1, before: centre("Casa 1"), now: day(5) },
      },
    ),
  ).rejects.toThrow();
  expect((await versions()).find(({ version }) => version === 1)?.hash).toBe("other");
});

test("observations, which leave only their history, have chains too", async () => {
  const save = { origin: "ds2", now: day(1) };
  await saveAll(table, codecs.observation, [anObservation({ value: 1 })], save);
  await saveAll(table, codecs.observation, [anObservation({ value: 2 })], { ...save, now: day(2) });
  const place = { type: "observation", key: codecs.observation.key(anObservation()), code: "x" } as const;
  await retireAll(table, [place], { ...save, now: day(3), reason: "gone" });
  await saveAll(table, codecs.observation, [anObservation({ value: 3 })], { ...save, now: day(4) });
  expect(await broken()).toEqual([]);
  const old = (await everyItem(table)).find(
    ({ pk, record }) => pk.startsWith("History#Observations") && (record as { value?: number })?.value === 1,
  )!;
  await table.put({ ...old, record: { ...(old.record as object), value: 7 } });
  expect(await broken()).toEqual([`DIFFERS ${placeOf(old)}`]);
});
