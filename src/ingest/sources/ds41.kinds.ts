import { createTaxonomyTerm, type TaxonomyTerm } from "../../domain/kit/taxonomy-term";

const term = (word: string, it: string, en: string, descriptionIt: string, descriptionEn: string) =>
  createTaxonomyTerm({
    code: `centre-kind:${word}`,
    taxonomy: "centre-kind",
    name: { it, en },
    description: { it: descriptionIt, en: descriptionEn },
    parentCode: null,
    sourceCodes: ["ds41"],
  });

/** What the register calls its places ("sottotipo"), as kinds. LIBRARY is the one that a neighbourhood has for everybody. */
export const libraryKinds: readonly TaxonomyTerm[] = [
  term(
    "ARCHIVE",
    "Archivio",
    "Archive",
    "Nel registro del 2007: ARCHIVI.",
    "In the register of 2007: ARCHIVI.",
  ),
  term(
    "CENTRAL_LIBRARY",
    "Biblioteca centrale",
    "Central library",
    "Nel registro del 2007: BIBLIOTECHE CENTRALI.",
    "In the register of 2007: BIBLIOTECHE CENTRALI.",
  ),
  term(
    "DOCUMENTATION_CENTRE",
    "Centro di documentazione o altra biblioteca",
    "Documentation centre or other library",
    "Nel registro del 2007: CENTRI DI DOCUMENTAZIONE E ALTRE BIBLIOTECHE.",
    "In the register of 2007: CENTRI DI DOCUMENTAZIONE E ALTRE BIBLIOTECHE.",
  ),
  term(
    "LIBRARY",
    "Biblioteca di quartiere",
    "Neighbourhood library",
    "Nel registro del 2007: BIBLIOTECHE DI QUARTIERE, 24 in tutto.",
    "In the register of 2007: BIBLIOTECHE DI QUARTIERE, 24 in all.",
  ),
  term(
    "OTHER_LIBRARY",
    "Biblioteca, senza altra indicazione",
    "Library, not specified",
    "Nel registro del 2007: BIBLIOTECHE.",
    "In the register of 2007: BIBLIOTECHE.",
  ),
  term(
    "SPECIALIST_LIBRARY",
    "Biblioteca specialistica o di conservazione",
    "Specialist or conservation library",
    "Nel registro del 2007: SPECIALISTICHE E DI CONSERVAZIONE.",
    "In the register of 2007: SPECIALISTICHE E DI CONSERVAZIONE.",
  ),
];

const kindOfSubtype: Readonly<Record<string, string>> = {
  ARCHIVI: "centre-kind:ARCHIVE",
  BIBLIOTECHE: "centre-kind:OTHER_LIBRARY",
  "BIBLIOTECHE CENTRALI": "centre-kind:CENTRAL_LIBRARY",
  "BIBLIOTECHE DI QUARTIERE": "centre-kind:LIBRARY",
  "CENTRI DI DOCUMENTAZIONE E ALTRE BIBLIOTECHE": "centre-kind:DOCUMENTATION_CENTRE",
  "CENTRI DOCUMENTAZIONE": "centre-kind:DOCUMENTATION_CENTRE",
  "SPECIALISTICHE E DI CONSERVAZIONE": "centre-kind:SPECIALIST_LIBRARY",
};

/** `null` for a word that the register is not known to use; blanks between words make no difference. */
export const kindCodeOf = (subtype: string): string | null => {
  const word = subtype.trim().replace(/\s+/g, " ").toUpperCase();
  return Object.hasOwn(kindOfSubtype, word) ? kindOfSubtype[word]! : null;
};
