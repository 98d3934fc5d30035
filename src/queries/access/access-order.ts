import type { AccessArea } from "./access-area";
import type { AccessOrder } from "./access-request";

/** Areas in the requested order. In an order by gap those without a result come last; ties keep the order of areas. */
export function inOrder(areas: readonly AccessArea[], order: AccessOrder): AccessArea[] {
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
  areas: readonly AccessArea[],
  numbers: (area: AccessArea) => readonly number[],
): AccessArea[] =>
  [...areas].sort((a, b) => {
    const [of, than] = [numbers(a), numbers(b)];
    const place = of.findIndex((number, i) => number !== than[i]);
    return place < 0 ? 0 : than[place]! - of[place]!;
  });
