import { buildSchema, graphql } from "graphql";
import type { AnswerTo } from "./misbehaving-server";
import { sendsJson } from "./misbehaving-server";

/** The part of WeMi's published schema (Comune-Milano/wemi, release of 2023-01-26) that the hub asks. */
const schema = buildSchema(`
  scalar JSON
  scalar Timestamp
  type Categoria { idCategoria: Int! txTitoloCategoria: JSON }
  type Destinatario { idDestinatario: Int! txDestinatario: JSON destinatariSecondoLivello: [DestinatarioSecondoLivello] }
  type DestinatarioSecondoLivello { idDestinatario: Int! txDestinatario: JSON idDestinatarioPrimoLivello: Int }
  type Service { serviceId: Int name: String categoryId: Int }
  input ServiceFilter { tag: String idCategoria: Int is0_18: Boolean }
  type FiltriLabel { id: Int label: String }
  input FiltriRicercaServizi { gratuito: Boolean municipio: Int orderBy: Int }
  type ServiziResult { itemsPerPage: Int page: Int totalItems: Int data: [ServiziPayload] }
  type ServiziPayload {
    idEnte: Int nomeEnte: String nomeEnteCompleto: String idServizioRiferimento: Int idServizioEnte: Int
    cdTipoOffertaServizio: Int imPrezzoMinimo: Float tlTestoAggettivo: JSON spaziWeMi: [FiltriLabel]
  }
  type JsonDatiPrezzo {
    cdTipoOffertaServizio: Int dataInizio: Timestamp dataFine: Timestamp txNoteAlPrezzo: String listinoPrezzi: [Listino]
  }
  type Listino { qtPersoneDa: Int qtPersoneA: Int offerta: [OffertaPersone] }
  type OffertaPersone { qtUnitaDa: Int qtUnitaA: Int valore: Float }
  type Municipio { idMunicipio: Int! nmMunicipio: JSON }
  type DFasciaOraria { id_periodo: Int! tl_valore_testuale: JSON }
  type SedeEnte { id_sede: Int! js_sede: JSON }
  type ServizioErogatoEnte {
    id_servizio_ente: Int! nomeServizio: String tl_descrizione_serv_erog_ente: JSON tl_procedura_attivazione: JSON
    is_018: Boolean js_info_personale: JSON js_dati_prezzo: JsonDatiPrezzo
    listaMunicipiServiti: [Municipio] listaDestinatariPrimoLivello: [Destinatario]
    listaDestinatariSecondoLivello: [DestinatarioSecondoLivello] listaPeriodiErogazione: [DFasciaOraria]
    sediErogatrici: [SedeEnte]
  }
  type Query {
    allCategorie(stt: Int): [Categoria]
    destinatari: [Destinatario]
    services(filters: ServiceFilter): [Service]
    RicercaServizi(idServizioRiferimento: Int!, page: Int, itemsPerPage: Int, filters: FiltriRicercaServizi): ServiziResult!
    EstraiDettaglioAmministrativoServizioEnte(id_servizio_ente: Int): ServizioErogatoEnte
  }
`);

/** A synthetic offer, with the answers of the API in the list and alone. */
export interface SyntheticOffer {
  readonly listed: Readonly<Record<string, unknown>> & { readonly idServizioEnte: number };
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface SyntheticWemi {
  readonly categories: readonly {
    readonly id: number;
    readonly name: string;
    readonly services: readonly number[];
  }[];
  readonly services: readonly { readonly id: number; readonly name: string }[];
  readonly offers: (service: number) => readonly SyntheticOffer[];
}

const it = (text: string) => ({ it: text });

/** A synthetic offer of a synthetic provider. */
export function syntheticOffer(
  id: number,
  listed: Readonly<Record<string, unknown>> = {},
  detail: Readonly<Record<string, unknown>> = {},
): SyntheticOffer {
  return {
    listed: {
      idEnte: 7,
      nomeEnte: "Ente Inventato",
      nomeEnteCompleto: "Ente Inventato società cooperativa sociale",
      idServizioRiferimento: 20,
      idServizioEnte: id,
      cdTipoOffertaServizio: 3,
      imPrezzoMinimo: 18.5,
      tlTestoAggettivo: it("all'ora"),
      spaziWeMi: [],
      ...listed,
    },
    detail: {
      id_servizio_ente: id,
      nomeServizio: null,
      tl_descrizione_serv_erog_ente: it("Descrizione inventata"),
      tl_procedura_attivazione: it("Telefonare"),
      is_018: false,
      js_info_personale: { nome: "never asked for" },
      js_dati_prezzo: {
        cdTipoOffertaServizio: listed.cdTipoOffertaServizio ?? 3,
        dataInizio: "2026-01-01T00:00:00.000Z",
        dataFine: null,
        txNoteAlPrezzo: "IVA esclusa",
        listinoPrezzi: null,
      },
      listaMunicipiServiti: [{ idMunicipio: 5 }, { idMunicipio: 4 }],
      listaDestinatariPrimoLivello: [{ idDestinatario: 1 }],
      listaDestinatariSecondoLivello: [{ idDestinatario: 2, idDestinatarioPrimoLivello: 1 }],
      listaPeriodiErogazione: [{ id_periodo: 1, tl_valore_testuale: it("mattina") }],
      sediErogatrici: [site(31)],
      ...detail,
    },
  };
}

/** A synthetic site. JSON beside name and address must not be kept. */
export const site = (id: number, over: Readonly<Record<string, unknown>> = {}) => ({
  id_sede: id,
  js_sede: {
    nomeSede: "Sede Inventata",
    referente: "never kept",
    indirizzo: { txIndirizzo: "Via Inventata 3", txCitta: "Milano", txCap: "20100", cellulare: "never kept" },
    ...over,
  },
});

export const syntheticWemi = (
  offers: readonly SyntheticOffer[],
  over: Partial<SyntheticWemi> = {},
): SyntheticWemi => ({
  categories: [{ id: 10, name: "Anziani a casa", services: [20] }],
  services: [{ id: 20, name: "Assistenza inventata" }],
  offers: (service) => (service === 20 ? offers : []),
  ...over,
});

/** Answers as WeMi does. `wemi` is asked for each request, so that it may change while somebody reads. */
export const servesWemi =
  (wemi: () => SyntheticWemi): AnswerTo =>
  async (request, response) => {
    const { query, variables } = JSON.parse(request.body);
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables,
      rootValue: rootOf(wemi()),
    });
    sendsJson(result, result.data === undefined ? 400 : 200)(request, response);
  };

function rootOf({ categories, services, offers }: SyntheticWemi) {
  const asServices = (wanted: readonly { readonly id: number; readonly name: string }[]) =>
    wanted.map(({ id, name }) => ({ serviceId: id, name }));
  const pageOf = (args: { idServizioRiferimento: number; page: number; itemsPerPage: number }) => {
    const all = offers(args.idServizioRiferimento);
    const start = (args.page - 1) * args.itemsPerPage;
    const data = all.slice(start, start + args.itemsPerPage).map(({ listed }) => listed);
    // As in WeMi, a page without offers has no total.
    const totalItems = data.length > 0 ? all.length : null;
    return { itemsPerPage: args.itemsPerPage, page: args.page, data, totalItems };
  };
  const detailOf = ({ id_servizio_ente: id }: { readonly id_servizio_ente: number }) =>
    services.flatMap((service) => offers(service.id)).find(({ listed }) => listed.idServizioEnte === id)
      ?.detail ?? null;
  return {
    allCategorie: categories.map(({ id, name }) => ({ idCategoria: id, txTitoloCategoria: it(name) })),
    destinatari: [
      {
        idDestinatario: 1,
        txDestinatario: it("Anziani"),
        destinatariSecondoLivello: [{ idDestinatario: 2, txDestinatario: it("Anziani soli") }],
      },
    ],
    services: ({ filters }: { readonly filters?: { readonly idCategoria?: number } }) => {
      const category = categories.find(({ id }) => id === filters?.idCategoria);
      return asServices(category ? services.filter(({ id }) => category.services.includes(id)) : services);
    },
    RicercaServizi: pageOf,
    EstraiDettaglioAmministrativoServizioEnte: detailOf,
  };
}
