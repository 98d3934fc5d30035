import { recordsOfPages } from "../../src/ingest/acquire/pages";
import type { Records, RunQuery } from "../../src/ingest/kit/origin";
import { type Listed, wemiApi } from "./wemi.api";

/** Categories, or offers, per request: WeMi reads many tables for each. */
const atOnce = 10;

interface CatalogueService {
  readonly id: number;
  readonly name: string | null;
  readonly categories: number[];
}

/**
 * Everything that WeMi publishes: its categories, catalogue services and target groups, then each offer of a provider,
 * once. At the end, the gaps.
 */
export async function* wemiRecords(ask: RunQuery, { pages }: { readonly pages: number }): Records {
  const gaps: string[] = [];
  const api = wemiApi(ask, gaps);
  const known = await api.vocabularies();
  const categories = known.allCategorie ?? [];
  for (const { idCategoria: id, txTitoloCategoria: name } of categories)
    yield { record: "category", id, name };
  for (const { idDestinatario: id, txDestinatario: name, destinatariSecondoLivello } of known.destinatari ??
    []) {
    yield { record: "target", id, name, parent: null };
    for (const second of destinatariSecondoLivello ?? [])
      yield { record: "target", id: second.idDestinatario, name: second.txDestinatario, parent: id };
  }
  for (const service of await catalogueOf(api, known.services ?? [], categories)) {
    yield { record: "service", ...service };
    const offers = recordsOfPages(
      `The list of offers of service ${service.id}`,
      pages,
      ({ idServizioEnte }: Listed) => String(idServizioEnte),
      (page) => api.offersPage(service.id, page),
      (gap) => gaps.push(gap),
    );
    for await (const group of groupsOf(offers, atOnce)) {
      const details = await api.details(group.map(({ idServizioEnte }) => idServizioEnte));
      for (const offer of group)
        yield {
          record: "offer",
          ...offer,
          serviceName: service.name,
          categories: service.categories,
          detail: details.get(offer.idServizioEnte) ?? null,
        };
    }
  }
  return gaps;
}

/** Each service of the catalogue with its categories: WeMi gives these only for a queried category. */
async function catalogueOf(
  api: ReturnType<typeof wemiApi>,
  all: readonly { readonly serviceId: number; readonly name?: string | null | undefined }[],
  categories: readonly { readonly idCategoria: number }[],
): Promise<readonly CatalogueService[]> {
  const catalogue = new Map<number, CatalogueService>();
  const add = ({ serviceId: id, name = null }: (typeof all)[number]): CatalogueService => {
    const service = catalogue.get(id) ?? { id, name, categories: [] };
    catalogue.set(id, service);
    return service;
  };
  for (const each of all) add(each);
  for (let i = 0; i < categories.length; i += atOnce) {
    const ids = categories.slice(i, i + atOnce).map(({ idCategoria }) => idCategoria);
    for (const [category, services] of await api.servicesOfCategories(ids))
      for (const each of services) add(each).categories.push(category);
  }
  return [...catalogue.values()];
}

async function* groupsOf<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  for await (const value of values) {
    group.push(value);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
