import type { IndicatorDefinition } from "../domain/indicators/indicator";
import type { LocalizedText } from "../domain/kit/localized-text";
import type { SourceRef } from "../domain/kit/source-ref";
import { isOffered, type StatusOrUnknown, statusOf } from "../domain/kit/status";
import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import { type Area, isZoneLevel } from "../domain/places/area";
import type { Centre } from "../domain/places/centre";
import type { Location } from "../domain/places/location";
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
  readonly indicators: readonly IndicatorDefinition[];
  readonly twinsOf: ReadonlyMap<string, readonly Centre[]>;
  readonly locations: readonly Location[];
  readonly organizations: readonly Organization[];
  readonly partnerships: readonly Partnership[];
  readonly services: readonly Service[];
  readonly sources: readonly SourceRef[];
  readonly strategies: readonly Strategy[];
  readonly taxonomyTerms: readonly TaxonomyTerm[];
  /** Codes of the services that a centre offers, by its code. */
  readonly serviceCodesOf: ReadonlyMap<string, readonly string[]>;
  /** Codes of the areas that a service covers or is located in, by its code. */
  readonly areaCodesOf: ReadonlyMap<string, readonly string[]>;
}

type SearchText = string | LocalizedText | null | undefined;

/** What a document says: its texts by field, and the areas that it belongs to. */
interface Said extends Partial<Record<SearchField, readonly SearchText[]>> {
  readonly areaCodes?: readonly string[];
  readonly status?: StatusOrUnknown;
}

/** By type, one document for each record, with the names of its related records in both languages. */
export function searchDocumentsOf(
  records: SearchedRecords,
): Readonly<Record<SearchType, () => SearchDocument[]>> {
  const areas = namesOf(records.areas);
  const organizations = namesOf(records.organizations);
  const services = namesOf(records.services.filter(isOffered));
  const terms = namesOf(records.taxonomyTerms);
  const recordsOfPlace = (centre: Centre) => [centre, ...(records.twinsOf.get(centre.code) ?? [])];
  const addressOf = new Map(records.centres.map(({ code, address }) => [code, address?.streetAddress]));
  const addressesIn = ({ address, centreCodes }: Location) => [
    address?.streetAddress,
    ...centreCodes.map((code) => addressOf.get(code)),
  ];
  const around = new Map(
    records.locations.flatMap((each) => each.centreCodes.map((code) => [code, addressesIn(each)] as const)),
  );
  return {
    ACTION: documents("ACTION", records.actions, (it) => ({
      areaCodes: it.areaCodes,
      NAME: [it.name],
      ORGANIZATION: [it.leadOrganizationCode ?? [], it.partnerCodes].flat().map(organizations),
      AREA: it.areaCodes.map(areas),
      DESCRIPTION: [it.description],
    })),
    AREA: documents("AREA", records.areas, (it) => ({
      areaCodes: [it.code, ...(it.cityCode === null ? [] : [it.cityCode])],
      // Who types the name of a neighbourhood does not look for a zone of the market that is named after it.
      [isZoneLevel(it.level) ? "AREA" : "NAME"]: [it.name],
      ALTERNATE_NAME: [it.code],
      TERM: [it.localType],
    })),
    CENTRE: documents("CENTRE", records.centres, (it) => ({
      status: statusOf(it),
      areaCodes: it.areaCodes,
      NAME: [it.name],
      ALTERNATE_NAME: recordsOfPlace(it).flatMap(({ name, alternateName }) => [name, alternateName]),
      TERM: recordsOfPlace(it).flatMap(({ kindHistory }) => kindHistory.map((kind) => terms(kind.kindCode))),
      SERVICE: recordsOfPlace(it).flatMap(({ code }) =>
        (records.serviceCodesOf.get(code) ?? []).map(services),
      ),
      AREA: it.areaCodes.map(areas),
      // Other records of the building may write its address in another way.
      ADDRESS: [it.address?.streetAddress, ...(around.get(it.code) ?? [])],
      DESCRIPTION: [it.activities, it.notes],
    })),
    INDICATOR: documents("INDICATOR", records.indicators, (it) => ({
      NAME: [it.name],
      ALTERNATE_NAME: [it.code],
      DESCRIPTION: [it.definition],
    })),
    LOCATION: documents("LOCATION", records.locations, (it) => ({
      areaCodes: it.areaCodes,
      ADDRESS: addressesIn(it),
      AREA: it.areaCodes.map(areas),
    })),
    ORGANIZATION: documents("ORGANIZATION", records.organizations, (it) => ({
      NAME: [it.name],
      ALTERNATE_NAME: [it.alternateName],
      ORGANIZATION: [it.parentCode === null ? null : organizations(it.parentCode)],
      DESCRIPTION: [it.description],
    })),
    PARTNERSHIP: documents("PARTNERSHIP", records.partnerships, (it) => ({
      areaCodes: it.areaCodes,
      NAME: [it.name],
      ORGANIZATION: it.members.map((member) => organizations(member.organizationCode)),
      AREA: it.areaCodes.map(areas),
      DESCRIPTION: [it.description],
    })),
    SERVICE: documents("SERVICE", records.services, (it) => ({
      status: statusOf(it),
      areaCodes: records.areaCodesOf.get(it.code) ?? it.serviceAreaCodes,
      NAME: [it.name],
      ALTERNATE_NAME: [it.alternateName],
      TERM: [...it.serviceTypeCodes, ...it.targetGroupCodes].map(terms),
      ORGANIZATION: [it.organizationCode ?? []].flat().map(organizations),
      AREA: it.serviceAreaCodes.map(areas),
      DESCRIPTION: [it.description, it.eligibility],
    })),
    SOURCE: documents("SOURCE", records.sources, (it) => ({
      NAME: [it.title],
      ALTERNATE_NAME: [it.code],
      ORGANIZATION: [it.publisher],
    })),
    STRATEGY: documents("STRATEGY", records.strategies, (it) => ({
      areaCodes: it.targetAreas.map(({ areaCode }) => areaCode),
      NAME: [it.name],
      TERM: it.keywords,
      AREA: it.targetAreas.flatMap(({ name, areaCode }) => [name, areas(areaCode)]),
      DESCRIPTION: [it.description, it.programme],
    })),
    TAXONOMY_TERM: documents("TAXONOMY_TERM", records.taxonomyTerms, (it) => ({
      NAME: [it.name],
      TERM: [it.parentCode === null ? null : terms(it.parentCode)],
      DESCRIPTION: [it.description],
    })),
  };
}

/** Each text once. */
const documents =
  <T extends { readonly code: string }>(type: SearchType, records: readonly T[], say: (record: T) => Said) =>
  (): SearchDocument[] =>
    records.map((record) => {
      const { areaCodes = [], status, ...fields } = say(record);
      const fieldOf = new Map<string, SearchField>();
      for (const [field, texts] of Object.entries(fields))
        for (const text of texts.flatMap(textsOf))
          if (!fieldOf.has(text)) fieldOf.set(text, field as SearchField);
      const texts = [...fieldOf].map(([text, field]) => ({ field, text }));
      return { type, code: record.code, ...(status && { status }), areaCodes, texts };
    });

const textsOf = (fields: SearchText): string[] =>
  (typeof fields === "string" ? [fields] : [fields?.it, fields?.en]).flatMap((text) => text?.trim() || []);

function namesOf(records: readonly { readonly code: string; readonly name: string | LocalizedText }[]) {
  const names = new Map(records.map(({ code, name }) => [code, name]));
  return (code: string): SearchText => names.get(code);
}
