import fc from "fast-check";
import { isCode } from "../../../src/domain/kit/field";
import { areaLevels } from "../../../src/domain/places/area";
import { type Key, sortableText } from "../../../src/storage/engine/key";
import { recordTypes } from "../../../src/storage/records/hub-record";
import { keys, sortableCode } from "../../../src/storage/records/keys";
import { runs } from "../../support/runs";

const code = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$/),
  // Short ones of few characters, so that two are often nearly equal.
  fc.stringMatching(/^[a01][a01:.]{0,3}$/),
);
const types = Object.keys(recordTypes);
const period = fc.constantFrom("2024", "2024-05", "2024-05-01");
const level = fc.constantFrom(...areaLevels);
const cell = fc.constantFrom("u0nd9h", "u0nd9j");

/** A kind of item, what identifies it within its kind, and its key. */
type Described = readonly [identity: string, key: Key];
const described = (kind: string, parts: readonly string[], key: Key): Described => [
  JSON.stringify([kind, ...parts]),
  key,
];

const anyKey: fc.Arbitrary<Described> = fc.oneof(
  fc.tuple(fc.constantFrom(...types), code).map(([t, c]) => described("record", [t, c], keys.record(t, c))),
  code.map((c) => described("boundary", [c], keys.areaBoundary(c))),
  fc.tuple(code, fc.nat(99)).map(([c, part]) => described("shape", [c, `${part}`], keys.areaShape(c, part))),
  code.map((c) => described("overlaps", [c], keys.areaOverlaps(c))),
  fc.tuple(cell, level, code).map(([g, l, c]) => described("cell", [g, l, c], keys.areaCell(g, l, c))),
  fc
    .tuple(fc.oneof(code, fc.constant("*")), fc.string({ unit: "grapheme" }), code)
    .map(([a, name, c]) => described("centre", [a, sortableText(name), c], keys.centreInArea(a, name, c))),
  fc.tuple(code, code, period).map(([a, i, p]) => described("value", [a, i, p], keys.observation(a, i, p))),
  fc
    .tuple(code, code)
    .map(([s, c]) => described("partnership", [s, sortableCode(c)], keys.partnershipInStrategy(s, c))),
  fc.constant(described("version", [], keys.dataVersion())),
  fc.nat(999).map((n) => described("log", [`${n}`], keys.changeLog(n))),
);

test("no two different things have the same key", () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 2, maxLength: 40 }), (all) => {
      const identities = new Set(all.map(([identity]) => identity));
      const distinct = new Set(all.map(([, { pk, sk }]) => JSON.stringify([pk, sk])));
      expect(distinct.size).toBe(identities.size);
    }),
    { numRuns: runs(300) },
  );
});

test("no two records of different type or code have the same key", () => {
  const identity = fc.tuple(fc.constantFrom(...types), code);
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      expect(isCode(a[1])).toBe(true);
      const same = a[0] === b[0] && a[1] === b[1];
      expect(keys.record(...a).pk === keys.record(...b).pk).toBe(same);
    }),
    { numRuns: runs(500) },
  );
});

test("the parts of a key are distinguishable for any codes", () => {
  fc.assert(
    fc.property(code, code, (area, indicator) => {
      const { pk, sk } = keys.observation(area, indicator, "2024");
      expect([pk.split("#"), sk.split("#")]).toEqual([
        ["ObservationsOfArea", area],
        [indicator, "2024"],
      ]);
    }),
  );
});

test.each([
  ["nil:9", "nil:000009"],
  ["nil:10", "nil:000010"],
  ["comune:015146", "comune:015146"],
  ["ds3017:25", "ds003017:000025"],
  ["RSO5.1", "RSO000005.000001"],
  ["city", "city"],
])("sorts the code %s as %s", (text, sortable) => {
  expect(sortableCode(text)).toBe(sortable);
});

test("codes of one scheme sort by their number", () => {
  const number = fc.nat(999_999);
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(sortableCode(`nil:${a}`) < sortableCode(`nil:${b}`)).toBe(a < b);
    }),
  );
});

test.each([
  ["Città", "citta"],
  ["CITTÀ", "citta"],
  ["  Casa   Verde ", "casa-verde"],
  ["L'Isola", "l-isola"],
  ["L’Isola", "l-isola"],
  ["C.A.M. - Gabbro", "c-a-m-gabbro"],
  ["Via Sant’Ambrogio, 3/b", "via-sant-ambrogio-3-b"],
  ["#1", "1"],
  ["", ""],
  ["…", ""],
  ["İzmir", "izmir"],
])("sorts the name %j as %j", (text, sortable) => {
  expect(sortableText(text)).toBe(sortable);
});

test("a name sorts the same in capitals, with decomposed accents, and when already sortable", () => {
  const name = fc.string({ unit: fc.constantFrom(..."aàèìòùéçñzZ'’-. 19") });
  fc.assert(
    fc.property(name, (text) => {
      expect(sortableText(text.toUpperCase())).toBe(sortableText(text));
      expect(sortableText(text.normalize("NFD"))).toBe(sortableText(text));
      expect(sortableText(sortableText(text))).toBe(sortableText(text));
    }),
  );
});

test("a sortable name has whole characters, at most 60, and no separator", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "#", "𐌰", "𐌱", "È", " "), minLength: 60, maxLength: 140 }),
      (text) => {
        const sortable = sortableText(text);
        expect([...sortable].length).toBeLessThanOrEqual(60);
        expect(sortable).not.toMatch(/[\ud800-\udfff#]/u);
      },
    ),
  );
});

test("a short name comes before the same name with more words or letters", () => {
  const names = ["Casa", "Casa 2", "Casa Verde", "Casale"];
  const sorted = names.map((name) => keys.centreInArea("nil:1", name, "test:9").sk).sort();
  expect(sorted).toEqual(names.map((name) => keys.centreInArea("nil:1", name, "test:9").sk));
});
