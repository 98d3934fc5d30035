import { canonicalText } from "../../domain/kit/canonical-text";
import { type LocalizedText, valueIn } from "../../domain/kit/localized-text";
import { hsdsId } from "../../storage/documents/hsds-id";

type Names<T, IsNull> = {
  [K in keyof T]-?: null extends T[K] ? (IsNull extends true ? K : never) : IsNull extends true ? never : K;
}[keyof T];

/** The fields without null: those that can be null are optional. */
type Present<T> = { [K in Names<T, false>]: T[K] } & { [K in Names<T, true>]?: Exclude<T[K], null> };

/** The fields with a value: HSDS has no null, and an empty list says nothing. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== null && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  return kept as Present<T>;
}

/**
 * A row nested in another one. Its id follows from its owner and its content, so that it stays as long as both do.
 * @param owner id of the row that has it.
 */
export function nested<T extends object>(
  table: string,
  owner: string,
  fields: T,
): Present<T> & { id: string } {
  const own = present(fields);
  return { id: hsdsId(table, `${owner} ${canonicalText(own)}`), ...own };
}

/** The Italian text; in its original language if there is no Italian one. */
export const said = (text: LocalizedText | null): string | null => valueIn(text, "it") || null;

/** For fields that the schema demands and no source fills in. */
export const noDescription = "Descrizione non disponibile.";
