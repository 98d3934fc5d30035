import { HubError } from "../../domain/kit/errors";
import { byText } from "../../domain/kit/order";
import type { AnySet } from "../../queries/exports/export-set";
import { exportSets } from "../../queries/exports/export-sets";
import { rowBatch } from "../../queries/exports/row-batch";
import type { Connection } from "../../queries/kit/connection";
import type { QueryContext } from "../../queries/kit/query-context";
import { whenLoaded } from "../../queries/kit/when-loaded";
import { codecOf } from "../../storage/records/hub-record";
import type { FileFormat } from "./formats/file-format";
import { fileFormats } from "./formats/file-formats";

/** Records of one filtered file: a table that a person looks at. */
const mostRecords = 5_000;
/** Records that are read at once. */
const pageSize = 100;

/**
 * The set and the form that a name of a file states; `null` for any other name.
 * @public Loaded when it is needed.
 */
export function fileNamed(name: string): { readonly set: AnySet; readonly format: FileFormat } | null {
  const dot = name.indexOf(".");
  const set = exportSets.find((each) => each.name === name.slice(0, dot));
  const format = fileFormats.find(({ extension }) => extension === name.slice(dot + 1));
  return dot > 0 && set && format?.fits(set) ? { set, format } : null;
}

/**
 * The rows of a set that meet the conditions of an address, as a file, in the order of the whole set.
 * @public Loaded when it is needed.
 * @param filter at least one condition of a set that has a list in the API.
 * @throws HubError LIMIT_EXCEEDED for more than 5,000 records, and the errors of the list in the API.
 */
export async function filteredFile(
  name: string,
  { set, format }: { readonly set: AnySet; readonly format: FileFormat },
  filter: Readonly<Record<string, unknown>>,
  context: QueryContext,
): Promise<Buffer> {
  const found: unknown[] = [];
  let after: string | null = null;
  do {
    const page: { readonly first: number; readonly after: string | null } = { first: pageSize, after };
    const { nodes, pageInfo }: Connection<unknown> = await whenLoaded(() =>
      set.find!.page(filter, page, context),
    );
    found.push(...nodes);
    if (found.length > mostRecords)
      throw new HubError("LIMIT_EXCEEDED", "exportRecords", { most: mostRecords, file: `/exports/${name}` });
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  const codec = codecOf(set.record);
  const keyOf = (record: unknown): string => {
    const { pk, sk } = codec.key(record);
    return `${pk} ${sk}`;
  };
  const inOrder = found
    .map((record) => ({ record, key: keyOf(record) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ record }) => record);
  const batch = await whenLoaded(() => rowBatch(set, inOrder, context));
  const writer = format.writer(set);
  const pieces = [writer.begin(), batch.objects.length === 0 ? "" : writer.rows(batch), writer.end()];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array)));
}
