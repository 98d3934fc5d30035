import { verify } from "../../src/projections/refresh";
import { hsdsId } from "../../src/storage/documents/hsds-id";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, anOrganization, aService, aServiceAtLocation, aSource, aTerm } from "../support/builders";
import { startHub, type TestHub } from "../support/hub";

const saved = { origin: "test", now: "2026-01-01T00:00:00Z" };
const real = { sourceCodes: ["real"] };

/** A service of an organisation at a centre, of a real source, and the same again of a synthetic one. */
async function hubWithBoth(): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, saved);
  await save(codecs.sourceRef, [aSource({ code: "real", synthetic: false }), aSource()]);
  await save(codecs.taxonomyTerm, [aTerm(real)]);
  await save(codecs.organization, [
    anOrganization({ code: "real:o", ...real }),
    anOrganization({ code: "demo:o" }),
  ]);
  await save(codecs.centre, [aCentre({ code: "real:c", ...real }), aCentre({ code: "demo:c" })]);
  await save(codecs.service, [
    aService({ code: "real:s", organizationCode: "real:o", ...real }),
    aService({ code: "demo:s", organizationCode: "real:o" }),
    aService({ code: "mixed:s", organizationCode: "demo:o", ...real }),
  ]);
  const at = (code: string, serviceCode: string, centreCode: string) =>
    aServiceAtLocation({ code, serviceCode, centreCode, ...real });
  await save(codecs.serviceAtLocation, [
    at("real:l", "real:s", "real:c"),
    at("demo:l", "demo:s", "real:c"),
    at("other:l", "real:s", "demo:c"),
  ]);
  return hub;
}

const idsIn = async (hub: TestHub, list: string): Promise<string[]> => {
  const response = await hub.request(`/hsds/${list}`);
  return ((await response.json()) as { contents: { id: string }[] }).contents.map(({ id }) => id).sort();
};

const ids = (table: string, ...codes: string[]): string[] => codes.map((code) => hsdsId(table, code)).sort();

test("nothing of a synthetic source is in a list, and nothing that needs it", async () => {
  const hub = await hubWithBoth();
  expect(await idsIn(hub, "services")).toEqual(ids("service", "real:s", "mixed:s"));
  expect(await idsIn(hub, "organizations")).toEqual(ids("organization", "real:o"));
  expect(await idsIn(hub, "locations")).toEqual(ids("location", "real:c"));
  expect(await idsIn(hub, "service_at_locations")).toEqual(ids("service_at_location", "real:l"));
  const demo = await hub.request(`/hsds/services/${hsdsId("service", "demo:s")}`);
  expect(demo.status).toBe(404);
  const mixed = await hub.request(`/hsds/services/${hsdsId("service", "mixed:s")}`);
  expect(await mixed.json()).not.toHaveProperty("organization_id");
});

test("an edit and the whole give the same lists: of a source that turns out to be synthetic, and of records that go", async () => {
  const hub = await hubWithBoth();
  await hub.request("/hsds/services");
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, { ...saved, now: "2026-01-02T00:00:00Z" });
  const drifts = async () => {
    await hub.request("/hsds/services");
    const found = await verify(hub.table);
    return found.drifts.filter(({ document }) => document.includes("hsds-"));
  };
  await save(codecs.centre, [
    aCentre({ code: "real:c2", ...real }),
    aCentre({ code: "real:c", sameAsCode: "real:c2", ...real }),
  ]);
  expect(await drifts()).toEqual([]);
  expect(await idsIn(hub, "locations")).toEqual(ids("location", "real:c2"));
  const places = await hub.request("/hsds/service_at_locations");
  expect(await places.json()).toMatchObject({ contents: [{ location_id: hsdsId("location", "real:c2") }] });

  await save(codecs.sourceRef, [aSource({ synthetic: false })]);
  expect(await drifts()).toEqual([]);
  expect(await idsIn(hub, "services")).toEqual(ids("service", "real:s", "demo:s", "mixed:s"));
});
