import { code, optional, sources, text } from "./field";
import { localizedText } from "./localized-text";
import { defineRecord, ownCode, type RecordOf } from "./record";

export const taxonomyTermRecord = defineRecord(
  "TaxonomyTerm",
  {
    /** `<taxonomy>:<word>`, for example `centre-kind:CAM`. */
    code: ownCode(),
    /** The vocabulary, for example `centre-kind`. */
    taxonomy: text(),
    name: localizedText(),
    description: optional(localizedText()),
    parentCode: optional(code("taxonomyTerms")),
    sourceCodes: sources(),
  },
  ({ code, taxonomy }, check) =>
    check(code.startsWith(`${taxonomy}:`) && code.length > taxonomy.length + 1, "code", (text) =>
      text.termCode({ taxonomy }),
    ),
);

/** A term of a controlled vocabulary (HSDS taxonomy_term): the vocabularies of a city are data, not code. */
export interface TaxonomyTerm extends RecordOf<typeof taxonomyTermRecord> {}

export const createTaxonomyTerm = taxonomyTermRecord.create;
