import DataLoader from "dataloader";
import { citiesScope } from "../../domain/indicators/series-document";
import type { AreaLevel } from "../../domain/places/area";
import type { Repositories } from "../../storage";

interface DocumentName {
  readonly scope: string;
  readonly id: string;
}

/**
 * Published documents. Those of one scope that a step of a query requests have the same version. A scope without
 * published documents is read once.
 */
export const publishedDocuments = ({ snapshots }: Repositories) => {
  const empty = new Set<string>();
  return new DataLoader<DocumentName, unknown, string>(
    async (names) => {
      const idsOf = new Map<string, string[]>();
      for (const { scope, id } of names) idsOf.set(scope, [...(idsOf.get(scope) ?? []), id]);
      const found = new Map<string, unknown>();
      await Promise.all(
        [...idsOf].map(async ([scope, ids]) => {
          const together = empty.has(scope) ? null : await snapshots.documents(scope, ids);
          if (together === null) empty.add(scope);
          for (const [i, id] of ids.entries())
            found.set(nameOf({ scope, id }), together?.documents[i] ?? null);
        }),
      );
      return names.map((name) => found.get(nameOf(name)));
    },
    { cacheKeyFn: nameOf },
  );
};

function nameOf({ scope, id }: DocumentName): string {
  return `${scope} ${id}`;
}

type PublishedDocuments = ReturnType<typeof publishedDocuments>;

/** The scope in which the figures of a level are published; `null` for several cities. */
export const scopeOf = async (
  level: AreaLevel,
  city: string | null | undefined,
  { onlyCity }: { readonly onlyCity: { load(): Promise<string | null> } },
): Promise<string | null> => (level === "CITY" ? citiesScope : (city ?? onlyCity.load()));

/** A document by name; `null` if it is not published. */
export const loadDocument = async <T>(
  { publishedDocument }: { readonly publishedDocument: PublishedDocuments },
  scope: string,
  id: string,
): Promise<T | null> => (await publishedDocument.load({ scope, id })) as T | null;
