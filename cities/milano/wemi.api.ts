import * as z from "zod";
import { HubError } from "../../src/domain/kit/errors";
import type { ApiPage } from "../../src/ingest/acquire/pages";
import type { RunQuery } from "../../src/ingest/kit/origin";
import { offerDetail, offerListed } from "./wemi.rows";

/**
 * Queries that WeMi's published schema marks as free for everybody, without the personal fields of their answers: no
 * contact persons, first contacts, e-mail addresses or users.
 */
const vocabulariesQuery = `query Vocabularies {
  allCategorie { idCategoria txTitoloCategoria }
  destinatari { idDestinatario txDestinatario destinatariSecondoLivello { idDestinatario txDestinatario } }
  services { serviceId name }
}`;

const offersQuery = `query Offers($service: Int!, $page: Int!, $size: Int!) {
  RicercaServizi(idServizioRiferimento: $service, page: $page, itemsPerPage: $size, filters: {}) {
    totalItems
    data {
      idEnte nomeEnte nomeEnteCompleto idServizioRiferimento idServizioEnte
      cdTipoOffertaServizio imPrezzoMinimo tlTestoAggettivo spaziWeMi { id label }
    }
  }
}`;

const detailFields = `{
  nomeServizio tl_descrizione_serv_erog_ente tl_procedura_attivazione is_018
  js_dati_prezzo {
    cdTipoOffertaServizio dataInizio dataFine txNoteAlPrezzo
    listinoPrezzi { qtPersoneDa qtPersoneA offerta { qtUnitaDa qtUnitaA valore } }
  }
  listaMunicipiServiti { idMunicipio }
  listaDestinatariPrimoLivello { idDestinatario }
  listaDestinatariSecondoLivello { idDestinatario }
  listaPeriodiErogazione { tl_valore_testuale }
  sediErogatrici { id_sede js_sede }
}`;

const pageSize = 50;

const id = z.number().int();
const services = z.array(z.object({ serviceId: id, name: z.string().nullish() })).nullish();
const target = z.object({ idDestinatario: id, txDestinatario: z.unknown() });
const vocabularies = z.object({
  allCategorie: z.array(z.object({ idCategoria: id, txTitoloCategoria: z.unknown() })).nullish(),
  destinatari: z.array(target.extend({ destinatariSecondoLivello: z.array(target).nullish() })).nullish(),
  services,
});
const offers = z.object({
  RicercaServizi: z.object({ totalItems: z.number().nullish(), data: z.array(offerListed).nullish() }),
});

export type Listed = z.infer<typeof offerListed>;
type Services = NonNullable<z.infer<typeof services>>;

/** The few queries to WeMi. Its gaps go to `gaps`. */
export function wemiApi(ask: RunQuery, gaps: string[]) {
  const answered = async <T>(form: z.ZodType<T>, query: string, variables = {}): Promise<T> => {
    const { data, errors } = await ask(query, variables);
    gaps.push(...errors);
    const parsed = form.safeParse(data);
    if (parsed.success) return parsed.data;

    const at = parsed.error.issues[0]!.path.join(".");
    throw new HubError(
      "SOURCE_UNREADABLE",
      "ownApi",
      { name: "WeMi", at, file: "cities/milano/wemi.api.ts" },
      { where: at || "origin" },
    );
  };
  return {
    vocabularies: () => answered(vocabularies, vocabulariesQuery),
    async servicesOfCategories(ids: readonly number[]): Promise<ReadonlyMap<number, Services>> {
      const fields = ids.map((c) => `c${c}: services(filters: { idCategoria: ${c} }) { serviceId name }`);
      const data = await answered(z.record(z.string(), services), `query Services { ${fields.join(" ")} }`);
      return new Map(ids.map((c) => [c, data[`c${c}`] ?? []]));
    },
    async offersPage(service: number, page: number): Promise<ApiPage<Listed>> {
      const variables = { service, page, size: pageSize };
      const { RicercaServizi: found } = await answered(offers, offersQuery, variables);
      // Without offers it gives no number either.
      const total = found.totalItems ?? 0;
      return { records: found.data ?? [], total, last: page * pageSize >= total };
    },
    /** By id of the offer; `null` for an answer of unknown form. */
    async details(ids: readonly number[]): Promise<ReadonlyMap<number, z.infer<typeof offerDetail> | null>> {
      const fields = ids.map(
        (o) => `o${o}: EstraiDettaglioAmministrativoServizioEnte(id_servizio_ente: ${o}) ${detailFields}`,
      );
      const data = await answered(z.record(z.string(), z.unknown()), `query Details { ${fields.join(" ")} }`);
      return new Map(
        ids.map((o) => {
          const { data: detail, error } = offerDetail.nullish().safeParse(data[`o${o}`]);
          if (error) gaps.push(`o${o}.${error.issues[0]!.path.join(".")}: not of the form that is known`);
          return [o, detail ?? null];
        }),
      );
    },
  };
}
