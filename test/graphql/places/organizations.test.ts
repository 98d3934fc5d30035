import { saveRecords } from "../../../src/ingest/run/save-records";
import { refreshBatch } from "../../../src/projections/refresh";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { aMember, anOrganization, aPartnership, aService, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00Z" };
const unit = (code: string, parentCode = "city") =>
  anOrganization({ code, name: code.toUpperCase(), kind: "PUBLIC_UNIT", parentCode });
const member = (code: string, role: "LEAD" | "PARTNER") => aMember(code, { role });

async function hubWith(records: readonly HubRecord[]): Promise<TestHub> {
  const hub = await startHub();
  await saveRecords(hub.table, records, imported);
  await refreshBatch(hub.table, records, imported);
  return hub;
}

const records: readonly HubRecord[] = [
  { type: "sourceRef", record: aSource() },
  {
    type: "organization",
    record: anOrganization({
      code: "city",
      email: "info@example.org",
      phones: [{ number: "020202", note: null }],
      legalStatus: { it: "Ente pubblico", en: "Public institution" },
    }),
  },
  ...["welfare", "casa", "cultura"].map((c): HubRecord => ({ type: "organization", record: unit(c) })),
  { type: "organization", record: unit("ufficio", "casa") },
  {
    type: "partnership",
    record: aPartnership({ code: "p2", members: [member("city", "LEAD"), member("city", "PARTNER")] }),
  },
  { type: "partnership", record: aPartnership({ code: "p10", members: [member("city", "PARTNER")] }) },
  { type: "partnership", record: aPartnership({ code: "p3", members: [member("other", "LEAD")] }) },
  {
    type: "service",
    record: aService({ code: "s:2", name: { it: "B", en: null }, organizationCode: "city" }),
  },
  {
    type: "service",
    record: aService({ code: "s:1", name: { it: "C", en: null }, organizationCode: "city" }),
  },
  { type: "service", record: aService({ code: "s:3", organizationCode: "casa" }) },
];

test("an organisation has its units, partnerships and services, each list by one query and one batch", async () => {
  const hub = await hubWith(records);
  const { data, errors } = await hub.ask(`{ organization(code: "city") {
    email phones { number } legalStatus { it }
    units { totalCount nodes { code parent { code } } }
    partnerships { totalCount nodes { code } }
    services { totalCount nodes { code } }
  } }`);
  expect(errors).toBeUndefined();
  const parent = { code: "city" };
  expect(data).toEqual({
    organization: {
      email: "info@example.org",
      phones: [{ number: "020202" }],
      legalStatus: { it: "Ente pubblico" },
      units: {
        totalCount: 3,
        nodes: [
          { code: "casa", parent },
          { code: "cultura", parent },
          { code: "welfare", parent },
        ],
      },
      partnerships: { totalCount: 2, nodes: [{ code: "p2" }, { code: "p10" }] },
      services: { totalCount: 2, nodes: [{ code: "s:2" }, { code: "s:1" }] },
    },
  });
});

test("units have pages, and a unit that moved to another organisation is listed only there", async () => {
  const hub = await hubWith(records);
  const unitsOf = async (code: string, after: string | null = null) => {
    const { data } = await hub.ask<{
      organization: { units: { nodes: { code: string }[]; pageInfo: { endCursor: string } } };
    }>(
      `query ($code: String!, $after: String) { organization(code: $code) { units(first: 2, after: $after) { nodes { code } pageInfo { endCursor } } } }`,
      { code, after },
    );
    const { nodes, pageInfo } = data!.organization.units;
    return { codes: nodes.map((node) => node.code), next: pageInfo.endCursor };
  };
  const first = await unitsOf("city");
  expect(first.codes).toEqual(["casa", "cultura"]);
  expect((await unitsOf("city", first.next)).codes).toEqual(["welfare"]);
  await saveRecords(hub.table, [{ type: "organization", record: unit("cultura", "casa") }], imported);
  expect((await unitsOf("city")).codes).toEqual(["casa", "welfare"]);
  expect((await unitsOf("casa")).codes).toEqual(["cultura", "ufficio"]);
});

test("partnerships are found by kind and strategy, with the known facts about their members", async () => {
  const { ask } = await startHub({ starter: true });
  const found = await ask(`{
    institutional: partnerships(filter: { kind: INSTITUTIONAL, strategy: "mi-over-net" }) {
      totalCount nodes { code signedOn document members { role validFrom validTo } }
    }
    contracts: partnerships(filter: { kind: CONTRACT }) { totalCount nodes { code } }
    unknown: partnerships(filter: { strategy: "none" }) { totalCount }
  }`);
  expect(found).toMatchObject({
    data: {
      institutional: {
        totalCount: 1,
        nodes: [
          {
            code: "mi-over-net-institutional",
            signedOn: null,
            document: null,
            members: ["LEAD", "PARTNER", "PARTNER"].map((role) => ({ role, validFrom: null, validTo: null })),
          },
        ],
      },
      contracts: { totalCount: 0, nodes: [] },
      unknown: null,
    },
    errors: [{ path: ["unknown"], extensions: { code: "UNKNOWN_CODE", where: "filter.strategy" } }],
  });
});
