import type { SourceRef } from "../../../domain/kit/source-ref";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";

const { text, instant, localized } = columnsOf<SourceRef>();

export const sourceRefs = recordSet({
  name: "sources",
  record: "sourceRef",
  title: { it: "Fonti", en: "Sources" },
  description: {
    it: "Dataset e documenti da cui vengono i fatti, con licenza e attribuzione.",
    en: "Datasets and documents that the facts come from, with licence and attribution.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice.", "Code.", ({ code }) => code),
    text("title", "Titolo.", "Title.", ({ title }) => title),
    text("publisher", "Chi la pubblica.", "Publisher.", ({ publisher }) => publisher),
    text(
      "licence",
      "Licenza; vuota se non dichiarata.",
      "Licence; empty if none is stated.",
      ({ licence }) => licence,
    ),
    ...localized("rights", "Attribuzione da citare", "Attribution to print", ({ rights }) => rights),
    text("landingPage", "Pagina della fonte.", "Page of the source.", ({ landingPage }) => landingPage),
    text("downloadUrl", "Indirizzo del file.", "Address of the file.", ({ downloadUrl }) => downloadUrl),
    text(
      "modified",
      "Ultima modifica di chi la pubblica.",
      "Last change by the publisher.",
      ({ modified }) => modified,
    ),
    instant(
      "retrievedAt",
      "Quando l'hub l'ha letta.",
      "When the hub read it.",
      ({ retrievedAt }) => retrievedAt,
    ),
    text("sha256", "SHA-256 del file.", "SHA-256 of the file.", ({ sha256 }) => sha256),
    text(
      "updateFrequency",
      "Frequenza attesa di aggiornamento.",
      "Expected frequency of updates.",
      (s) => s.updateFrequency,
    ),
  ],
  sourcesOf: ({ code }) => [code],
});
