import type { Organization } from "../../../domain/places/organization";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";

const { text, sources, localized } = columnsOf<Organization>();

export const organizations = recordSet({
  name: "organizations",
  record: "organization",
  title: { it: "Organizzazioni", en: "Organisations" },
  description: {
    it: "Enti, uffici, aziende e associazioni. Nessuna persona.",
    en: "Authorities, units, companies and associations. No persons.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice stabile.", "Stable code.", ({ code }) => code),
    text("name", "Nome.", "Name.", ({ name }) => name),
    text("alternateName", "Altro nome.", "Other name.", (o) => o.alternateName),
    text("kind", "Tipo.", "Kind.", ({ kind }) => kind),
    ...localized("description", "Descrizione", "Description", ({ description }) => description),
    text(
      "parent",
      "Codice dell'organizzazione di cui è parte.",
      "Code of the organisation that it is a unit of.",
      (o) => o.parentCode,
    ),
    ...localized("legalStatus", "Forma giuridica", "Legal form", ({ legalStatus }) => legalStatus),
    text("website", "Sito web.", "Website.", ({ website }) => website),
    text("email", "Posta elettronica di un ufficio.", "E-mail address of an office.", ({ email }) => email),
    text(
      "phones",
      "Telefoni di uffici.",
      "Telephones of offices.",
      ({ phones }) => phones.map(({ number }) => number).join("; ") || null,
    ),
    text(
      "identifiers",
      "Chiavi in altri registri, come schema:valore.",
      "Keys in other registers, as scheme:value.",
      ({ identifiers }) => identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join("; ") || null,
    ),
    sources((o) => o.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
});
