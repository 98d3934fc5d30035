import { unzipped, zipped } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { recordTypeOf } from "../records/hub-record";
import { keys } from "../records/keys";
import type { RecordPlace } from "../records/retire";
import type { PendingWrite } from "../records/save";
import { indexAttributes } from "../records/stored-item";

/** One record that a run was about to write. */
export interface JournalEntry extends RecordPlace {
  /**
   * For records without a history, the former item with its edges; empty if there was none, `null` if there is a
   * history.
   */
  readonly images: readonly Item[] | null;
}

export interface ImportJournal {
  /** To be called before the writes: the journal of a killed run may list more than it wrote, never less. */
  note(writes: readonly PendingWrite[]): Promise<void>;
}

/** The journal of a run: one item for each hundred written records, none for unchanged ones. */
export function openJournal(table: Table, runCode: string): ImportJournal {
  let number = 0;
  return {
    async note(writes) {
      if (writes.length === 0) return;
      const at = number++;
      const lines: unknown[] = [];
      const images: Item[] = [];
      for (const { codec, key, record, header } of writes) {
        const code = record === null ? String((header as Item | null)?.code) : codec.code(record);
        const before = codec.audited
          ? null
          : await table.batchGet(header === null ? [] : [key, ...header.edgeKeys], undefined, true);
        lines.push([codec.type, key.pk, key.sk, code, before && [images.length, before.length]]);
        images.push(...(before ?? []));
      }
      await table.batchWrite({
        puts: images.map((item, i) => asImage(item, keys.importJournal(runCode, at, i))),
      });
      await table.put({
        ...keys.importJournal(runCode, at),
        lines: await zipped(lines.map((line) => JSON.stringify(line)).join("\n")),
      });
    },
  };
}

/** All records that a run was about to write, in the order of writing. */
export async function readJournal(table: Table, runCode: string): Promise<JournalEntry[]> {
  const { pk } = keys.importJournal(runCode, 0);
  const { items } = await table.query({ partition: pk, consistent: true }, maxItems);
  const entries: JournalEntry[] = [];
  for (const item of items.filter(({ lines }) => lines !== undefined)) {
    const images = items.filter(({ sk }) => sk.startsWith(`${item.sk}#`)).map(fromImage);
    const text = await unzipped(item.lines as Uint8Array);
    for (const line of text.split("\n")) {
      const [itemType, entryPk, sk, code, range] = JSON.parse(line) as Line;
      entries.push({
        type: recordTypeOf(itemType),
        key: { pk: entryPk, sk },
        code,
        images: range && images.slice(range[0], range[0] + range[1]),
      });
    }
  }
  return entries;
}

type Line = [string, string, string, string, [number, number] | null];

const maxItems = 1_000_000;

/** In no index, and under a key other than that of the original. */
const asImage = (item: Item, key: Key): Item => {
  const own = Object.entries(item).filter(([attribute]) => !indexAttributes.has(attribute));
  const indexed = Object.entries(item).filter(([attribute]) => indexAttributes.has(attribute));
  return {
    ...Object.fromEntries(own),
    ...key,
    image: { key: { pk: item.pk, sk: item.sk }, ...Object.fromEntries(indexed) },
  };
};

const fromImage = ({ image, ...item }: Item): Item => {
  const { key, ...indexed } = image as { readonly key: Key };
  return { ...item, ...indexed, ...key };
};
