import type { Caller } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import { type Centre, mergeCentre } from "../../domain/places/centre";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import type { EditableRecord, EditableType } from "../../editing/editable";
import { editableOf } from "../../editing/editables";
import { checkKept, checkOwned, ownerFor } from "../../editing/ownership";
import { checkReviewed } from "../../editing/review";
import type { Refuse } from "../../ingest/run/save-each";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import type { HubRecord } from "../../storage/records/hub-record";
import { once } from "../once";

const uploaded: ReadonlySet<string> = new Set<EditableType>([
  "centre",
  "milestone",
  "organization",
  "service",
  "serviceAtLocation",
]);

/**
 * The rules of a mutation for the records of an uploaded file: its caller changes what it owns, and what the city does not review; the
 * city itself changes all of them. Other types are for imports, which at AWS may also replace entries of histories.
 */
export function refusalsFor(table: Table, by: Caller): Refuse {
  // The same for all rows of a file.
  const all = once(() => tableRepositories(table).cityCalendars.all());
  /** Codes of services of this file: a dry run does not store them. */
  const own = new Set<string>();
  const isOfCity = ownerFor(by) === null;

  async function check({ type, record }: HubRecord): Promise<void> {
    if (!uploaded.has(type)) throw new HubError("FORBIDDEN", "notUploaded", { type });
    if (isOfCity) return;
    const editable = type as EditableType;
    const given = record as EditableRecord;
    const item = await table.get(editableOf(editable).codec.key(given as never), true);
    const before = (item?.record ?? null) as EditableRecord | null;
    if (before !== null) await checkOwned(table, editable, before, by, "code");
    // Facts of other sources stay, so its manager may come from one of them.
    const isCentre = type === "centre" && before !== null;
    const after = isCentre ? mergeCentre(before as Centre, given as Centre) : given;
    const isOfOwnService =
      type === "serviceAtLocation" && own.has((given as ServiceAtLocation).serviceCode) && before === null;
    if (!isOfOwnService) await checkKept(table, editable, before as never, after as never, by, "code");
    await checkReviewed({ cityCalendars: { all } }, editable, after, by);
    if (type === "service") own.add(given.code);
  }

  return async (record) => {
    try {
      await check(record);
      return null;
    } catch (error) {
      if (error instanceof HubError && error.code === "FORBIDDEN") return error;
      throw error;
    }
  };
}
