import { canonicalText } from "./canonical-text";
import type { EditedForm } from "./edits";
import { HubError } from "./errors";

/** A field that two editors changed in different ways. */
export interface FieldConflict {
  readonly field: string;
  /** The value from which both began. */
  readonly base: unknown;
  /** The stored value. */
  readonly theirs: unknown;
  /** The wanted value. */
  readonly yours: unknown;
}

interface Merged {
  /** The wanted values that the stored record does not have yet. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: readonly FieldConflict[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A change of an earlier version, applied to the stored one: field by field, and item by item in lists that are edited so.
 * @param base the record in the version that the editor has seen.
 * @param theirs the stored record.
 * @param yours the wanted values of some fields.
 */
export function threeWayMerge(base: object, theirs: object, yours: object, form: EditedForm): Merged {
  const [old, now] = [base as Fields, theirs as Fields];
  const fields: Record<string, unknown> = {};
  const conflicts: FieldConflict[] = [];
  for (const [field, wanted] of Object.entries(yours)) {
    if (isSame(old[field], wanted) || isSame(now[field], wanted)) continue;
    const merged = isSame(old[field], now[field])
      ? { value: wanted }
      : mergedList(old[field], now[field], wanted, form.itemKey(field));
    if (merged === null) conflicts.push({ field, base: old[field], theirs: now[field], yours: wanted });
    else fields[field] = merged.value;
  }
  return { fields, conflicts };
}

/** `null` if both changed one item, or if it is no list of items with a key. */
function mergedList(
  base: unknown,
  theirs: unknown,
  yours: unknown,
  key: ((item: unknown) => string) | null,
): { readonly value: unknown } | null {
  if (key === null || !(Array.isArray(base) && Array.isArray(theirs) && Array.isArray(yours))) return null;
  const [old, now, wanted] = [base, theirs, yours].map(
    (list: readonly unknown[]) => new Map(list.map((item) => [key(item), item])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const merged = new Map(now);
  for (const name of new Set([...old.keys(), ...wanted.keys()])) {
    const item = wanted.get(name);
    if (isSame(old.get(name), item) || isSame(now.get(name), item)) continue;
    if (!isSame(old.get(name), now.get(name))) return null;
    if (item === undefined) merged.delete(name);
    else merged.set(name, item);
  }
  return { value: [...merged.values()] };
}

const isSame = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) === canonicalText(b ?? null);

/** Somebody else changed the same fields. It has every such field with its three values. */
export class FieldConflictError extends HubError<"VERSION_CONFLICT", "sameFields"> {
  constructor(
    name: string,
    version: number,
    expected: number,
    readonly conflicts: readonly FieldConflict[],
  ) {
    const fields = conflicts.map(({ field }) => field);
    super(
      "VERSION_CONFLICT",
      "sameFields",
      { name, version, expected, fields },
      { where: "expectedVersion" },
    );
  }
}
