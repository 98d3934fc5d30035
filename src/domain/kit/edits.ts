import { canonicalText } from "./canonical-text";

/**
 * Corrections of editors by field: the new value, or the corrected items of a keyed list. Only a hub of before kept a keyed
 * list as a whole, as an array.
 */
export type Edits = Readonly<Record<string, unknown>>;

/** One item of a keyed list: the editor's value, `null` for a removed item. */
interface ItemEdit {
  readonly key: string;
  readonly item: unknown;
}

/** A list, because the store returns maps in any order. */
interface ListEdit {
  readonly items: readonly ItemEdit[];
}

/** The part of the definition of a record that says how its fields are edited. */
export interface EditedForm {
  /** The key of the items of a list; `null` for a field that is edited as a whole. */
  itemKey(field: string): ((item: unknown) => string) | null;
  /** Whether the hub sets the field from others, so that a source has no value of its own for it. */
  isDerived(field: string): boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** The earlier edits of a record, and those that make it `after`. */
export function addEdits(earlier: Edits, before: object, after: object, form: EditedForm): Edits {
  const [old, edited] = [before as Fields, after as Fields];
  const changed = Object.keys(edited).filter((field) => !isSame(old[field], edited[field]));
  const added = changed.map((field) => {
    const key = form.itemKey(field);
    const [from, to, known] = [old[field], edited[field], earlier[field]];
    if (key === null || !Array.isArray(from) || !Array.isArray(to) || Array.isArray(known))
      return [field, to] as const;
    const items = itemEdits(byKey(from, key), byKey(to, key));
    const renewed = new Set(items.map((each) => each.key));
    const kept = isListEdit(known) ? known.items.filter((each) => !renewed.has(each.key)) : [];
    return [field, { items: [...kept, ...items] } satisfies ListEdit] as const;
  });
  // Another order of the same items is no correction.
  return {
    ...earlier,
    ...Object.fromEntries(added.filter(([, edit]) => !isListEdit(edit) || edit.items.length > 0)),
  };
}

function itemEdits(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): ItemEdit[] {
  const removed = [...before.keys()].filter((key) => !after.has(key)).map((key) => ({ key, item: null }));
  const set = [...after].filter(([key, item]) => !isSame(before.get(key), item));
  return [...removed, ...set.map(([key, item]) => ({ key, item }))];
}

/** A record of a source with the corrections of editors: other items of their lists stay as the source has them. */
export function withEdits<T>(record: T, edits: Edits, { itemKey }: EditedForm): T {
  const stated = record as Fields;
  const corrected = Object.entries(edits).map(([field, edit]) => {
    const key = itemKey(field);
    return [field, key !== null && isListEdit(edit) ? correctedList(stated[field], edit, key) : edit];
  });
  return { ...record, ...Object.fromEntries(corrected) };
}

function correctedList(stated: unknown, { items }: ListEdit, key: (item: unknown) => string): unknown[] {
  const list = byKey(Array.isArray(stated) ? stated : [], key);
  for (const edit of items) {
    if (edit.item === null) list.delete(edit.key);
    else list.set(edit.key, edit.item);
  }
  return [...list.values()];
}

/** A value of a source that an edit replaces. */
export interface Overridden {
  readonly field: string;
  /** The key of the item in a list; `null` for a whole field. */
  readonly item: string | null;
  readonly source: unknown;
  /** `null` for a value that the editor removed. */
  readonly editor: unknown;
}

/** A source that states nothing is not overridden. */
export function overridden(record: object, edits: Edits, { itemKey, isDerived }: EditedForm): Overridden[] {
  const stated = record as Fields;
  const values = Object.entries(edits).flatMap(([field, edit]): Overridden[] => {
    if (isDerived(field)) return [];
    const [key, source] = [itemKey(field), stated[field]];
    if (key === null || !isListEdit(edit)) return [{ field, item: null, source, editor: edit }];
    const list = byKey(Array.isArray(source) ? source : [], key);
    return edit.items.map((each) => ({
      field,
      item: each.key,
      source: list.get(each.key),
      editor: each.item,
    }));
  });
  return values.filter(({ source, editor }) => isStated(source) && !isSame(source, editor));
}

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const isListEdit = (edit: unknown): edit is ListEdit =>
  typeof edit === "object" && edit !== null && Array.isArray((edit as Partial<ListEdit>).items);

const isSame = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) === canonicalText(b ?? null);

const byKey = (list: readonly unknown[], key: (item: unknown) => string): Map<string, unknown> =>
  new Map(list.map((item) => [key(item), item]));
