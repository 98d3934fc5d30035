import { HubError } from "../../domain/kit/errors";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import type { Codec } from "./codec";
import { editorsOrigin } from "./override";
import { ownershipGuard } from "./ownership";
import {
  type Authorship,
  type Content,
  type Header,
  headersOf,
  idOf,
  isTombstone,
  nextItem,
} from "./stored-item";
import { edgesOf, repairEdges, writeVersion } from "./write-version";

export interface Edit extends Pick<Authorship, "changedBy" | "reason" | "edits" | "reviewedBy"> {
  /** `null` for a record that must not exist yet, else the version that the editor has seen. */
  readonly expectedVersion: number | null;
  readonly requestKey: string | null;
  /** Codes of the records that the edit merges into this one; unchanged when absent. */
  readonly formerCodes?: readonly string[];
  /** The header, or the whole item, as it was just read; read here if absent. */
  readonly header?: Header | null;
  /** The organisation that must own the record; `null` for an author who may change every record. */
  readonly owner: string | null;
  /** The record before the edit; `null` for a new one. */
  readonly before: unknown;
  /** Instant of the edit, ISO 8601 UTC. */
  readonly now: string;
}

/**
 * Writes one version of one record, or nothing.
 * @returns its version.
 * @throws HubError ALREADY_EXISTS, UNKNOWN_CODE or VERSION_CONFLICT if the record is not as the editor has seen it, FORBIDDEN if
 * the organisation does not own it.
 */
export async function writeEdit<T>(
  table: Table,
  codec: Codec<T>,
  key: Key,
  content: Content<T>,
  edit: Edit,
): Promise<number> {
  const { expectedVersion, now, header: given, owner, before, ...author } = edit;
  const name = `${codec.type} ${"record" in content ? codec.code(content.record) : content.gone}`;
  // The write is conditional on the version in it.
  const header = given === undefined ? ((await headersOf(table, [key])).get(idOf(key)) ?? null) : given;
  checkExpected(name, header, expectedVersion);
  const edges = "record" in content ? edgesOf(codec, content.record, now) : [];
  const authorship = { origin: editorsOrigin, ...author };
  const item = nextItem(codec, key, content, header, authorship, now, edges);
  const record = "record" in content ? content.record : null;
  const records = [before, record].filter((each) => each !== null) as T[];
  const guard = owner === null ? undefined : ownershipGuard(codec, records, header === null, owner);
  await ifUnchanged(writeVersion(table, codec, item, header, edges, guard), async () => {
    await repairEdges(table, codec, key, { record, written: edges, header });
    const current = (await headersOf(table, [key])).get(idOf(key)) ?? null;
    // Nothing of the item changed: another record on which its owner depends did.
    if (owner !== null && (current?.version ?? null) === expectedVersion)
      throw new HubError("FORBIDDEN", "notOwn", { name, organization: owner }, { where: "code" });
    throw conflict(name, current?.version ?? 0, expectedVersion);
  });
  return item.version;
}

function checkExpected(name: string, header: Header | null, expectedVersion: number | null): void {
  const isThere = header !== null && !isTombstone(header);
  if (expectedVersion === null) {
    if (header !== null)
      throw new HubError("ALREADY_EXISTS", isThere ? "record" : "retired", { name }, { where: "code" });
    return;
  }
  if (!isThere) throw new HubError("UNKNOWN_CODE", "gone", { name }, { where: "code" });
  if (header.version !== expectedVersion) throw conflict(name, header.version, expectedVersion);
}

export const conflict = (
  name: string,
  version: number,
  expected: number | null,
  where = "expectedVersion",
): HubError => new HubError("VERSION_CONFLICT", "otherVersion", { name, version, expected }, { where });
