import { statuses } from "../../../domain/kit/status";
import { careDomains, type Service, serviceChannels } from "../../../domain/services/service";
import { findServices } from "../../services/find-services";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";
import { anyText, oneOf, severalOf, trueOrFalse, wholeNumber } from "../filter";

const { text, codes, integer, sources, localized } = columnsOf<Service>();

export const services = recordSet({
  name: "services",
  record: "service",
  title: { it: "Servizi", en: "Services" },
  description: {
    it: "Servizi sociali, sanitari e di quartiere: una riga per servizio, indipendente dai luoghi in cui si trova.",
    en: "Social, health and neighbourhood services: one row for each service, independent of its places.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice stabile del servizio.", "Stable code of the service.", ({ code }) => code),
    ...localized("name", "Nome", "Name", ({ name }) => name),
    ...localized("description", "Descrizione", "Description", ({ description }) => description),
    text(
      "organization",
      "Codice dell'organizzazione responsabile.",
      "Code of the organisation in charge.",
      (s) => s.organizationCode,
    ),
    text(
      "organizationName",
      "Nome dell'organizzazione responsabile.",
      "Name of the organisation in charge.",
      ({ organizationCode }, { records }) =>
        organizationCode === null ? null : records.organization.one(organizationCode)?.name,
    ),
    text(
      "status",
      "Stato secondo la fonte; vuoto se sconosciuto.",
      "Status as the source states it; empty if unknown.",
      (s) => s.status,
    ),
    text("statusDate", "Data dello stato.", "Date of the status.", ({ statusDate }) => statusDate),
    text(
      "lastVerified",
      "Ultima conferma di una fonte.",
      "Last confirmation by a source.",
      (s) => s.lastVerified,
    ),
    codes(
      "careDomains",
      `Ambiti: ${careDomains.join(", ")}.`,
      `Domains of care: ${careDomains.join(", ")}.`,
      (s) => s.careDomains,
    ),
    codes(
      "targetGroups",
      "Codici dei destinatari.",
      "Codes of the target groups.",
      (s) => s.targetGroupCodes,
    ),
    codes(
      "serviceTypes",
      "Codici del tipo di servizio.",
      "Codes of the type of service.",
      (s) => s.serviceTypeCodes,
    ),
    integer("minimumAge", "Età minima, in anni compiuti.", "Lowest age in whole years.", (s) => s.minimumAge),
    integer(
      "maximumAge",
      "Età massima, in anni compiuti.",
      "Highest age in whole years.",
      (s) => s.maximumAge,
    ),
    ...localized("eligibility", "Requisiti", "Eligibility", ({ eligibility }) => eligibility),
    ...localized("applicationProcess", "Come accedere", "How to apply", (s) => s.applicationProcess),
    text(
      "freeOfCharge",
      "Gratuito: YES, NO o UNKNOWN.",
      "Free of charge: YES, NO or UNKNOWN.",
      (s) => s.freeOfCharge,
    ),
    ...localized("fees", "Costi", "Fees", ({ fees }) => fees),
    codes("languages", "Lingue (BCP 47).", "Languages (BCP 47).", ({ languages }) => languages),
    codes(
      "serviceAreas",
      "Codici delle aree servite.",
      "Codes of the areas that it serves.",
      (s) => s.serviceAreaCodes,
    ),
    codes("channels", "Canali di accesso.", "Channels.", ({ channels }) => channels),
    text(
      "openingHours",
      "Orari, come scritti dalla fonte.",
      "Opening hours in the words of the source.",
      (s) => s.openingHoursText,
    ),
    text(
      "phones",
      "Telefoni.",
      "Telephones.",
      ({ phones }) => phones.map(({ number }) => number).join("; ") || null,
    ),
    text("url", "Pagina web.", "Web page.", ({ url }) => url),
    sources((s) => s.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  find: {
    filters: {
      area: anyText,
      serves: anyText,
      organization: anyText,
      statuses: severalOf(oneOf([...statuses, "UNKNOWN"])),
      targetGroup: anyText,
      serviceType: anyText,
      careDomain: oneOf(careDomains),
      freeOfCharge: trueOrFalse,
      accessible: trueOrFalse,
      age: wholeNumber,
      channel: oneOf(serviceChannels),
      language: anyText,
    },
    page: (filter, page, context) => findServices(filter, { ...page, sort: "NAME" }, context),
  },
});
