import type { LocalizedText } from "../domain/kit/localized-text";
import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import type { Area } from "../domain/places/area";
import type { Centre } from "../domain/places/centre";
import type { Organization } from "../domain/places/organization";
import type { SearchDocument, SearchField, SearchType } from "../domain/search/search-document";
import type { Service } from "../domain/services/service";
import type { Action } from "../domain/strategy/action";
import type { Partnership } from "../domain/strategy/partnership";
import type { Strategy } from "../domain/strategy/strategy";

/** All records that can be found, and the records that their documents name. */
export interface SearchedRecords {
  readonly actions: readonly Action[];
  readonly areas: readonly Area[];
  readonly centres: readonly Centre[];
  readonly organizations: readonly Organization[];
  readonly partnerships: readonly Partnership[];
  readonly services: readonly Service[];
  readonly strategies: readonly Strategy[];
  readonly taxonomyTerms: readonly TaxonomyTerm[];
  /** Codes of the services that a centre offers, by its code. */
  readonly serviceCodesOf: ReadonlyMap<string, readonly string[]>;
  /** Codes of the areas that a service covers or is located in, by its code. */
  readonly areaCodesOf: ReadonlyMap<string, readonly string[]>;
}

type SearchText = string | LocalizedText | null | undefined;

/** By type, one document for each record, with the names of its related records in both languages. */
export function searchDocumentsOf(records: SearchedRecords) {
  const areas = namesOf(records.areas);
  const organizations = namesOf(records.organizations);
  const services = namesOf(records.services);
  const terms = namesOf(records.taxonomyTerms);
  return new Map<SearchType, () => SearchDocument[]>([
    [
      "ACTION",
      () =>
        records.actions.map((it) =>
          document("ACTION", it, it.areaCodes, {
            NAME: [it.name],
            ORGANIZATION: [it.leadOrganizationCode ?? [], it.partnerCodes].flat().map(organizations),
            AREA: it.areaCodes.map(areas),
            DESCRIPTION: [it.description],
          }),
        ),
    ],
    [
      "AREA",
      () =>
        records.areas.map((it) =>
          document("AREA", it, [it.code, ...(it.cityCode === null ? [] : [it.cityCode])], {
            NAME: [it.name],
            TERM: [it.localType],
          }),
        ),
    ],
    [
      "CENTRE",
      () =>
        records.centres.map((it) =>
          document("CENTRE", it, it.areaCodes, {
            NAME: [it.name],
            ALTERNATE_NAME: [it.alternateName],
            TERM: it.kindHistory.map(({ kindCode }) => terms(kindCode)),
            SERVICE: (records.serviceCodesOf.get(it.code) ?? []).map(services),
            AREA: it.areaCodes.map(areas),
            ADDRESS: [it.address?.streetAddress],
            DESCRIPTION: [it.activities, it.notes],
          }),
        ),
    ],
    [
      "ORGANIZATION",
      () =>
        records.organizations.map((it) =>
          document("ORGANIZATION", it, [], {
            NAME: [it.name],
            ALTERNATE_NAME: [it.alternateName],
            ORGANIZATION: [it.parentCode === null ? null : organizations(it.parentCode)],
            DESCRIPTION: [it.description],
          }),
        ),
    ],
    [
      "PARTNERSHIP",
      () =>
        records.partnerships.map((it) =>
          document("PARTNERSHIP", it, it.areaCodes, {
            NAME: [it.name],
            ORGANIZATION: it.members.map((member) => organizations(member.organizationCode)),
            AREA: it.areaCodes.map(areas),
            DESCRIPTION: [it.description],
          }),
        ),
    ],
    [
      "SERVICE",
      () =>
        records.services.map((it) =>
          document("SERVICE", it, records.areaCodesOf.get(it.code) ?? it.serviceAreaCodes, {
            NAME: [it.name],
            ALTERNATE_NAME: [it.alternateName],
            TERM: [...it.serviceTypeCodes, ...it.targetGroupCodes].map(terms),
            ORGANIZATION: [organizations(it.organizationCode)],
            AREA: it.serviceAreaCodes.map(areas),
            DESCRIPTION: [it.description, it.eligibility],
          }),
        ),
    ],
    [
      "STRATEGY",
      () =>
        records.strategies.map((it) => {
          const areaCodes = it.targetAreas.map(({ areaCode }) => areaCode);
          return document("STRATEGY", it, areaCodes, {
            NAME: [it.name],
            TERM: it.keywords,
            AREA: it.targetAreas.flatMap(({ name, areaCode }) => [name, areas(areaCode)]),
            DESCRIPTION: [it.description, it.programme],
          });
        }),
    ],
    [
      "TAXONOMY_TERM",
      () =>
        records.taxonomyTerms.map((it) =>
          document("TAXONOMY_TERM", it, [], {
            NAME: [it.name],
            TERM: [it.parentCode === null ? null : terms(it.parentCode)],
            DESCRIPTION: [it.description],
          }),
        ),
    ],
  ]);
}

/** Each text once: the same name may come by two ways. */
function document(
  type: SearchType,
  { code }: { readonly code: string },
  areaCodes: readonly string[],
  fields: Partial<Record<SearchField, readonly SearchText[]>>,
): SearchDocument {
  const seen = new Set<string>();
  const texts = Object.entries(fields).flatMap(([field, all]) =>
    all.flatMap(textsOf).flatMap((text) => {
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ field: field as SearchField, text }];
    }),
  );
  return { type, code, areaCodes, texts };
}

const textsOf = (fields: SearchText): string[] =>
  (typeof fields === "string" ? [fields] : [fields?.it, fields?.en]).flatMap((text) => text?.trim() || []);

function namesOf(records: readonly { readonly code: string; readonly name: string | LocalizedText }[]) {
  const names = new Map(records.map(({ code, name }) => [code, name]));
  return (code: string): SearchText => names.get(code);
}
