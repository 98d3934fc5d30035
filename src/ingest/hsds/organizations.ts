import { vocabularyName } from "../../domain/hsds/vocabulary";
import { type ExternalIdentifier, identifierSchemes } from "../../domain/kit/external-identifier";
import { createTaxonomyTerm, type TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { createOrganization, type Organization } from "../../domain/places/organization";
import { unnamedOrganizationId } from "../../storage/documents/hsds-id";
import { finding } from "../kit/problem";
import { phonesOfRows } from "./contacts";
import type { HsdsIndex } from "./index-of";
import { codeOf, localized } from "./options";
import { type HsdsRow, textOf } from "./tables";

/** The feed's own key, by which all its records are found. */
export const ownKey = (id: string): ExternalIdentifier => ({ scheme: "hsds", value: id });

export function organizationOf(row: HsdsRow, id: string, index: HsdsIndex): Organization {
  const { options } = index;
  const parent = textOf(row, "parent_organization_id");
  const parentCode = parent !== null && index.has("organization", parent) ? codeOf(parent, options) : null;
  if (parent !== null && parentCode === null)
    index.report(row, "WARNING", notInFile, "organization.parent_organization_id", parent);
  return createOrganization({
    code: codeOf(id, options),
    name: textOf(row, "name") ?? "",
    alternateName: textOf(row, "alternate_name"),
    kind: options.organizationKind,
    description: localized(textOf(row, "description"), options),
    parentCode,
    website: textOf(row, "website"),
    email: textOf(row, "email"),
    phones: phonesOfRows(index.of("phone", "organization_id", id), index),
    legalStatus: localized(textOf(row, "legal_status"), options),
    identifiers: [ownKey(id), ...identifiersOf(index.of("organization_identifier", "organization_id", id))],
    sourceCodes: [options.sourceCode],
  });
}

const notInFile = finding("NOT_A_CODE", "referenceNotInFile");

/** Known registers keep their names; any other is written in lower case, as the code of a dataset. */
function identifiersOf(rows: readonly HsdsRow[]): ExternalIdentifier[] {
  return rows.flatMap((row) => {
    const [scheme, value] = [textOf(row, "identifier_scheme"), textOf(row, "identifier")];
    return scheme === null || value === null ? [] : [{ scheme: schemeOf(scheme), value }];
  });
}

export const schemeOf = (scheme: string): string =>
  identifierSchemes.find((known) => known === scheme.toUpperCase()) ??
  scheme.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** The organisation that a service names; `null` also for the row by which a hub says that it knows none. */
export function organizationIdOf(service: HsdsRow): string | null {
  const id = textOf(service, "organization_id");
  return id === unnamedOrganizationId ? null : id;
}

/** Whether a term only labels facts that a hub adds to HSDS: nothing is of its kind. */
export const isOfHub = (row: HsdsRow): boolean => textOf(row, "taxonomy") === vocabularyName;

/** A term of a vocabulary of the feed. */
export function termOf(row: HsdsRow, index: HsdsIndex): TaxonomyTerm {
  const { options } = index;
  const { taxonomy, code } = termCodeOf(row, index);
  const parent = textOf(row, "parent_id");
  const parentRow = parent === null ? undefined : index.find("taxonomy_term", parent);
  if (parent !== null && parentRow === undefined)
    index.report(row, "WARNING", notInFile, "taxonomy_term.parent_id", parent);
  return createTaxonomyTerm({
    code,
    taxonomy,
    name: localized(textOf(row, "name"), options) ?? { it: null, en: null },
    description: localized(textOf(row, "description"), options),
    parentCode: parentRow === undefined ? null : termCodeOf(parentRow, index).code,
    sourceCodes: [options.sourceCode],
  });
}

/** `<source>-<vocabulary>:<word>`: two feeds may use one name for different vocabularies. */
export function termCodeOf(row: HsdsRow, index: HsdsIndex): { taxonomy: string; code: string } {
  const named =
    textOf(row, "taxonomy") ??
    textOf(index.find("taxonomy", textOf(row, "taxonomy_id") ?? "") ?? row, "name");
  const word = textOf(row, "code") ?? textOf(row, "id") ?? "";
  const taxonomy = `${index.options.sourceCode}-${wordOf(named ?? "terms")}`;
  return { taxonomy, code: `${taxonomy}:${wordOf(word)}` };
}

const wordOf = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 60);
