/** JSON with properties in the order of their names: DynamoDB returns maps in any order. */
export const canonicalText = (value: unknown): string =>
  // What was written in this order is mostly read in it, and needs no copy.
  JSON.stringify(isInOrder(value) ? value : sorted(value));

/** Whether JSON.stringify writes a plain value in the order of the names by itself. */
function isInOrder(value: unknown): boolean {
  if (value === null || typeof value !== "object") return true;
  if (hasOwnForm(value)) return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = "";
  for (const [name, each] of Object.entries(value)) {
    if (name < last || !isInOrder(each)) return false;
    last = name;
  }
  return true;
}

/** A copy of the value: JSON.stringify with a function that sorts each object takes longer. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (hasOwnForm(value)) return sorted(value.toJSON());
  if (Array.isArray(value)) return value.map(sorted);
  const of = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  // By UTF-16 units, as `byText`. A property of this name would be the prototype of the copy.
  for (const name of Object.keys(of).sort())
    if (name === "__proto__")
      Object.defineProperty(copy, name, { value: sorted(of[name]), enumerable: true });
    else copy[name] = sorted(of[name]);
  return copy;
}

const hasOwnForm = (value: object): value is { toJSON(): unknown } =>
  "toJSON" in value && typeof value.toJSON === "function";
