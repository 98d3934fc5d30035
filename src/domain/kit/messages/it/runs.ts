import type { runs as en } from "../en/runs";
import type { Translated } from "../translated";
import { italian } from "../values";

const percent = (share: number): string => `${italian(Math.round(share * 1000) / 10)} %`;

export const runs: Translated<typeof en> = {
  changedSince: ({ count }) =>
    `${italian(count)} record sono stati modificati in seguito e restano come sono.`,
  interrupted: "Interrotta prima della fine: la prossima importazione completa ciò che manca.",
  notComplete: ({ missing }) =>
    `${italian(missing)} record non sono più nel file, ma non tutte le sue righe sono leggibili: nulla è stato eliminato.`,
  shared: ({ shared }) =>
    `${italian(shared)} record non sono più nel file ma li riporta anche un'altra fonte: restano.`,
  tooLong: ({ most }) =>
    `Il file contiene più di ${italian(most)} record: i record mancanti non sono noti e nulla è stato eliminato. Dividere la fonte, o dichiararla PARTIAL.`,
  tooMany: ({ missing, before, allowed, needed }) =>
    `Il file non contiene più ${italian(missing)} dei ${italian(before)} record di prima (${percent(missing / before)}); se ne eliminano al massimo il ${percent(allowed)}. Nulla è stato eliminato. Se le eliminazioni sono corrette: --allow-deletes ${needed}.`,
};
