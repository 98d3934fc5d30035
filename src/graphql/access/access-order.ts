import type { AccessOrder } from "./access.input";
import type { AccessAreaType } from "./access.type";

/** Areas in the order that was asked; those without figures last in an order by gap, and ties by the order of areas. */
export function inOrder(areas: readonly AccessAreaType[], order: AccessOrder): AccessAreaType[] {
  switch (order) {
    case "AREA":
      return [...areas];
    case "GAP":
      return largestFirst(areas, ({ result }) => [result?.figures.gapPeople ?? -1]);
    case "GAP_PER_1000":
      return largestFirst(areas, ({ result }) => [result?.figures.gapPer1000 ?? -1, result?.people ?? -1]);
    default:
      return order satisfies never;
  }
}

const largestFirst = (
  areas: readonly AccessAreaType[],
  numbers: (area: AccessAreaType) => readonly number[],
): AccessAreaType[] =>
  [...areas].sort((a, b) => {
    const [of, than] = [numbers(a), numbers(b)];
    const place = of.findIndex((number, i) => number !== than[i]);
    return place < 0 ? 0 : than[place]! - of[place]!;
  });
