import { hsdsId } from "../../../src/storage/documents/hsds-id";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aService, aServiceAtLocation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const saved = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** Three places on a line, 1.1 km from each other: the first two have the postal code. */
async function hubOnALine(): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, saved);
  await save(codecs.sourceRef, [aSource({ synthetic: false })]);
  const at = (code: string, latitude: number, postalCode: string | null) =>
    aCentre({
      code,
      position: { latitude, longitude: 9 },
      address: { streetAddress: "Via Uno 1", locality: "Città", postalCode, country: "IT" },
    });
  await save(codecs.centre, [at("c:1", 45, "20 141"), at("c:2", 45.01, "20141"), at("c:3", 45.02, null)]);
  await save(codecs.service, [aService()]);
  await save(
    codecs.serviceAtLocation,
    ["c:1", "c:2", "c:3"].map((centreCode) =>
      aServiceAtLocation({ code: `at:${centreCode}`, serviceCode: aService().code, centreCode }),
    ),
  );
  return hub;
}

test("a postcode keeps its places, and with a distance those around their middle", async () => {
  const hub = await hubOnALine();
  const idsAt = async (path: string): Promise<string[]> => {
    const response = await hub.request(path);
    return ((await response.json()) as { contents: { id: string }[] }).contents.map(({ id }) => id).sort();
  };
  const ids = (table: string, codes: string[]): string[] => codes.map((code) => hsdsId(table, code)).sort();
  for (const [list, table, prefix] of [
    ["locations", "location", ""],
    ["service_at_locations", "service_at_location", "at:"],
  ] as const) {
    const expected = (...codes: string[]) =>
      ids(
        table,
        codes.map((code) => `${prefix}${code}`),
      );
    expect(await idsAt(`/hsds/${list}?postcode=20141`)).toEqual(expected("c:1", "c:2"));
    expect(await idsAt(`/hsds/${list}?postcode=20141&proximity=600`)).toEqual(expected("c:1", "c:2"));
    expect(await idsAt(`/hsds/${list}?postcode=20141&proximity=1700`)).toEqual(expected("c:1", "c:2", "c:3"));
    expect(await idsAt(`/hsds/${list}?postcode=20999`)).toEqual([]);
  }
  const nowhere = await hub.request("/hsds/locations?postcode=20999&proximity=600");
  expect(await nowhere.json()).toMatchObject({ status: 400, where: "postcode" });
});
