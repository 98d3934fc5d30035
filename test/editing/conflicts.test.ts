import { createEditing } from "../../src/editing";
import type { EditableType } from "../../src/editing/editable";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aSource } from "../support/builders";
import { startHub, type TestHub } from "../support/hub";
import { testEditor } from "../support/test-editor";

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], imported);
  await saveAll(hub.table, codecs.centre, [aCentre({ notes: "old", activities: "old" })], imported);
});

interface Payload {
  readonly version: number | null;
  readonly isChanged: boolean;
  readonly isMerged: boolean;
  readonly centre: object | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: { readonly it: string; readonly en: string };
    readonly conflicts: readonly object[];
  }[];
}

async function update(fields: string, expectedVersion: number, more = ""): Promise<Payload> {
  const { data, errors } = await hub.edit<{ updateCentre: Payload }>(
    `mutation { updateCentre(input: { code: "test:1", reason: "Test", expectedVersion: ${expectedVersion}, fields: { ${fields} } ${more} }) {
      version isChanged isMerged centre { notes activities equipment { feature availability } kind { code } }
      userErrors { code field message { it en } conflicts { field base theirs yours } }
    } }`,
  );
  expect(errors).toBeUndefined();
  return data!.updateCentre;
}

test("a change of other fields is added to what somebody else changed, and the answer says so", async () => {
  await update(`notes: "theirs"`, 1);
  expect(await update(`activities: "yours"`, 1)).toMatchObject({
    ...{ version: 3, isChanged: true, isMerged: true, userErrors: [] },
    centre: { notes: "theirs", activities: "yours" },
  });
  const { data } = await hub.ask<{ centre: { recordState: object } }>(
    `{ centre(code: "test:1") { recordState { editedFields history(first: 1) { nodes { fields { field previousValue value } } } } } }`,
  );
  expect(data!.centre.recordState).toEqual({
    editedFields: ["activities", "notes"],
    history: { nodes: [{ fields: [{ field: "activities", previousValue: "old", value: "yours" }] }] },
  });
});

test("fields that both changed are named with all three values, and nothing is written", async () => {
  await update(`notes: "theirs", activities: "theirs"`, 1);
  const { userErrors, ...rest } = await update(`notes: "yours", activities: "yours", alternateName: "x"`, 1);
  expect(rest).toEqual({ version: null, isChanged: false, isMerged: false, centre: null });
  expect(userErrors).toEqual([
    {
      code: "VERSION_CONFLICT",
      field: ["input", "expectedVersion"],
      message: {
        en: "Centre test:1 is at version 2; since version 1 somebody else changed the same fields: activities, notes.",
        it: "Il record Centre test:1 è alla versione 2; dalla versione 1 altri hanno modificato gli stessi campi: activities, notes.",
      },
      conflicts: [
        { field: "activities", base: "old", theirs: "theirs", yours: "yours" },
        { field: "notes", base: "old", theirs: "theirs", yours: "yours" },
      ],
    },
  ]);
  expect((await hub.ask(`{ centre(code: "test:1") { recordState { version } } }`)).data).toEqual({
    centre: { recordState: { version: 2 } },
  });
});

test("the same value twice is no conflict and no version, and a value that others alone changed stays", async () => {
  await update(`notes: "theirs", activities: "theirs"`, 1);
  expect(await update(`notes: "theirs", activities: "old"`, 1)).toMatchObject({
    ...{ version: 2, isChanged: false, isMerged: true, userErrors: [] },
    centre: { notes: "theirs", activities: "theirs" },
  });
});

test("lists that are edited item by item merge item by item", async () => {
  const feature = (name: string, availability: string) =>
    `equipment: [{ feature: ${name}, availability: ${availability} }]`;
  await update(feature("BAR", "YES"), 1);
  const merged = await update(feature("WIFI", "NO"), 1);
  expect(merged).toMatchObject({ version: 3, isMerged: true, userErrors: [] });
  expect(merged.centre).toMatchObject({
    equipment: expect.arrayContaining([
      { feature: "BAR", availability: "YES" },
      { feature: "WIFI", availability: "NO" },
    ]),
  });
  const { userErrors } = await update(feature("BAR", "NO"), 1);
  expect(userErrors[0]!.conflicts).toMatchObject([{ field: "equipment" }]);
});

test("a field is named as in the input", async () => {
  await update(`position: { latitude: 45, longitude: 9 }`, 1);
  const { userErrors } = await update(`position: { latitude: 46, longitude: 9 }`, 1);
  expect(userErrors[0]!.conflicts).toEqual([
    {
      field: "position",
      base: null,
      theirs: { latitude: 45, longitude: 9 },
      yours: { latitude: 46, longitude: 9 },
    },
  ]);
});

test("a version that never was, or that is not kept, is a conflict without fields", async () => {
  await update(`notes: "a"`, 1);
  for (const version of [0, 7]) {
    const { userErrors } = await update(`activities: "x"`, version);
    expect(userErrors).toMatchObject([{ code: "VERSION_CONFLICT", conflicts: [] }]);
  }
});

test("a repeated request is not applied again to what came after it", async () => {
  const key = `requestKey: "key-000001"`;
  const first = await update(`notes: "mine"`, 1, key);
  await update(`notes: "old"`, 2);
  // The answer of the first attempt was lost, and with it what the hub keeps of the request.
  expect(await update(`notes: "mine"`, 1, key)).toEqual(first);
  expect((await hub.ask(`{ centre(code: "test:1") { notes } }`)).data).toEqual({ centre: { notes: "old" } });
});

test("edits at the same moment of different fields are all written, each once", async () => {
  const editing = createEditing(hub.table, () => undefined);
  const type: EditableType = "centre";
  const fields = [{ notes: "n" }, { activities: "a" }, { alternateName: "x" }];
  const edited = await Promise.all(
    fields.map((each) =>
      editing.update(
        type,
        { code: "test:1", expectedVersion: 1 },
        each,
        testEditor("2026-02-01T00:00:00.000Z"),
      ),
    ),
  );
  expect(edited.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
  expect((await hub.ask(`{ centre(code: "test:1") { notes activities alternateName } }`)).data).toEqual({
    centre: { notes: "n", activities: "a", alternateName: "x" },
  });
});
