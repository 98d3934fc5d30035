import { unknownEquipment } from "../../src/domain/places/centre";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, anOrganization, aService, aSource } from "../support/builders";
import { startHub, type TestHub } from "../support/hub";

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const { table } = hub;
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(table, codecs.organization, [anOrganization()], imported);
  await saveAll(table, codecs.centre, [aCentre({ equipment: unknownEquipment })], imported);
  await saveAll(table, codecs.service, [aService({ minimumAge: 65 })], imported);
});

interface Payload {
  readonly version: number | null;
  readonly isChanged: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

async function update(type: "Centre" | "Service", rest: string, code: string): Promise<Payload> {
  const { data, errors } = await hub.edit<{ done: Payload }>(
    `mutation { done: update${type}(input: { reason: "Test", code: "${code}", ${rest} }) { version isChanged userErrors { code field message { it en } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.done;
}
const centre = (fields: string) => update("Centre", `expectedVersion: 1, fields: { ${fields} }`, "test:1");
const service = (fields: string) => update("Service", `expectedVersion: 1, fields: { ${fields} }`, "test:s1");

const wifi = "{ feature: WIFI, availability: YES }";
const aContact = `{ office: { it: "Sportello" }, email: "a@example.org" }`;
const places = `unit: { it: "posti" }`;

test.each([
  ["a feature that is given twice", () => centre(`equipment: [${wifi}, ${wifi}]`), ["equipment"]],
  [
    "a blank note of a feature that the hub lists elsewhere",
    () => centre(`accessibility: [{ feature: STEP_FREE_ACCESS, availability: YES, note: { it: " " } }]`),
    ["accessibility", "0", "note", "it"],
  ],
  [
    "a contact without address and number",
    () => service(`contacts: [${aContact}, { office: { it: "Sportello" } }]`),
    ["contacts", "1"],
  ],
  [
    "more free places than there are",
    () => centre(`capacity: [{ ${places}, available: 3, maximum: 2 }]`),
    ["capacity", "0", "available"],
  ],
  [
    "two counts of one unit",
    () => centre(`capacity: [{ ${places}, maximum: 2 }, { ${places}, maximum: 3 }]`),
    ["capacity"],
  ],
  ["an age below the minimum of the record", () => service("maximumAge: 60"), ["maximumAge"]],
  [
    "a contradiction of two fields",
    () =>
      service(
        `freeOfCharge: YES, costOptions: [{ option: { it: "o" }, amount: { cents: 1, currency: "EUR" } }]`,
      ),
    ["freeOfCharge"],
  ],
  [
    "an end before the start",
    () => service(`costOptions: [{ option: { it: "o" }, validFrom: "2025", validTo: "2024" }]`),
    ["costOptions", "0", "validTo"],
  ],
])("%s is reported at its place", async (_, send, path) => {
  const { userErrors, isChanged } = await send();
  expect(isChanged).toBe(false);
  expect(userErrors.map(({ code, field }) => ({ code, field }))).toEqual([
    { code: "INVALID_RECORD", field: ["input", "fields", ...path] },
  ]);
});

test("every fault is reported, and its text names it as a reader would", async () => {
  const { userErrors } = await service(
    `url: "x", phones: [{ number: "02 1" }, { number: "no" }, { number: "?" }]`,
  );
  expect(userErrors).toMatchObject(
    [["phones", "1", "number"], ["phones", "2", "number"], ["url"]].map((path) => ({
      field: ["input", "fields", ...path],
    })),
  );
  expect(userErrors[0]).toMatchObject({
    message: {
      it: expect.stringMatching(/^Il valore di phones\[1\]\.number è "no": /),
      en: expect.stringMatching(/^phones\[1\]\.number is "no": /),
    },
  });
});
