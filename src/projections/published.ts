import { canonicalText } from "../domain/kit/canonical-text";
import { documentIds, documentText, draftOf } from "../storage/documents/document-items";
import { documentStore } from "../storage/documents/document-store";
import { publishDocuments } from "../storage/documents/publish-documents";
import type { Key } from "../storage/engine/key";
import {
  type Changes,
  type Drift,
  driftsBetween,
  type Projection,
  type Refreshed,
  type Work,
} from "./projection";

/**
 * A projection that readers get as documents. Its computation is declared in chunks: the chunks in which a record
 * appears, the partial result of a chunk, and how partial results merge into documents. Today a change recomputes all
 * chunks of its scope; stored partial results would limit that to the changed chunks.
 */
export interface PublishedSpec<Shared, Material, Partial> {
  readonly name: string;
  /** The chunks in which an item appears; none if no document shows it, ALL if any chunk may. */
  chunksOf(key: Key): readonly string[] | "ALL";
  /** Records that several scopes need, read once for all of them. */
  shared(work: Work): Promise<Shared>;
  /** The scopes that show the changes: all documents of a scope are published under one version. */
  scopes(work: Work, changes: Changes): Promise<readonly string[]>;
  /** The input of a scope's documents. */
  material(work: Work, shared: Shared, scope: string): Promise<Material>;
  /** The chunks of a scope, in the order in which they are merged. */
  chunks(material: Material): readonly string[];
  partial(material: Material, chunk: string): Partial;
  /** The documents of a scope by name. */
  merge(material: Material, partials: readonly Partial[]): ReadonlyMap<string, unknown>;
  /** Saves further items, after all scopes are published. */
  published?(work: Work, shared: Shared): Promise<void>;
}

function documentsOf<S, M, P>(
  { chunks, partial, merge }: Pick<PublishedSpec<S, M, P>, "chunks" | "merge" | "partial">,
  material: M,
): ReadonlyMap<string, unknown> {
  return merge(
    material,
    chunks(material).map((chunk) => partial(material, chunk)),
  );
}

export function published<S, M, P>(spec: PublishedSpec<S, M, P>): Projection {
  const documentsIn = async (work: Work, shared: S, scope: string) =>
    documentsOf(spec, await spec.material(work, shared, scope));

  return {
    name: spec.name,

    affectedBy: (key) => spec.chunksOf(key).length > 0,

    async rebuild(work, changes) {
      const { table, check } = work;
      const { now } = work.save;
      const scopes = await spec.scopes(work, changes);
      if (scopes.length === 0) return [];
      const store = documentStore(table);
      const seen = new Map<string, number>();
      for (const scope of scopes) seen.set(scope, (await store.manifest(scope))?.version ?? 0);
      const shared = await spec.shared(work);
      const refreshed: Refreshed[] = [];
      for (const scope of scopes) {
        // Records read before another writer published may be older than that writer's.
        const make = async (version: number) => {
          const own = version === seen.get(scope) ? shared : await spec.shared(work);
          const documents = await documentsIn(work, own, scope);
          return new Map([...documents].map(([id, document]) => [id, draftOf(document)]));
        };
        refreshed.push({ scope, written: await publishDocuments(table, scope, make, { now, check }) });
      }
      await spec.published?.(work, shared);
      return refreshed;
    },

    async verify(work) {
      const { table } = work;
      const shared = await spec.shared(work);
      const drifts: Drift[] = [];
      for (const scope of await spec.scopes(work, "EVERYTHING")) {
        const documents = await documentsIn(work, shared, scope);
        const wanted = new Map([...documents].map(([id, document]) => [id, canonicalText(document)]));
        const stored = new Map<string, string | null>();
        const manifest = await documentStore(table, true).manifest(scope);
        for (const id of manifest
          ? new Set([...wanted.keys(), ...(await documentIds(table, scope, manifest))])
          : [])
          stored.set(id, await documentText(table, scope, id, manifest!, true));
        drifts.push(...driftsBetween(scope, wanted, stored));
      }
      return drifts;
    },
  };
}
