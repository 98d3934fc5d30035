import * as z from "zod";

const id = z.number().int();
/** Texts of WeMi are JSON by language; some are plain. */
const text = z
  .union([z.string(), z.looseObject({ it: z.string().nullish() }).transform(({ it }) => it)])
  .nullish()
  .transform((value) => value?.trim() || null);
const amount = z.number().nonnegative().nullish();
const listOf = <T extends z.ZodType>(each: T) => z.array(each).nullish();

const address = z.object({
  txIndirizzo: z.string().nullish(),
  indirizzo: z.string().nullish(),
  txCitta: z.string().nullish(),
  citta: z.string().nullish(),
  txCap: z.string().nullish(),
  cap: z.string().nullish(),
});

/** The imported fields of an offer: `null` for a list that the API could not give. Everything else is ignored. */
export const offerDetail = z.object({
  nomeServizio: text,
  tl_descrizione_serv_erog_ente: text,
  tl_procedura_attivazione: text,
  is_018: z.boolean().nullish(),
  js_dati_prezzo: z
    .object({
      cdTipoOffertaServizio: id.nullish(),
      dataInizio: z.string().nullish(),
      dataFine: z.string().nullish(),
      txNoteAlPrezzo: text,
      listinoPrezzi: listOf(
        z.object({
          qtPersoneDa: id.nullish(),
          qtPersoneA: id.nullish(),
          offerta: listOf(z.object({ qtUnitaDa: id.nullish(), qtUnitaA: id.nullish(), valore: amount })),
        }),
      ),
    })
    .nullish(),
  listaMunicipiServiti: listOf(z.object({ idMunicipio: id })),
  listaDestinatariPrimoLivello: listOf(z.object({ idDestinatario: id })),
  listaDestinatariSecondoLivello: listOf(z.object({ idDestinatario: id })),
  listaPeriodiErogazione: listOf(z.object({ tl_valore_testuale: text })),
  sediErogatrici: listOf(
    z.object({
      id_sede: id,
      js_sede: z.object({ nomeSede: z.string().nullish(), indirizzo: address.nullish() }).nullish(),
    }),
  ),
});

export const offerListed = z.object({
  idEnte: id,
  nomeEnte: z.string().nullish(),
  nomeEnteCompleto: z.string().nullish(),
  idServizioRiferimento: id,
  idServizioEnte: id,
  cdTipoOffertaServizio: id.nullish(),
  imPrezzoMinimo: amount,
  tlTestoAggettivo: text,
  spaziWeMi: listOf(z.object({ id, label: z.string().nullish() })),
});

/** A line of the file: a term of one of the two vocabularies, or an offer. */
export const wemiRow = z.discriminatedUnion("record", [
  z.object({ record: z.literal("category"), id, name: text }),
  z.object({ record: z.literal("service"), id, name: text, categories: z.array(id) }),
  z.object({ record: z.literal("target"), id, name: text, parent: id.nullable() }),
  offerListed.extend({
    record: z.literal("offer"),
    serviceName: text,
    categories: z.array(id),
    detail: offerDetail.nullable(),
  }),
]);

export type WemiRow = z.infer<typeof wemiRow>;
export type WemiOffer = Extract<WemiRow, { record: "offer" }>;
