import { sameCentres } from "../../../src/domain/matching/same-centres";
import type { Centre } from "../../../src/domain/places/centre";
import { aCentre } from "../../support/builders";

const proposals = (centres: readonly Centre[]) =>
  sameCentres(centres, (code) => code !== "comune:1").map(
    ({ preferredCode, otherCode, confidence }) => `${preferredCode} = ${otherCode} ${confidence}`,
  );

const kind = (kindCode: string, assertedOn: string, sourceCode: string) => ({
  kindHistory: [{ kindCode, validFrom: null, validTo: null, assertedOn, sourceCode }],
});
/** Degrees of latitude. */
const metres = (distance: number): number => distance / 111_195;
const middle = { latitude: 45, longitude: 9 };
const north = (distance: number) => ({ latitude: 45 + metres(distance), longitude: 9 });
const library = "centre-kind:LIBRARY";

/** SYNTHETIC: a place of a list of today, and a record of an old register. */
const today = (n: number, fields: Partial<Centre>) =>
  aCentre({
    code: `list:${n}`,
    status: null,
    sourceCodes: ["list"],
    ...kind(library, "2026", "list"),
    ...fields,
  });
const register = (n: number, fields: Partial<Centre>) =>
  aCentre({
    code: `register:${n}`,
    status: null,
    sourceCodes: ["register"],
    lastVerified: "2007",
    ...kind(library, "2007", "register"),
    ...fields,
  });

test("thirteen pairs of two registers, 2 to 55 m apart, are proposed, and nothing else", () => {
  const names =
    "Affori Baggio Calvairate Dergano Fra Gallaratese Harar Lorenteggio Niguarda Oglio Quarto Sicilia Villapizzone";
  const distances = [2, 5, 8, 12, 15, 20, 25, 30, 35, 40, 45, 50, 55];
  const centres = names.split(" ").flatMap((name, n) => {
    const longitude = 9 + n / 100;
    const shifted = { latitude: 45 + metres(distances[n]!), longitude };
    return [
      today(n, { name: `Biblioteca ${name}`, position: { latitude: 45, longitude } }),
      register(n, { name: name.toUpperCase(), position: shifted }),
    ];
  });
  const elsewhere = register(99, { name: "ALTROVE", position: { latitude: 45.2, longitude: 9 } });
  const found = sameCentres([...centres, elsewhere], () => true);
  expect(found).toHaveLength(13);
  expect(found.map(({ confidence }) => confidence)).toEqual(Array(13).fill("HIGH"));
  const between = found.map(({ distanceMetres }) => Math.round(distanceMetres!));
  expect(between.sort((a, b) => a - b)).toEqual(distances);
  // The newer source stands for both.
  expect(found.every(({ preferredCode }) => preferredCode.startsWith("list:"))).toBe(true);
});

test("evidence and confidence", () => {
  const here = { name: "Biblioteca Vigna", position: middle };
  const beside = (fields: Partial<Centre>) => register(1, { position: north(40), ...fields });
  const vigna = today(1, here);
  expect(proposals([vigna, beside({ name: "VIGNA" })])).toEqual(["list:1 = register:1 HIGH"]);
  expect(proposals([vigna, beside({ name: "Sala Vigna Vecchia Est" })])).toEqual([
    "list:1 = register:1 MEDIUM",
  ]);
  // Other names: perhaps one library, but not a library and an office.
  expect(proposals([vigna, beside({ name: "CIVICA" })])).toEqual(["list:1 = register:1 LOW"]);
  const office = kind("centre-kind:OFFICE", "2026", "register");
  expect(proposals([vigna, beside({ name: "CIVICA", ...office })])).toEqual([]);
  // A desk within a place has the name of the place, and another kind.
  expect(proposals([vigna, beside({ name: "Vigna", ...office })])).toEqual(["list:1 = register:1 MEDIUM"]);
  expect(proposals([vigna, register(1, { name: "VIGNA", position: north(5_000) })])).toEqual([]);
});

test("two entries of one file are two things, unless one has the name of the other as its second name", () => {
  const a = today(1, { name: "CdC Uno", position: middle });
  const b = today(2, { name: "CdC Uno", position: north(10) });
  expect(proposals([a, b])).toEqual([]);
  const first = today(1, { name: "CdC Piazza", alternateName: "CdC Viale" });
  const second = today(2, { name: "CdC Viale" });
  expect(proposals([first, second])).toEqual(["list:1 = list:2 MEDIUM"]);
});

test("a pair on which a steward decided is proposed no more", () => {
  const a = today(1, { name: "Vigna", position: middle });
  const b = register(1, { name: "VIGNA", position: north(10) });
  expect(proposals([a, b])).toHaveLength(1);
  expect(proposals([a, { ...b, distinctFromCodes: ["list:1"] }])).toEqual([]);
  expect(proposals([{ ...a, distinctFromCodes: ["register:1"] }, b])).toEqual([]);
  expect(proposals([a, { ...b, sameAsCode: "list:1" }])).toEqual([]);
});

test("the record in operation stands for both, then that with a point, then the newer", () => {
  const at = { name: "Vigna", position: middle };
  const old = register(1, { ...at, status: "ACTIVE" });
  expect(proposals([today(1, at), old])).toEqual(["register:1 = list:1 HIGH"]);
  const planned = today(1, { ...at, status: "PLANNED" });
  expect(proposals([planned, register(1, at)])).toEqual(["register:1 = list:1 HIGH"]);
  const address = { streetAddress: "Via Vigna, 1", locality: "Borgo", postalCode: null, country: "IT" };
  const pointless = today(1, { name: "Vigna", address });
  expect(proposals([pointless, register(1, { ...at, address })])).toEqual(["register:1 = list:1 HIGH"]);
});
