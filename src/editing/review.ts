import { type Caller, may } from "../domain/identity/caller";
import { HubError } from "../domain/kit/errors";
import type { TableRepositories } from "../storage";
import type { Codec } from "../storage/records/codec";
import type { EditableRecord, EditableType } from "./editable";
import { editableOf } from "./editables";

/**
 * Whether the cities of a record want to accept changes of its type. A record without an area of a known city may be of any.
 * @throws HubError FORBIDDEN for a caller who must propose the change.
 */
export async function checkReviewed(
  { cityCalendars }: { readonly cityCalendars: Pick<TableRepositories["cityCalendars"], "all"> },
  type: EditableType,
  record: EditableRecord,
  by: Caller,
): Promise<void> {
  if (may(by, "REVIEW")) return;
  const codec = editableOf(type).codec as Codec<EditableRecord>;
  const cities = await cityCalendars.all();
  const areaCodes = codec.areas?.(record) ?? [];
  const own = cities.filter(({ code }) => areaCodes.includes(code));
  const isReviewed = (own.length > 0 ? own : cities).some(({ reviewedTypes = [] }) =>
    reviewedTypes.some((each) => each === codec.type),
  );
  if (isReviewed) throw new HubError("FORBIDDEN", "reviewed", { type: codec.type });
}
