import fc from "fast-check";
import type { Centre } from "../../src/domain/places/centre";
import { aCentre } from "./builders";

const streets = [
  "Via Aldini",
  "Via Antonio Aldini",
  "Via Giovanni Aldini",
  "VIA ALDINI ANTONIO",
  "V. A. Aldini",
  "Viale Aldini",
  "Via Monte Aldini",
  "Via Bruni",
] as const;

const numbers = ["", " 3", ", 3", " 3/a", " 3/5", " 5", " 72"] as const;

/** SYNTHETIC: so few streets, points and sources that many records are at one place, or nearly. */
const aRecord: fc.Arbitrary<Partial<Centre>> = fc
  .record({
    street: fc.option(fc.constantFrom(...streets), { freq: 8 }),
    number: fc.constantFrom(...numbers),
    north: fc.option(fc.constantFrom(0, 20, 100, 140, 300, 5_000), { nil: null, freq: 2 }),
    declared: fc.option(fc.constantFrom("d:1", "d:2"), { nil: null }),
    lies: fc.constantFrom("d:1", "d:2"),
    source: fc.constantFrom("s1", "s2", "s3"),
    key: fc.option(fc.constantFrom("1", "2"), { freq: 1, nil: null }),
    name: fc.constantFrom("Casa", "Biblioteca", "Ufficio"),
  })
  .map(({ street, number, north, declared, lies, source, key, name }) => ({
    name,
    address:
      street === null
        ? null
        : { streetAddress: `${street}${number}`, locality: "Borgo", postalCode: null, country: "IT" },
    position: north === null ? null : { latitude: 45 + north / 111_195, longitude: 9 },
    declaredAreaCode: declared,
    areaCodes: ["city:1", ...(north === null ? (declared === null ? [] : [declared]) : [lies])],
    externalIdentifiers: key === null ? [] : [{ scheme: "ds1", value: key }],
    sourceCodes: [source],
  }));

/** Up to 12 centres of a synthetic town, each with a code of its own. */
export const someCentres: fc.Arbitrary<Centre[]> = fc
  .array(aRecord, { maxLength: 12 })
  .map((records) => records.map((fields, i) => aCentre({ ...fields, code: `c:${i}` })));

export const isWithinMadeUpCity = (areaCode: string): boolean => !areaCode.startsWith("city:");
