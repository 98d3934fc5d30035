import { byText } from "./order";
/** JSON with properties in the order of their names: DynamoDB returns maps in any order. */
export const canonicalText = (value: unknown): string => JSON.stringify(value, sortedKeys);

const sortedKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)))
    : value;
