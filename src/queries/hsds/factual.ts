import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Centre } from "../../domain/places/centre";
import type { Organization } from "../../domain/places/organization";
import type { Service } from "../../domain/services/service";
import type { Records } from "../kit/records";

interface Sourced {
  readonly sourceCodes: readonly string[];
}

/** The record, unless a source of it is synthetic: such a record is never published as a fact. */
const factual = <T extends Sourced>(record: T | null, records: Records): T | null =>
  record !== null && records.sourceRef.all(record.sourceCodes).some(({ synthetic }) => synthetic)
    ? null
    : record;

export const factualOrganization = (code: string, records: Records): Organization | null =>
  factual(records.organization.one(code), records);

export const factualService = (code: string, records: Records): Service | null =>
  factual(records.service.one(code), records);

/** The record that stands for the place of a centre. */
export function factualCentre(code: string, records: Records): Centre | null {
  const centre = factual(records.centre.one(code), records);
  if (centre === null || centre.sameAsCode == null) return centre;
  return factual(records.centre.one(centre.sameAsCode), records);
}

/** The terms of some codes that exist. */
export const factualTerms = (codes: readonly string[], records: Records): TaxonomyTerm[] =>
  records.taxonomyTerm.all(codes).filter((term) => factual(term, records) !== null);
