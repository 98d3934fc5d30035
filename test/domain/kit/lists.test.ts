import fc from "fast-check";
import { distinct, distinctSorted } from "../../../src/domain/kit/distinct";
import { groupBy } from "../../../src/domain/kit/group-by";
import { byCode, byText } from "../../../src/domain/kit/order";
import { sum } from "../../../src/domain/kit/sum";

const texts = fc.array(fc.string({ unit: "binary", maxLength: 3 }));

test("orders texts like the default order of a list, in any language", () => {
  expect(["è", "z", "Z", "é", "10", "9"].sort(byText)).toEqual(["10", "9", "Z", "z", "è", "é"]);
  expect([{ code: "b" }, { code: "a" }].sort(byCode)).toEqual([{ code: "a" }, { code: "b" }]);
  fc.assert(fc.property(texts, (all) => expect(all.toSorted(byText)).toEqual(all.toSorted())));
});

test("keeps each value once, in the order of appearance or of text", () => {
  expect(distinct([3, 1, 3, 2, 1])).toEqual([3, 1, 2]);
  expect(distinctSorted(["b", "a", "b"])).toEqual(["a", "b"]);
});

test("puts each item into one group, in the order of appearance", () => {
  expect([...groupBy(["ab", "c", "ad"], ([first]) => first)]).toEqual([
    ["a", ["ab", "ad"]],
    ["c", ["c"]],
  ]);
  fc.assert(
    fc.property(texts, (all) => {
      const groups = [...groupBy(all, ({ length }) => length)];
      for (const [length, group] of groups)
        expect(group).toEqual(all.filter((text) => text.length === length));
      expect(sum(groups.map(([, group]) => group.length))).toBe(all.length);
    }),
  );
});
