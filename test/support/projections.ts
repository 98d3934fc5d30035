import { canonicalText } from "../../src/domain/kit/canonical-text";
import type { Drift, Refreshed } from "../../src/projections/projection";
import { refresh, verify as verifyProjections } from "../../src/projections/refresh";
import { createRepositories, type Repositories } from "../../src/storage";
import { isDocumentKey } from "../../src/storage/documents/document.repository";
import type { Key } from "../../src/storage/engine/key";
import { loaded } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import { keys } from "../../src/storage/records/keys";
import { allPlaces } from "../../src/storage/snapshots/check-snapshot";
import { keyAt } from "../../src/storage/snapshots/published-items";
import { Snapshot } from "../../src/storage/snapshots/snapshot";
import { snapshotsOf } from "../../src/storage/snapshots/snapshot-store";

const besideNumbers = ["locations", "search", "services"];
const ofNumbers = ({ scope }: Refreshed): boolean => !besideNumbers.includes(scope);

/**
 * Rebuilds all documents, as after a change of an area, which each of them shows. Lists of services stay: some suites have lists
 * of services that they do not have. @returns what became of the documents of numbers and totals.
 */
export const rebuild = (table: Table, now: string): Promise<Refreshed[]> =>
  followChanges(table, [keys.record("Area", "any")], now);

/** As the stream does it, which knows keys alone. @returns what became of the documents of numbers and totals. */
export const followChanges = async (
  table: Table,
  changed: readonly Key[],
  now: string,
): Promise<Refreshed[]> => {
  const changes = changed.map((key) => ({ key }));
  return (await refresh(table, changes, { now })).refreshed.filter(ofNumbers);
};

/** What of the published items and documents is not what the table says. */
export const verify = async (table: Table): Promise<readonly Drift[]> =>
  (await verifyProjections(table)).drifts.filter(({ scope }) => scope === "snapshot");

/** What is published now: questions about it are asked with `loaded`. */
export async function publishedRepositories(table: Table): Promise<Repositories> {
  const store = snapshotsOf(table);
  return createRepositories(new Snapshot(store, await store.look()));
}

/** The answer to one question, from what is published now. */
export async function fromPublished<T>(table: Table, ask: (repositories: Repositories) => T) {
  const repositories = await publishedRepositories(table);
  return loaded(() => ask(repositories));
}

/** Published documents as texts, by scope and name. */
export async function publishedDocuments(table: Table): Promise<Map<string, string>> {
  const store = snapshotsOf(table);
  const root = await store.look();
  const keysOfDocuments = ((await allPlaces(store, root)) ?? []).map(keyAt).filter(isDocumentKey);
  const items = await loaded(() => new Snapshot(store, root).batchGet(keysOfDocuments));
  return new Map(
    items.map(({ pk, sk, document }) => [`${pk.slice("Document#".length)} ${sk}`, canonicalText(document)]),
  );
}

/** Names of the documents that differ between two publications. */
export const changedDocuments = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
