import { byText } from "./order";

/** JSON with properties in the order of their names: DynamoDB returns maps in any order. */
export const canonicalText = (value: unknown): string => JSON.stringify(sorted(value));

/** A copy of the value: JSON.stringify with a function that sorts each object takes longer. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return sorted(value.toJSON());
  if (Array.isArray(value)) return value.map(sorted);
  const of = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(of).sort(byText);
  return Object.fromEntries(names.map((name) => [name, sorted(of[name])]));
}
