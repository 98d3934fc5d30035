import { canonicalText } from "../domain/kit/canonical-text";
import { distinct } from "../domain/kit/distinct";
import type { Location } from "../domain/places/location";
import { type SearchDocument, type SearchType, searchTypes } from "../domain/search/search-document";
import { searchDocumentId, searchScope } from "../storage/documents/document.repository";
import type { Key } from "../storage/engine/key";
import { loaded, type Reader } from "../storage/engine/reader";
import type { Codec } from "../storage/records/codec";
import { codecs } from "../storage/records/codecs";
import type { RecordType } from "../storage/records/hub-record";
import { everyArea, keys } from "../storage/records/keys";
import { type Reading, readAll, readCodes, readList } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { servicesByCentre, twinsByCentre } from "./by-centre";
import { readAreas } from "./city-records";
import { codeIn, isRecordOf } from "./projection";
import type { DocumentProjection, DocumentScope, DocumentWork } from "./published";
import { type SearchedRecords, searchDocumentsOf } from "./search-documents";

/** Codes of the records whose documents a write can change. */
interface Touched {
  readonly centreCodes: readonly string[];
  readonly serviceCodes: readonly string[];
  readonly locationCodes: readonly string[];
  readonly indicatorCodes: readonly string[];
  readonly organizationCodes: readonly string[];
  readonly partnershipCodes: readonly string[];
  readonly sourceCodes: readonly string[];
}

/** Records that many documents name, and the few of strategies: after their writes all documents are made again. */
const isNamed = isRecordOf(["Action", "Area", "Strategy", "TaxonomyTerm"]);
/** Records that no other document names. */
const isNamedByNone = isRecordOf(["IndicatorDefinition", "Partnership", "SourceRef"]);
const isOrganization = isRecordOf(["Organization"]);
const isTwin = ({ pk }: Key): boolean => pk === keys.centreTwin("").pk;

/** Of items of one record of a type, such as `Service#x` with its listing: its code. */
const ownerIn = (type: "Centre" | "Location" | "Service", { pk }: Key): string | null =>
  pk.startsWith(`${type}#`) ? pk.slice(type.length + 1) : null;

const isTouching = (key: Key): boolean =>
  isNamed(key) ||
  isNamedByNone(key) ||
  isOrganization(key) ||
  isTwin(key) ||
  codeIn("ServiceAtLocation", key) !== null ||
  (["Centre", "Location", "Service"] as const).some((type) => ownerIn(type, key) !== null);

/** `null` if the writes can change any document. */
function touchedBy(work: DocumentWork, written: readonly Key[]): Touched | null {
  const recordCodes = (type: RecordType) => written.flatMap((key) => codeIn(type, key) ?? []);
  const organizationCodes = recordCodes("Organization");
  if (written.some((key) => isNamed(key) || isTwin(key)) || areRenamed(work, organizationCodes)) return null;
  const codesOf = (type: "Centre" | "Location" | "Service") =>
    written.flatMap((key) => ownerIn(type, key) ?? []);
  // One that is gone is missing in the lists of its service and of its centre, which are written too.
  const places = [...readCodes(work, codecs.serviceAtLocation, recordCodes("ServiceAtLocation")).values()];
  return {
    centreCodes: distinct([...codesOf("Centre"), ...places.map(({ centreCode }) => centreCode)]),
    serviceCodes: distinct([...codesOf("Service"), ...places.map(({ serviceCode }) => serviceCode)]),
    locationCodes: distinct(codesOf("Location")),
    indicatorCodes: recordCodes("IndicatorDefinition"),
    organizationCodes,
    partnershipCodes: recordCodes("Partnership"),
    sourceCodes: recordCodes("SourceRef"),
  };
}

/** Whether the documents that name some organisations may say something else. */
function areRenamed({ before, reader, skip }: DocumentWork, codes: readonly string[]): boolean {
  if (codes.length === 0) return false;
  const names = (of: Reader): string =>
    canonicalText(
      [...readCodes({ reader: of, skip }, codecs.organization, codes)].map(([code, { name }]) => [
        code,
        name,
      ]),
    );
  return before === null || names(before) !== names(reader);
}

/** Everything that can be found, each type by itself: what is missing for one does not repeat those before it. */
async function searchedRecords(work: Reading): Promise<SearchedRecords> {
  const all = <T>(codec: Codec<T>): Promise<T[]> => loaded(() => readAll(work, codec));
  const strategies = await all(codecs.strategy);
  const services = await all(codecs.service);
  const listings = await loaded(() =>
    readCodes(
      work,
      codecs.serviceListing,
      services.map(({ code }) => code),
    ),
  );
  return {
    ...(await loaded(() => named(work))),
    actions: await loaded(() =>
      strategies.flatMap(({ code }) =>
        readList(work, codecs.action, keys.list.strategyRecords("Action", code, "", "").listPk),
      ),
    ),
    centres: await all(codecs.centre),
    twinsOf: await loaded(() => twinsByCentre(work)),
    indicators: await all(codecs.indicator),
    locations: await loaded(() => readLocations(work)),
    partnerships: await all(codecs.partnership),
    services,
    sources: await all(codecs.sourceRef),
    strategies,
    serviceCodesOf: servicesByCentre(await all(codecs.serviceAtLocation)),
    areaCodesOf: new Map([...listings.values()].map(({ code, areaCodes }) => [code, areaCodes])),
  };
}

/** Records that others name. */
const named = (work: Reading) => ({
  areas: readAreas(work),
  organizations: readAll(work, codecs.organization),
  taxonomyTerms: readAll(work, codecs.taxonomyTerm),
});

/** Of all centres, whose writes come before this projection. */
function readLocations(work: Reading): Location[] {
  const listed = allItemsOf(work.reader, keys.locationInArea(everyArea, "").pk);
  const codes = listed.map(({ code }) => String(code));
  return [...readCodes(work, codecs.location, codes).values()];
}

/** One document for each record that can be found. */
export const searchIndex: DocumentProjection = {
  name: "search",
  affectedBy: isTouching,
  async documents(work, changes) {
    const touched =
      changes === "EVERYTHING"
        ? null
        : touchedBy(
            work,
            changes.map(({ key }) => key),
          );
    if (touched !== null) return [changedDocuments(work, touched)];
    const byType = searchDocumentsOf(await searchedRecords(work));
    return [{ scope: searchScope, documents: byName(searchTypes.flatMap((type) => byType[type]())) }];
  },
};

const byName = (found: readonly SearchDocument[]): Map<string, unknown> =>
  new Map(found.map((document) => [searchDocumentId(document), document]));

/**
 * The documents of some centres and services, and of those whose documents name them: the services of a centre, the centres of a
 * service, and whatever shares a location.
 */
function changedDocuments(
  work: DocumentWork,
  { centreCodes, serviceCodes, locationCodes, ...apart }: Touched,
): DocumentScope {
  const listings = readCodes(work, codecs.serviceListing, serviceCodes);
  // A service that is gone has no listing any more, but centres whose documents still name it.
  const former = work.before
    ? readCodes({ reader: work.before, skip: () => undefined }, codecs.serviceListing, serviceCodes)
    : listings;
  const given = distinct([...listings.values(), ...former.values()].flatMap(({ locationCodes: of }) => of));
  const offered = readCodes(work, codecs.serviceAtLocation, given);
  const first = distinct([...centreCodes, ...[...offered.values()].map(({ centreCode }) => centreCode)]);
  const twinsOf = twinsByCentre(work);
  const standing = [...twinsOf].flatMap(([code, twins]) =>
    twins.some((twin) => first.includes(twin.code)) ? [code] : [],
  );
  const placed = readCodes(work, codecs.centreLocation, first);
  const locations = [
    ...readCodes(
      work,
      codecs.location,
      distinct([...locationCodes, ...[...placed.values()].map(({ locationCode }) => locationCode)]),
    ).values(),
  ];
  const own = distinct([...first, ...standing, ...locations.flatMap((location) => location.centreCodes)]);
  const shown = distinct(
    own.flatMap((code) => [code, ...(twinsOf.get(code) ?? []).map((twin) => twin.code)]),
  );
  // A further record of a place is found by the record that stands for it.
  const centres = [...readCodes(work, codecs.centre, own).values()].filter(
    ({ sameAsCode }) => sameAsCode == null,
  );
  const offers = [...readCodes(work, codecs.centreServices, shown).values()];
  const places = readCodes(
    work,
    codecs.serviceAtLocation,
    offers.flatMap((offer) => offer.locationCodes),
  );
  const serviceCodesOf = servicesByCentre([...places.values()]);
  const services = readCodes(
    work,
    codecs.service,
    distinct([...serviceCodes, ...[...serviceCodesOf.values()].flat()]),
  );
  const byType = searchDocumentsOf({
    ...named(work),
    ...{ actions: [], strategies: [] },
    indicators: [...readCodes(work, codecs.indicator, apart.indicatorCodes).values()],
    partnerships: [...readCodes(work, codecs.partnership, apart.partnershipCodes).values()],
    sources: [...readCodes(work, codecs.sourceRef, apart.sourceCodes).values()],
    ...{ centres, locations, twinsOf, serviceCodesOf },
    services: [...services.values()],
    areaCodesOf: new Map([...listings.values()].map(({ code, areaCodes }) => [code, areaCodes])),
  });
  const wanted: Partial<Record<SearchType, readonly string[]>> = {
    CENTRE: own,
    SERVICE: serviceCodes,
    LOCATION: distinct([...locationCodes, ...locations.map(({ code }) => code)]),
    INDICATOR: apart.indicatorCodes,
    ORGANIZATION: apart.organizationCodes,
    PARTNERSHIP: apart.partnershipCodes,
    SOURCE: apart.sourceCodes,
  };
  const of = searchTypes.map((type) => ({ type, codes: new Set(wanted[type]) }));
  const documents = byName(
    of.flatMap(({ type, codes }) =>
      codes.size === 0 ? [] : byType[type]().filter((document) => codes.has(document.code)),
    ),
  );
  const names = of.flatMap(({ type, codes }) => [...codes].map((code) => searchDocumentId({ type, code })));
  return { scope: searchScope, documents, gone: names.filter((name) => !documents.has(name)) };
}
