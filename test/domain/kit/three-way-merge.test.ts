import fc from "fast-check";
import { threeWayMerge } from "../../../src/domain/kit/three-way-merge";

const form = {
  itemKey: (field: string) => (field === "list" ? (item: unknown) => (item as { key: string }).key : null),
  isDerived: () => false,
};
const item = (key: string, value: number) => ({ key, value });

test("an unchanged field is left to the others, an equal change is none, and a different one is a conflict", () => {
  const base = { a: 1, b: 1, c: 1, d: 1 };
  const theirs = { a: 2, b: 2, c: 2, d: 1 };
  expect(threeWayMerge(base, theirs, { a: 1, b: 2, c: 3, d: 4 }, form)).toEqual({
    fields: { d: 4 },
    conflicts: [{ field: "c", base: 1, theirs: 2, yours: 3 }],
  });
});

test("items of a list are added, changed and removed one by one", () => {
  const base = { list: [item("x", 1), item("y", 1), item("z", 1)] };
  const theirs = { list: [item("x", 2), item("y", 1), item("z", 1), item("t", 1)] };
  const yours = { list: [item("x", 1), item("y", 3), item("n", 1)] };
  expect(threeWayMerge(base, theirs, yours, form)).toEqual({
    fields: { list: [item("x", 2), item("y", 3), item("t", 1), item("n", 1)] },
    conflicts: [],
  });
  const other = { list: [item("x", 5), item("y", 1), item("z", 1)] };
  expect(threeWayMerge(base, theirs, other, form).conflicts).toMatchObject([{ field: "list" }]);
});

test("a field that an earlier version did not store is like one without a value", () => {
  expect(threeWayMerge({}, { a: null }, { a: 1 }, form)).toEqual({ fields: { a: 1 }, conflicts: [] });
});

const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });

test("the merge keeps both changes, and is the same in either order", () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, other) => {
      const [first, second] = [
        threeWayMerge(base, other, mine, form),
        threeWayMerge(base, mine, other, form),
      ];
      expect(first.conflicts.map(({ field }) => field)).toEqual(second.conflicts.map(({ field }) => field));
      if (first.conflicts.length === 0)
        expect({ ...other, ...first.fields }).toEqual({ ...mine, ...second.fields });
      for (const { theirs, yours, base: was } of first.conflicts)
        expect([theirs === yours, theirs === was, yours === was]).toEqual([false, false, false]);
    }),
  );
});
