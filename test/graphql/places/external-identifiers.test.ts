import fc from "fast-check";
import type { ExternalIdentifier } from "../../../src/domain/kit/external-identifier";
import { limits } from "../../../src/domain/kit/limits";
import { saveRecords } from "../../../src/ingest/run/save-records";
import { codecs } from "../../../src/storage/records/codecs";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { aCentre, anArea, anOrganization, aService, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { runs } from "../../support/runs";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

type Answer = { byExternalIdentifier: { __typename: string; code: string }[] };
const query = /* GraphQL */ `
  query ($scheme: String, $value: String, $identifier: String) {
    byExternalIdentifier(scheme: $scheme, value: $value, identifier: $identifier) {
      __typename
      ... on Area { code }
      ... on Centre { code }
      ... on Organization { code }
      ... on Service { code }
    }
  }
`;

async function find(hub: TestHub, variables: object): Promise<string[]> {
  const { data, errors } = await hub.ask<Answer>(query, { ...variables });
  expect(errors).toBeUndefined();
  return data!.byExternalIdentifier.map(({ __typename, code }) => `${__typename} ${code}`);
}

async function hubWith(records: readonly HubRecord[]): Promise<TestHub> {
  const hub = await startHub();
  await saveRecords(hub.table, [{ type: "sourceRef", record: aSource() }, ...records], options);
  return hub;
}

const key = (scheme: string, value: string): ExternalIdentifier => ({ scheme, value });

test("the starter data is found by the keys of its registers", async () => {
  const hub = await startHub({ starter: true });
  expect(await find(hub, { identifier: "ds3017:25" })).toEqual(["Centre ds3017:25"]);
  expect(await find(hub, key("ipa", " C_F205"))).toEqual(["Organization comune-milano"]);
  expect(await find(hub, key("ISTAT", "015146"))).toEqual([
    "Area comune:015146",
    "Organization comune-milano",
  ]);
  expect(await find(hub, key("ds964", "42"))).toEqual(["Area nil:42"]);
});

test.each([
  [key("IPA", "nobody")],
  [key("IPA", "x".repeat(3000))],
  [key("ISTAT", "15146")],
  [key("a#b", "c")],
  [{ identifier: "nothing:1" }],
])("%j is not found, which is no error", async (asked) => {
  const hub = await hubWith([]);
  expect(await find(hub, asked)).toEqual([]);
});

test.each([
  [{}, "scheme"],
  [{ scheme: "IPA" }, "value"],
  [{ value: "c_f205" }, "scheme"],
  [{ identifier: "c_f205" }, "identifier"],
  [{ identifier: "IPA:c_f205", scheme: "IPA", value: "c_f205" }, "identifier"],
])("%j is rejected", async (asked, where) => {
  const hub = await hubWith([]);
  const { data, errors } = await hub.ask(query, asked);
  expect(data).toEqual({ byExternalIdentifier: null });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", where } }]);
});

test("a removed key is no longer found, and a moved one leads to its new record", async () => {
  const hub = await hubWith([
    { type: "organization", record: anOrganization({ code: "a", identifiers: [key("IPA", "x")] }) },
  ]);
  await saveRecords(
    hub.table,
    [
      { type: "organization", record: anOrganization({ code: "a" }) },
      { type: "organization", record: anOrganization({ code: "b", identifiers: [key("IPA", "X")] }) },
    ],
    options,
  );
  expect(await find(hub, key("IPA", "x"))).toEqual(["Organization b"]);
});

test("an item without a record that has the key (yet) is no answer", async () => {
  const hub = await hubWith([{ type: "organization", record: anOrganization({ code: "a" }) }]);
  const [edge] = codecs.organization.edges(anOrganization({ code: "a", identifiers: [key("IPA", "x")] }));
  await hub.table.batchWrite({ puts: [edge!] });
  expect(await find(hub, key("IPA", "x"))).toEqual([]);
});

test("more records with one key than the limit are rejected", async () => {
  const hub = await hubWith(
    Array.from({ length: limits.identified + 1 }, (_, i): HubRecord => {
      return { type: "area", record: anArea({ code: `nil:${i}`, externalIdentifiers: [key("ds1", "1")] }) };
    }),
  );
  const { errors } = await hub.ask(query, { ...key("ds1", "1") });
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", where: "value" } }]);
});

const value = fc.constantFrom("1", "01", "a", "A", "a b", "a:b", "a#b", "à", "1/2");
const identifiers = fc.uniqueArray(fc.record({ scheme: fc.constantFrom("IPA", "RUNTS", "ds1"), value }), {
  maxLength: 3,
  selector: ({ scheme, value }) => scheme + value.toLowerCase().replace(" ", ""),
});
const builders = [
  (i: number, all: ExternalIdentifier[]): HubRecord => ({
    type: "area",
    record: anArea({ code: `nil:${i}`, externalIdentifiers: all }),
  }),
  (i: number, all: ExternalIdentifier[]): HubRecord => ({
    type: "centre",
    record: aCentre({ code: `c:${i}`, externalIdentifiers: all }),
  }),
  (i: number, all: ExternalIdentifier[]): HubRecord => ({
    type: "organization",
    record: anOrganization({ code: `o-${i}`, identifiers: all }),
  }),
  (i: number, all: ExternalIdentifier[]): HubRecord => ({
    type: "service",
    record: aService({ code: `s:${i}`, externalIdentifiers: all }),
  }),
];

test("every key of every record leads to all records with the key", async () => {
  const several = fc.array(fc.tuple(fc.constantFrom(...builders), identifiers), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(several, async (made) => {
      const records = made.map(([build, all], i) => build(i, all));
      const hub = await hubWith(records);
      for (const [i, [, all]] of made.entries()) {
        for (const asked of all) {
          const found = await find(hub, asked);
          const again = await find(hub, { identifier: `${asked.scheme}:${asked.value.toUpperCase()}` });
          expect(again).toEqual(found);
          const same = made.flatMap(([, others], j) =>
            others.some((other) => fold(other) === fold(asked)) ? [records[j]!.record] : [],
          );
          expect(found.map((name) => name.split(" ")[1]).sort()).toEqual(
            same.map((record) => (record as { code: string }).code).sort(),
          );
          expect(found.join()).toContain((records[i]!.record as { code: string }).code);
        }
      }
    }),
    { numRuns: runs(20) },
  );
});

const fold = ({ scheme, value }: ExternalIdentifier): string =>
  `${scheme.toLowerCase()}:${value.toLowerCase().replaceAll(" ", "")}`;
