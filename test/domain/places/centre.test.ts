import fc from "fast-check";
import { type Centre, createCentre, currentKindCode, mergeCentre } from "../../../src/domain/places/centre";
import { inOrderOfDates } from "../../../src/domain/places/kind-period";
import { aCentre } from "../../support/builders";
import { equipmentOf } from "../../support/equipment-of";
import { refusalOf, testRecordConstructor } from "../../support/record-constructor";

const period = (sourceCode: string, assertedOn: string, kindCode = "centre-kind:CAM") => ({
  kindCode,
  validFrom: null,
  validTo: null,
  assertedOn,
  sourceCode,
});

const good = (): Centre => ({
  ...aCentre(),
  kindHistory: [period("ds1", "2022", "centre-kind:CAM"), period("ds2", "2022-10", "centre-kind:HUB")],
  position: { latitude: 45.46, longitude: 9.19 },
  areaCodes: ["comune:1", "nil:1"],
  equipment: [{ feature: "WIFI", availability: "YES" }],
  accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN", note: null }],
});

testRecordConstructor("Centre", createCentre, good, [
  ["a code that is none", { code: "casa #1" }, ["code"]],
  ["an empty name", { name: " " }, ["name"]],
  ["a position off the globe", { position: { latitude: 91, longitude: 0 } }, ["position.latitude"]],
  [
    "a position that is no number",
    { position: { latitude: Number.NaN, longitude: 0 } },
    ["position.latitude"],
  ],
  [
    "a history that is not in order",
    { kindHistory: [period("a", "2024"), period("b", "2023")] },
    ["kindHistory"],
  ],
  ["a date that does not exist", { kindHistory: [period("a", "2024-13")] }, ["kindHistory[0].assertedOn"]],
  [
    "a kind that ends before it begins",
    { kindHistory: [{ ...period("a", "2024"), validFrom: "2024", validTo: "2023" }] },
    ["kindHistory[0].validTo"],
  ],
  [
    "a feature that stands twice",
    {
      equipment: [
        { feature: "BAR", availability: "YES" },
        { feature: "BAR", availability: "NO" },
      ],
    },
    ["equipment"],
  ],
  ["an area that stands twice", { areaCodes: ["nil:1", "nil:1"] }, ["areaCodes"]],
  ["an area that is no code", { areaCodes: ["nil:1", "*"] }, ["areaCodes[1]"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", name: "", kindHistory: [period("a", "soon")], areaCodes: [""], sourceCodes: [] },
    ["code", "name", "kindHistory[0].assertedOn", "areaCodes[0]", "sourceCodes"],
  ],
]);

test("reports every problem", () => {
  const change = { name: " ", position: { latitude: 45.4, longitude: 919 }, sourceCodes: [] };
  expect(refusalOf(() => createCentre({ ...good(), ...change })).message).toBe(
    'Centre "test:1" cannot be true: name = " ": must not be empty; ' +
      "position.longitude = 919: longitude is -180 to 180 degrees; " +
      "sourceCodes = []: each record names at least one source.",
  );
});

test("the current kind is the last one stated; null without a statement", () => {
  expect(currentKindCode(good())).toBe("centre-kind:HUB");
  expect(currentKindCode({ kindHistory: [] })).toBeNull();
});

test("equipment without a source is UNKNOWN, not NO", () => {
  expect(equipmentOf(good(), "WIFI")).toBe("YES");
  expect(equipmentOf(good(), "BAR")).toBe("UNKNOWN");
});

test("merging keeps the history from other sources and replaces the source's own", () => {
  const known = aCentre({ kindHistory: [period("a", "2020"), period("b", "2022")] });
  const incoming = aCentre({ kindHistory: [period("a", "2021"), period("a", "2023")], sourceCodes: ["a"] });
  const merged = mergeCentre(known, incoming);
  expect(merged.kindHistory).toEqual([period("a", "2021"), period("b", "2022"), period("a", "2023")]);
  expect(merged.sourceCodes).toEqual(["test", "a"]);
});

test("merging prefers new facts and keeps those that the source no longer states", () => {
  const known = aCentre({ code: "test:9", activities: "carte", notes: "vecchia", status: "ACTIVE" });
  const incoming = aCentre({ name: "Nuova", notes: "nuova", status: "INACTIVE" });
  expect(mergeCentre(known, incoming)).toEqual({
    ...known,
    name: "Nuova",
    notes: "nuova",
    status: "INACTIVE",
  });
});

test("a record of an earlier version gets its missing fields", () => {
  const { capacity, alert, managerCode, ownerCode, ...stored } = aCentre();
  expect(mergeCentre(stored as Centre, aCentre())).toEqual({
    ...stored,
    ...{ capacity, alert, managerCode, ownerCode },
  });
});

test("the areas come from the record with the position", () => {
  const position = { latitude: 45, longitude: 9 };
  const placed = aCentre({ position, areaCodes: ["nil:1"] });
  const declared = aCentre({ areaCodes: ["municipio:5"] });
  expect(mergeCentre(placed, declared)).toMatchObject({ position, areaCodes: ["nil:1"] });
  expect(mergeCentre(declared, placed)).toMatchObject({ position, areaCodes: ["nil:1"] });
});

test("an UNKNOWN replaces no fact, unless it has a note", () => {
  const known = aCentre({
    equipment: [{ feature: "WIFI", availability: "YES" }],
    accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "YES", note: null }],
  });
  const unknown = { feature: "STEP_FREE_ACCESS", availability: "UNKNOWN" } as const;
  const silent = aCentre({
    equipment: [
      { feature: "BAR", availability: "UNKNOWN" },
      { feature: "WIFI", availability: "UNKNOWN" },
    ],
    accessibility: [{ ...unknown, note: null }],
  });
  expect(mergeCentre(known, silent)).toMatchObject({
    equipment: [
      { feature: "BAR", availability: "UNKNOWN" },
      { feature: "WIFI", availability: "YES" },
    ],
    accessibility: known.accessibility,
  });
  const unclear = { ...unknown, note: { it: "no", en: null } };
  expect(mergeCentre(known, aCentre({ accessibility: [unclear] })).accessibility).toEqual([unclear]);
});

const few = <T>(values: readonly T[]) => fc.subarray([...values]);
const maybe = (...values: string[]) => fc.constantFrom(null, ...values);
const features = ["BAR", "GARDEN", "WIFI"] as const;
const availability = fc.constantFrom("YES", "NO", "LIMITED", "UNKNOWN");

const anyCentre: fc.Arbitrary<Centre> = fc
  .record({
    name: fc.constantFrom("Casa", "Centro"),
    activities: maybe("carte", "ballo"),
    declaredAreaCode: maybe("nil:1", "nil:2"),
    position: fc.constantFrom(null, { latitude: 45, longitude: 9 }, { latitude: 46, longitude: 9 }),
    areaCodes: few(["nil:1", "nil:2", "municipio:1"]),
    equipment: fc.uniqueArray(fc.record({ feature: fc.constantFrom(...features), availability }), {
      selector: ({ feature }) => feature,
    }),
    accessibility: fc.uniqueArray(
      fc.record({
        feature: fc.constant("STEP_FREE_ACCESS" as const),
        availability,
        note: fc.constantFrom(null, { it: "no", en: null }),
      }),
      { selector: ({ feature }) => feature },
    ),
    kindHistory: fc
      .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("2020", "2020-05", "2021", "2022")))
      .map((stated) => [
        ...inOrderOfDates(
          "test:1",
          stated.map((args) => period(...args)),
        ),
      ]),
    capacity: few([
      { unit: { it: "posti", en: null }, available: 1, maximum: 2, updatedAt: null, sourceCode: "a" },
      { unit: { it: "posti", en: null }, available: 2, maximum: 2, updatedAt: null, sourceCode: "b" },
    ]),
    alert: fc.constantFrom(null, { it: "Chiuso.", en: null }, { it: "Lavori.", en: null }),
    managerCode: maybe("x", "y"),
    ownerCode: maybe("x", "y"),
    externalIdentifiers: few([
      { scheme: "a", value: "1" },
      { scheme: "a", value: "2" },
    ]),
    strategyCodes: few(["s1", "s2"]),
    sourceCodes: fc.subarray(["a", "b", "c"], { minLength: 1 }),
  })
  .map((fields) => aCentre(fields as Partial<Centre>));

test("merging twice changes nothing more than merging once, and merging with itself changes nothing", () => {
  fc.assert(
    fc.property(anyCentre, anyCentre, (known, incoming) => {
      const once = mergeCentre(known, incoming);
      expect(mergeCentre(once, incoming)).toEqual(once);
      expect(mergeCentre(known, known)).toEqual(known);
    }),
  );
});

test("merging loses nothing that only one side knows", () => {
  fc.assert(
    fc.property(anyCentre, anyCentre, (known, incoming) => {
      const merged = mergeCentre(known, incoming);
      const stated = incoming.kindHistory.map((k) => k.sourceCode);
      const others = known.kindHistory.filter((k) => !stated.includes(k.sourceCode));
      expect(merged.kindHistory).toEqual(expect.arrayContaining([...others, ...incoming.kindHistory]));
      expect(merged.kindHistory).toHaveLength(others.length + incoming.kindHistory.length);
      for (const list of ["sourceCodes", "strategyCodes", "externalIdentifiers"] as const) {
        const expected = [...known[list], ...incoming[list]].map((x) => JSON.stringify(x));
        expect(new Set(merged[list].map((x) => JSON.stringify(x)))).toEqual(new Set(expected));
      }
      const units = merged.capacity.map(({ sourceCode }) => sourceCode);
      for (const count of [...known.capacity, ...incoming.capacity])
        expect(units).toContain(count.sourceCode);
      for (const field of ["alert", "managerCode", "ownerCode"] as const)
        expect(merged[field]).toEqual(incoming[field] ?? known[field]);
      for (const feature of features) {
        const said = [equipmentOf(incoming, feature), equipmentOf(known, feature)];
        expect(equipmentOf(merged, feature)).toBe(said.find((a) => a !== "UNKNOWN") ?? "UNKNOWN");
      }
    }),
  );
});
