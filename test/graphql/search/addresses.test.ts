import { refresh } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00Z";
const at = (code: string, streetAddress: string) =>
  aCentre({
    code,
    name: `Luogo ${code.replace("test:", "")}`,
    areaCodes: ["comune:1", "nil:1"],
    address: { streetAddress, locality: "Milano", postalCode: null, country: "IT" },
  });

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  const save = { origin: "test", now };
  await saveAll(hub.table, codecs.area, [aCity(), anArea({ code: "nil:1" })], save);
  const centres = [
    at("test:baroni50", "Via Baroni, 50"),
    at("test:baroni5", "Via Costantino Baroni 5"),
    at("test:baroni150", "Via Baroni 150"),
    at("test:other50", "Viale Famagosta 50"),
    at("test:square", "P.za Castello 50"),
  ];
  await saveAll(hub.table, codecs.centre, centres, save);
  await refresh(hub.table, "EVERYTHING", { now });
});

async function found(text: string): Promise<string[]> {
  const query = `query ($text: String!) {
    search(text: $text) { nodes { ... on Centre { code } ... on Location { code address { streetAddress } } } }
  }`;
  const { data, errors } = await hub.ask<{ search: { nodes: { code: string }[] } }>(query, { text });
  expect(errors).toBeUndefined();
  return data!.search.nodes.map(({ code }) => code);
}

test("an address finds the place and then the building at that number", async () => {
  expect(await found("via Baroni 50")).toEqual(["test:baroni50", "it:milano:via-baroni-50"]);
});

test("a given name that the source leaves out does not hide the address, and the number ranks it first", async () => {
  expect((await found("Via Costantino Baroni, 50")).slice(0, 2)).toEqual(["test:baroni50", "test:baroni5"]);
  expect((await found("via costantino baroni 5"))[0]).toBe("test:baroni5");
});

test("a number that the hub does not have leads to the street, not to the number elsewhere", async () => {
  const codes = await found("via baroni 51");
  expect(codes).toEqual(expect.arrayContaining(["test:baroni50", "test:baroni5", "test:baroni150"]));
  expect(codes).not.toContain("test:other50");
});

test.each(["piazza castello 50", "P.zza Castello, 50", "pza castello 50"])(
  "the kind of a street can be abbreviated: %s",
  async (text) => {
    expect((await found(text))[0]).toBe("test:square");
  },
);
