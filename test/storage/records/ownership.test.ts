import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { type Edit, writeEdit } from "../../../src/storage/records/edit";
import { ownersOf } from "../../../src/storage/records/ownership";
import { saveAll } from "../../../src/storage/records/save";
import { anOrganization, aService, aServiceAtLocation } from "../../support/builders";
import { savePartners } from "../../support/partners";
import { startTable } from "../../support/test-table";

const now = "2026-02-01T00:00:00.000Z";

let table: Table;
beforeEach(async () => {
  table = await startTable();
  await savePartners(table, "2026-01-01T00:00:00.000Z");
});

const types = ["organization", "centre", "service", "serviceAtLocation"] as const;
type Type = (typeof types)[number];
const ownOf: Readonly<Record<Type, string>> = {
  ...{ organization: "a", centre: "a:1", service: "a:1", serviceAtLocation: "a:1" },
};

const codecOf = (type: Type) => codecs[type] as unknown as (typeof codecs)["service"];
const stored = async (type: Type, code: string) => table.get(codecOf(type).keyOf(code), true);

/** A write that skips every check before the store: only the condition of the write can reject it. */
async function write(type: Type, code: string, owner: string | null, content: object | null) {
  const codec = codecOf(type);
  const item = await stored(type, code);
  const edit: Edit = {
    ...{ changedBy: "test", reason: null, requestKey: null, edits: {}, now, owner },
    ...{ expectedVersion: (item?.version as number) ?? null, before: item?.record ?? null },
  };
  const written = content === null ? { gone: code, mergedInto: null } : { record: content as never };
  return writeEdit(table, codec, codec.keyOf(code), written, edit);
}

describe.each(types)("%s", (type) => {
  const code = ownOf[type];
  const changed = async (at = code) => ({
    ...((await stored(type, at))!.record as object),
    alternateName: "x",
  });

  test("the store accepts the write of its owner, and of everybody's editor", async () => {
    expect(await write(type, code, "a", await changed())).toBe(2);
    expect(await write(type, code, null, await changed())).toBe(3);
    expect(await write(type, code, "a", null)).toBe(4);
  });

  test.each(["b", "", "a:1x", "A"])("the store rejects that of %j, and nothing is written", async (owner) => {
    const before = await stored(type, code);
    for (const content of [await changed(), null])
      await expect(write(type, code, owner, content)).rejects.toMatchObject({
        code: "FORBIDDEN",
        where: "code",
      });
    expect(await stored(type, code)).toEqual(before);
  });

  test("a version that another writer replaced is a conflict, not a question of rights", async () => {
    const late = await changed();
    const edit = { expectedVersion: 1, owner: "a", before: late, now, edits: {} };
    const header = { ...(await stored(type, code))! } as never;
    await write(type, code, null, await changed());
    await expect(
      writeEdit(
        table,
        codecOf(type),
        codecOf(type).keyOf(code),
        { record: late as never },
        {
          ...edit,
          ...{ changedBy: "late", reason: null, requestKey: null, header },
        },
      ),
    ).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  });
});

test("an organisation also owns its units, and no unit owns its parent", async () => {
  const unit = { ...anOrganization({ code: "a:unit", parentCode: "a" }), website: "https://example.org" };
  expect(await write("organization", "a:unit", "a", unit)).toBe(2);
  expect(await write("organization", "a:unit", "a:unit", { ...unit, website: null })).toBe(3);
  await expect(write("organization", "a", "a:unit", null)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a service at a place follows its service, also if that changes hands just before the write", async () => {
  const place = aServiceAtLocation({ code: "new", serviceCode: "a:1", centreCode: "b:1" });
  await expect(write("serviceAtLocation", "new", "b", place)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await stored("serviceAtLocation", "new")).toBeNull();
  await saveAll(table, codecs.service, [aService({ code: "a:1", organizationCode: "b" })], {
    ...{ origin: "test", now },
  });
  await expect(write("serviceAtLocation", "a:1", "a", null)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await write("serviceAtLocation", "new", "b", place)).toBe(1);
  // Nor may it move from the service of another organisation, or to one.
  const moved = { ...place, serviceCode: "a:2" };
  await expect(write("serviceAtLocation", "new", "b", moved)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(write("serviceAtLocation", "new", "a", moved)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a place without a manager, and the service of a removed organisation, belong to nobody", async () => {
  const record = (await stored("centre", "nobody:1"))!.record as never;
  expect(await ownersOf(table, codecs.centre, record)).toEqual([]);
  for (const owner of ["a", "nobody:1", "null"])
    await expect(write("centre", "nobody:1", owner, record)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await write("service", "a:1", null, null);
  await expect(write("serviceAtLocation", "a:1", "a", null)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("records of types that no partner changes belong to nobody", () => {
  const owned = Object.entries(codecs).filter(([, codec]) => "owned" in codec);
  expect(owned.map(([name]) => name)).toEqual([
    "organization",
    "centre",
    "service",
    "serviceAtLocation",
    "milestone",
  ]);
});
