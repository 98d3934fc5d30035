import { pointGeometry } from "../../../domain/geo/geojson";
import { statuses } from "../../../domain/kit/status";
import { type Centre, currentKindCode, standsForItself, stepFreeAccess } from "../../../domain/places/centre";
import { findCentres } from "../../places/find-centres";
import { columnsOf, italian } from "../column";
import { recordSet } from "../export-set";
import { anyText, oneOf, severalOf, trueOrFalse } from "../filter";
import { placeColumns } from "../place-columns";

const { text, codes, sources, localized } = columnsOf<Centre>();

export const centres = recordSet({
  name: "centres",
  record: "centre",
  title: { it: "Centri e spazi di quartiere", en: "Neighbourhood centres" },
  description: {
    it: "Luoghi di quartiere: una riga per ogni luogo, anche chiuso o previsto.",
    en: "Neighbourhood places: one row for each place, closed and planned ones included.",
  },
  includes: standsForItself,
  primaryKey: ["code"],
  columns: [
    text("code", "Codice stabile del centro.", "Stable code of the centre.", ({ code }) => code),
    text("name", "Nome.", "Name.", ({ name }) => name),
    text("alternateName", "Altro nome.", "Other name.", (c) => c.alternateName),
    text("kind", "Codice del tipo attuale.", "Code of the current kind.", currentKindCode),
    text(
      "kindName",
      "Nome del tipo attuale.",
      "Name of the current kind, in Italian.",
      (centre, { records }) => {
        const code = currentKindCode(centre);
        return code === null ? null : italian(records.taxonomyTerm.one(code)?.name);
      },
    ),
    text(
      "status",
      "Stato secondo la fonte; vuoto se sconosciuto.",
      "Status as the source states it; empty if unknown.",
      ({ status }) => status,
    ),
    text("statusDate", "Data dello stato.", "Date of the status.", ({ statusDate }) => statusDate),
    text(
      "lastVerified",
      "Ultima conferma di una fonte.",
      "Last confirmation by a source.",
      (c) => c.lastVerified,
    ),
    ...placeColumns<Centre>(),
    text(
      "stepFreeAccess",
      "Accesso senza gradini: YES, NO, LIMITED o UNKNOWN.",
      "Step-free access: YES, NO, LIMITED or UNKNOWN.",
      stepFreeAccess,
    ),
    text(
      "openingHours",
      "Orari, come scritti dalla fonte.",
      "Opening hours in the words of the source.",
      (c) => c.openingHoursText,
    ),
    text(
      "closures",
      "Chiusure, come scritte dalla fonte.",
      "Closures in the words of the source.",
      (c) => c.closuresText,
    ),
    text(
      "manager",
      "Codice dell'organizzazione che lo gestisce.",
      "Code of the organisation that runs it.",
      (c) => c.managerCode,
    ),
    text(
      "managerName",
      "Nome dell'organizzazione che lo gestisce.",
      "Name of the organisation that runs it.",
      (c, { records }) => (c.managerCode === null ? null : records.organization.one(c.managerCode)?.name),
    ),
    text("activities", "Attività.", "Activities.", ({ activities }) => activities),
    text("notes", "Note.", "Notes.", ({ notes }) => notes),
    ...localized("alert", "Avviso urgente", "Urgent notice", ({ alert }) => alert),
    codes(
      "strategies",
      "Codici delle strategie che lo includono.",
      "Codes of the strategies that include it.",
      (c) => c.strategyCodes,
    ),
    sources((c) => c.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  geometry: ({ position }) => position && pointGeometry(position),
  find: {
    filters: {
      area: anyText,
      kinds: severalOf(anyText),
      strategy: anyText,
      statuses: severalOf(oneOf([...statuses, "UNKNOWN"])),
      accessible: trueOrFalse,
    },
    page: (filter, page, context) => findCentres(filter, { ...page, sort: "NAME" }, context),
  },
});
