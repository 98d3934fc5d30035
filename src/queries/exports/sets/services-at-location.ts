import { pointGeometry } from "../../../domain/geo/geojson";
import { valueIn } from "../../../domain/kit/localized-text";
import type { ServiceAtLocation } from "../../../domain/services/service-at-location";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";

const { text, sources, localized } = columnsOf<ServiceAtLocation>();

export const servicesAtLocation = recordSet({
  name: "service-at-locations",
  record: "serviceAtLocation",
  title: { it: "Servizi nei luoghi", en: "Services at locations" },
  description: {
    it: "Quale servizio si trova in quale centro, con orari e telefoni di quel luogo.",
    en: "Which service is at which centre, with the hours and telephones of that place.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice stabile.", "Stable code.", ({ code }) => code),
    text("service", "Codice del servizio.", "Code of the service.", ({ serviceCode }) => serviceCode),
    text(
      "serviceName",
      "Nome del servizio.",
      "Name of the service, in Italian.",
      ({ serviceCode }, { records }) => valueIn(records.service.one(serviceCode)?.name ?? null, "it"),
    ),
    text("centre", "Codice del centro.", "Code of the centre.", ({ centreCode }) => centreCode),
    text(
      "centreName",
      "Nome del centro.",
      "Name of the centre.",
      ({ centreCode }, { records }) => records.centre.one(centreCode)?.name,
    ),
    ...localized("description", "Note su questo luogo", "Notes on this place", (s) => s.description),
    text(
      "openingHours",
      "Orari in questo luogo, come scritti dalla fonte.",
      "Hours at this place in the words of the source.",
      (s) => s.openingHoursText,
    ),
    ...localized(
      "openingHoursNote",
      "Perché gli orari sono dubbi",
      "Why the hours are doubtful",
      (s) => s.openingHoursNote,
    ),
    text(
      "phones",
      "Telefoni.",
      "Telephones.",
      ({ phones }) => phones.map(({ number }) => number).join("; ") || null,
    ),
    sources((s) => s.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  geometry({ centreCode }, { records }) {
    const position = records.centre.one(centreCode)?.position;
    return position ? pointGeometry(position) : null;
  },
});
