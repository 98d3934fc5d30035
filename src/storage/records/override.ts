import { type Overridden, overridden } from "../../domain/kit/edits";
import type { Codec } from "./codec";
import { type Header, isTombstone } from "./stored-item";

/** Origin of edits through the API. */
export const editorsOrigin = "editors";

/** Origin of the facts that come with the hub. Imported facts replace them. */
export const starterOrigin = "starter";

/** A record in which an editor has priority over a source. */
export interface Override extends Omit<Overridden, "field"> {
  /** Type, as `Centre`, and code. */
  readonly type: string;
  readonly code: string;
  /** `null` for a whole record, which an editor retired or merged into another. */
  readonly field: string | null;
}

/** The edits of a stored record that have priority over the record of a source. */
export function overridesOf<T>(codec: Codec<T>, incoming: T, header: Header | null): Override[] {
  if (header === null || codec.edited === undefined) return [];
  const of = { type: codec.type, code: codec.code(incoming) };
  if (isTombstone(header))
    return header.origin === editorsOrigin
      ? [{ ...of, field: null, item: null, source: incoming, editor: null }]
      : [];
  return overridden(incoming as object, header.edits ?? {}, codec.edited).map((each) => ({ ...of, ...each }));
}
