import { checkCode, checking, checkSources } from "./check";
import { checkLocalizedText, type LocalizedText } from "./localized-text";

/** A word of a controlled vocabulary (HSDS taxonomy_term), so that a city's own words are data and not code. */
export interface TaxonomyTerm {
  /** `<taxonomy>:<word>`, for example `centre-kind:CAM`. */
  readonly code: string;
  /** The vocabulary, for example `centre-kind`. */
  readonly taxonomy: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText | null;
  readonly parentCode: string | null;
  readonly sourceCodes: readonly string[];
}

export function createTaxonomyTerm(fields: TaxonomyTerm): TaxonomyTerm {
  const record = checking("TaxonomyTerm", fields.code, fields);
  checkCode(record, "code", fields.code);
  record.check(
    fields.code.startsWith(`${fields.taxonomy}:`) && fields.code.length > fields.taxonomy.length + 1,
    "code",
    fields.code,
    `must be a word after its taxonomy "${fields.taxonomy}:"`,
  );
  checkLocalizedText(record, "name", fields.name);
  if (fields.description) checkLocalizedText(record, "description", fields.description);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
