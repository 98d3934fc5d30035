import type { Item } from "../engine/key";
import type { ItemFilter } from "../engine/query-input";

/** Whether an item passes all filters, as DynamoDB judges it: a missing attribute passes only `noneOf`. */
export const passes = (item: Item, where: readonly ItemFilter[]): boolean =>
  where.every((filter) => isPassed(item, filter));

function isPassed(item: Item, { attribute, test, value }: ItemFilter): boolean {
  const found = attributeOf(item, attribute);
  switch (test) {
    case "equals":
      return found === value;
    case "contains":
      return typeof found === "string" || Array.isArray(found) ? found.includes(value as never) : false;
    case "between":
      return typeof found === "string" && found >= value[0]! && found <= value[1]!;
    case "oneOf":
      return value.includes(found as never);
    case "noneOf":
      return !value.includes(found as never);
  }
}

function attributeOf(item: Item, path: string): unknown {
  if (!path.includes(".")) return item[path];
  let found: unknown = item;
  for (const name of path.split(".")) found = (found as Record<string, unknown> | null | undefined)?.[name];
  return found;
}
