import { type ChangeCriteria, changeRepository } from "../../src/storage/changes/change.repository";
import { loaded } from "../../src/storage/engine/reader";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { keys } from "../../src/storage/records/keys";
import { saveAll } from "../../src/storage/records/save";
import { publishSnapshot } from "../../src/storage/snapshots/publish-snapshot";
import { type Root, rootKey } from "../../src/storage/snapshots/root";
import { Snapshot } from "../../src/storage/snapshots/snapshot";
import { SnapshotStore, snapshotsOf } from "../../src/storage/snapshots/snapshot-store";
import { aCentre } from "./builders";
import { everyItem } from "./table-state";
import { startTable } from "./test-table";

/** One store with processes whose clocks differ; time goes on by a millisecond with each look at any clock. */
export async function startProcesses() {
  let time = Date.parse("2026-01-01T12:00:00.000Z");
  const { name, client } = await startTable();
  const processWith = (skewMs = 0): Table =>
    new Table(
      name,
      client,
      async () => undefined,
      () => new Date(time++ + skewMs).toISOString(),
    );
  const wait = (ms: number): void => {
    time += ms;
  };
  return { processWith, wait };
}

type CentreFields = Parameters<typeof aCentre>[0];

/** Writes centres without publishing them. */
export const saveCentres = (table: Table, codes: readonly string[], fields: CentreFields = {}) =>
  saveAll(
    table,
    codecs.centre,
    codes.map((code) => aCentre({ ...fields, code })),
    { origin: "ds1", now: table.clock() },
  );

/** Publishes what a process wrote. */
export const publish = (table: Table) =>
  publishSnapshot(snapshotsOf(table), {
    written: table.unpublished.take(),
    derive: () => new Map(),
    now: table.clock(),
  });

export async function publishCentres(table: Table, codes: readonly string[], fields: CentreFields = {}) {
  await saveCentres(table, codes, fields);
  return publish(table);
}

/** The changes that a request to a process gets, which reads the present version or an earlier one. */
export const changesIn = (table: Table, root?: Root) =>
  changeRepository(table, () => root ?? snapshotsOf(table).look());

/** The names of the centres of the present version, by code. */
export async function centresIn(table: Table, root?: Root): Promise<Record<string, unknown>> {
  const store = new SnapshotStore(table);
  const snapshot = new Snapshot(store, root ?? (await store.look()));
  const { listPk } = keys.list.records("Centre", "");
  const { items } = await loaded(() => snapshot.query({ index: "list", partition: listPk }, 1_000));
  return Object.fromEntries(items.map(({ code, record }) => [code, (record as { name: string }).name]));
}

/**
 * A client that follows the changes, of any process: what it was given, and a copy of the centres, in which it changes nothing but
 * what it was given.
 */
export function follower(hub: Table, first = 3, criteria: ChangeCriteria = {}) {
  const versions = new Map<string, number>();
  const given: string[] = [];
  const copy = new Map<string, unknown>();
  let cursor: string | null = null;
  let isReading = false;
  /** Reads one page. @returns whether another one follows. */
  const readPage = async (from = hub): Promise<boolean> => {
    const root = await snapshotsOf(from).look();
    const page = await changesIn(from, root).page(criteria, { first, after: cursor });
    const now = page.edges.length === 0 ? {} : await centresIn(from, root);
    for (const { node } of page.edges) {
      given.push(node.code);
      versions.set(node.code, node.version);
      // A record that is gone in this version has a later change.
      if (node.action === "RETIRE" || node.action === "MERGE") copy.delete(node.code);
      else copy.set(node.code, now[node.code]);
    }
    cursor = page.endCursor;
    return page.hasNextPage;
  };
  return {
    versions,
    given,
    copy: () => Object.fromEntries([...copy].filter(([, name]) => name !== undefined).sort()),
    cursor: () => cursor,
    readPage,
    /** Reads to the end, unless it does so already. */
    async follow(from = hub): Promise<void> {
      if (isReading) return;
      isReading = true;
      while (await readPage(from));
      isReading = false;
    },
  };
}

/** A copy of everything that is stored, to put back later. */
export async function backupOf(table: Table): Promise<() => Promise<void>> {
  const items = await everyItem(table);
  return async () => {
    await table.batchWrite({ deletes: await everyItem(table) });
    await table.batchWrite({ puts: items });
    table.unpublished.take();
  };
}

/**
 * Before the version of a publication is committed, something else happens, once.
 * @returns ends this, for a publication that had nothing to commit.
 */
export function beforeCommit(table: Table, happens: () => Promise<unknown>): () => void {
  const update = table.update.bind(table);
  let isOver = false;
  table.update = async (key, what) => {
    if (key === rootKey && what.when !== undefined && !isOver) {
      isOver = true;
      await happens();
    }
    return update(key, what);
  };
  return () => {
    isOver = true;
  };
}
