import fc from "fast-check";
import { BoundedCache } from "../../../src/storage/engine/bounded-cache";

test("what was used last stays, as in a list that is sorted by use", () => {
  const steps = fc.array(
    fc.record({ key: fc.constantFrom(..."abcde"), size: fc.nat(5), sets: fc.boolean() }),
  );
  fc.assert(
    fc.property(steps, (all) => {
      const largest = 9;
      const cache = new BoundedCache<number>(largest);
      let byUse: { readonly key: string; readonly value: number; readonly size: number }[] = [];
      for (const [value, { key, size, sets }] of all.entries()) {
        const found = byUse.find((each) => each.key === key);
        byUse = byUse.filter((each) => each !== found);
        if (sets) {
          cache.set(key, value, size);
          byUse.push({ key, value, size });
          while (byUse.reduce((sum, each) => sum + each.size, 0) > largest) byUse.shift();
        } else {
          expect(cache.get(key)).toBe(found?.value);
          if (found) byUse.push(found);
        }
        for (const name of "abcde")
          expect(cache.sizeOf(name)).toBe(byUse.find((each) => each.key === name)?.size ?? 0);
      }
    }),
  );
});

test("a value that is larger than the limit is not kept, and drops the one that it replaces alone", () => {
  const cache = new BoundedCache<string>(2);
  cache.set("a", "old", 1);
  cache.set("b", "other", 1);
  cache.set("a", "too large", 3);
  expect([cache.get("a"), cache.get("b")]).toEqual([undefined, "other"]);
});
