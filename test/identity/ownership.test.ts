import type { TestHub } from "../support/hub";
import { askAs, type Role, startPartnersHub } from "../support/partners";

let hub: TestHub;
beforeEach(async () => {
  hub = await startPartnersHub();
});

interface Payload {
  readonly version: number | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: { readonly it: string; readonly en: string };
    readonly hint: { readonly it: string; readonly en: string };
  }[];
}

/** The payload of one mutation. */
async function send(role: Role, name: string, input: object): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { version userErrors { code field message { it en } hint { it en } } } }`;
  const { data, errors } = await askAs<Record<string, Payload>>(hub, role, query, {
    input: { reason: "Test", ...input },
  });
  expect(errors).toBeUndefined();
  return data![name]!;
}

const outcome = async (role: Role, name: string, input: object) => {
  const { userErrors } = await send(role, name, input);
  return userErrors.map(({ code, field }) => [code, ...field.slice(1)].join(" ")).join() || "done";
};

test.each<[string, object, string]>([
  // Own records.
  ["updateService", { code: "a:1", expectedVersion: 1, fields: { alternateName: "x" } }, "done"],
  ["updateOrganization", { code: "a:unit", expectedVersion: 1, fields: { alternateName: "x" } }, "done"],
  ["createService", { fields: { name: { it: "x" }, organization: "a", freeOfCharge: "YES" } }, "done"],
  ["createOrganization", { fields: { name: "x", parent: "a" } }, "done"],
  ["createCentre", { fields: { name: "x", manager: "a" } }, "done"],
  // A service of its own may be given at a place of others.
  ["createServiceAtLocation", { fields: { service: "a:1", centre: "b:1" } }, "done"],
  ["mergeServices", { from: "a:2", fromVersion: 1, into: "a:1", intoVersion: 1 }, "done"],
  ["retireServiceAtLocation", { code: "a:2", expectedVersion: 1 }, "done"],
  ["updateMilestone", { code: "a:action:1", expectedVersion: 1, fields: { actualDate: "2026-01" } }, "done"],
  ["createMilestone", { fields: { name: { it: "x" }, strategy: "strategy", action: "a:action" } }, "done"],
  ["retireMilestone", { code: "a:action:2", expectedVersion: 1 }, "done"],
  // Those of others, and of nobody.
  [
    "updateMilestone",
    { code: "b:action:1", expectedVersion: 1, fields: { action: "a:action" } },
    "FORBIDDEN code",
  ],
  [
    "updateMilestone",
    { code: "nobody:milestone", expectedVersion: 1, fields: { action: "a:action" } },
    "FORBIDDEN code",
  ],
  ["createMilestone", { fields: { name: { it: "x" }, strategy: "strategy" } }, "FORBIDDEN fields action"],
  [
    "updateMilestone",
    { code: "a:action:1", expectedVersion: 1, fields: { action: "b:action" } },
    "FORBIDDEN fields action",
  ],
  [
    "updateMilestone",
    { code: "a:action:1", expectedVersion: 1, fields: { action: null } },
    "FORBIDDEN fields action",
  ],
  ["updateCentre", { code: "b:1", expectedVersion: 1, fields: { notes: "x" } }, "FORBIDDEN code"],
  ["updateCentre", { code: "nobody:1", expectedVersion: 1, fields: { manager: "a" } }, "FORBIDDEN code"],
  ["updateCentre", { code: "b:1", expectedVersion: 1, fields: { name: "b:1" } }, "FORBIDDEN code"],
  ["updateCentre", { code: "b:1", expectedVersion: 7, fields: { name: "x" } }, "FORBIDDEN code"],
  ["updateCentre", { code: "none", expectedVersion: 1, fields: { name: "x" } }, "UNKNOWN_CODE code"],
  ["updateServiceAtLocation", { code: "b:guest", expectedVersion: 1, fields: {} }, "FORBIDDEN code"],
  ["retireCentre", { code: "b:1", expectedVersion: 1 }, "FORBIDDEN code"],
  ["createOrganization", { fields: { name: "x" } }, "FORBIDDEN fields parent"],
  ["createOrganization", { fields: { name: "x", parent: "b" } }, "FORBIDDEN fields parent"],
  ["createCentre", { fields: { name: "x" } }, "FORBIDDEN fields manager"],
  ["createCentre", { fields: { name: "x", manager: "b" } }, "FORBIDDEN fields manager"],
  [
    "createService",
    { fields: { name: { it: "x" }, organization: "b", freeOfCharge: "YES" } },
    "FORBIDDEN fields organization",
  ],
  ["createServiceAtLocation", { fields: { service: "b:1", centre: "a:1" } }, "FORBIDDEN fields service"],
  // Nothing is given away, and nobody else gets rights.
  [
    "updateService",
    { code: "a:1", expectedVersion: 1, fields: { organization: "b" } },
    "FORBIDDEN fields organization",
  ],
  [
    "updateCentre",
    { code: "a:1", expectedVersion: 1, fields: { manager: null } },
    "FORBIDDEN fields manager",
  ],
  [
    "updateServiceAtLocation",
    { code: "a:1", expectedVersion: 1, fields: { service: "b:1" } },
    "FORBIDDEN fields service",
  ],
  [
    "updateOrganization",
    { code: "a", expectedVersion: 1, fields: { parent: "b" } },
    "FORBIDDEN fields parent",
  ],
  [
    "updateOrganization",
    { code: "a:unit", expectedVersion: 1, fields: { parent: null } },
    "FORBIDDEN fields parent",
  ],
  // Merges.
  ["mergeServices", { from: "b:1", fromVersion: 1, into: "a:1", intoVersion: 1 }, "FORBIDDEN from"],
  ["mergeServices", { from: "a:1", fromVersion: 1, into: "b:1", intoVersion: 1 }, "FORBIDDEN into"],
  // A service of b is given there.
  ["mergeCentres", { from: "a:1", fromVersion: 1, into: "a:2", intoVersion: 1 }, "FORBIDDEN from"],
  ["mergeCentres", { from: "a:2", fromVersion: 1, into: "a:1", intoVersion: 1 }, "done"],
  ["mergeOrganizations", { from: "a", fromVersion: 1, into: "a:unit", intoVersion: 1 }, "FORBIDDEN into"],
])("a partner: %s %j: %s", async (name, input, expected) => {
  const before = hub.table.meter.writeUnits;
  expect(await outcome("owner", name, input)).toBe(expected);
  if (expected === "done") expect(hub.table.meter.writeUnits).toBeGreaterThan(before);
});

test("the error says what, where and how to go on, in both languages, and nothing was written", async () => {
  const { version, userErrors } = await send("owner", "updateCentre", {
    ...{ code: "b:1", expectedVersion: 1, fields: { notes: "x" } },
  });
  expect({ version, userErrors }).toEqual({
    version: null,
    userErrors: [
      {
        code: "FORBIDDEN",
        field: ["input", "code"],
        message: {
          en: "Centre b:1 does not belong to a, in whose name this key or token acts.",
          it: "Centre b:1 non appartiene a a, per cui agisce questa chiave o questo token.",
        },
        hint: {
          en: expect.stringContaining("your own organisation"),
          it: expect.stringContaining("propria"),
        },
      },
    ],
  });
  expect((await hub.ask(`{ centre(code: "b:1") { notes recordState { version } } }`)).data).toEqual({
    centre: { notes: null, recordState: { version: 1 } },
  });
});

test("the history names the organisation and the key, and a partner's correction survives an import", async () => {
  await send("owner", "updateCentre", {
    code: "a:1",
    expectedVersion: 1,
    fields: { notes: "x" },
    reason: "r",
  });
  const query = `{ centre(code: "a:1") { recordState { changedBy editedFields history { nodes { changedBy credential reason } } } } }`;
  const { data } = await askAs(hub, "owner", query);
  const key = expect.stringMatching(/^key:\w{10}$/);
  expect(data).toMatchObject({
    centre: {
      recordState: {
        ...{ changedBy: "a", editedFields: ["notes"] },
        history: {
          nodes: [
            { changedBy: "a", credential: key, reason: "r" },
            { changedBy: "test", credential: null, reason: null },
          ],
        },
      },
    },
  });
});

test("the same request key of another organisation is another request", async () => {
  const input = (code: string) => ({
    code,
    expectedVersion: 1,
    fields: { notes: "x" },
    requestKey: "same-key-1",
  });
  expect(await outcome("owner", "updateCentre", input("a:1"))).toBe("done");
  expect(await outcome("owner", "updateCentre", input("a:2"))).toBe("REQUEST_KEY_REUSED requestKey");
  expect(await outcome("otherPartner", "updateCentre", input("b:1"))).toBe("done");
  expect(await outcome("otherPartner", "updateCentre", input("a:1"))).toBe("REQUEST_KEY_REUSED requestKey");
});

test("a record that changes hands changes the rights with it", async () => {
  const give = { code: "a:2", expectedVersion: 1, fields: { organization: "b" } };
  expect(await outcome("editor", "updateService", give)).toBe("done");
  const edit = { code: "a:2", expectedVersion: 2, fields: { alternateName: "x" } };
  expect(await outcome("owner", "updateService", edit)).toBe("FORBIDDEN code");
  const place = { code: "a:2", expectedVersion: 1, fields: { openingHoursText: "lun 9-12" } };
  expect(await outcome("owner", "updateServiceAtLocation", place)).toBe("FORBIDDEN code");
  expect(await outcome("otherPartner", "updateServiceAtLocation", place)).toBe("done");
  expect(await outcome("otherPartner", "updateService", edit)).toBe("done");
});
