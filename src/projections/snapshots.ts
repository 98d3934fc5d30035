import { totalsDocuments, totalsScope } from "../domain/counts/totals-document";
import { citiesScope } from "../domain/indicators/series-document";
import { canonicalText } from "../domain/kit/canonical-text";
import type { Area } from "../domain/places/area";
import { documentIds, publishSnapshot } from "../storage/documents/publish-snapshot";
import { documentText, snapshotRepository } from "../storage/documents/snapshot.repository";
import type { Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import { keys } from "../storage/records/keys";
import { recordsByKeys } from "../storage/records/records.repository";
import { cityCodesOf, cityRecords, recordsOfCities, type SharedRecords, sharedRecords } from "./city-records";
import { cityDocuments, figureDocuments } from "./figure-documents";
import { totalsRecords } from "./totals-records";

/** What was published of a city. */
export interface Rebuilt {
  readonly scope: string;
  /** Documents that differed and were written. */
  readonly written: number;
}

/** How the published documents differ from what the records say. */
export interface Drift {
  readonly scope: string;
  readonly document: string;
  readonly drift: "DIFFERS" | "MISSING" | "SUPERFLUOUS";
}

/** Makes all documents of all cities anew from the records, and publishes what differs. */
export async function rebuild(table: Table, now: string): Promise<Rebuilt[]> {
  const cities = await everyScope(table, await sharedRecords(table));
  const numbers = await publishNumbers(table, [...cities, citiesScope], now);
  return [...numbers, ...(await publishTotals(table, cities, now))];
}

/**
 * Makes the documents follow records that changed. Each city that a change can touch is recomputed from its records, never
 * counted on, so it does no harm to be told of a change twice, late, or in another order; only documents that differ are
 * written.
 * @param changed primary keys of items of any kind; those that no document shows are passed over.
 */
export async function followChanges(table: Table, changed: readonly Key[], now: string): Promise<Rebuilt[]> {
  const counted = changed.some(isCounted);
  const totals = counted
    ? await publishTotals(table, await everyScope(table, await sharedRecords(table)), now)
    : [];
  return [...(await followNumbers(table, changed.filter(isShown), now)), ...totals];
}

async function followNumbers(table: Table, touched: readonly Key[], now: string): Promise<Rebuilt[]> {
  if (touched.length === 0) return [];
  const areaCodes = new Set(touched.map(observedArea));
  // What is no number may be shown in every city: an area may have come from another one.
  if (areaCodes.has(null)) {
    const cities = await everyScope(table, await sharedRecords(table));
    return publishNumbers(table, [...cities, citiesScope], now);
  }
  const wanted = [...areaCodes].map((code) => keys.record("Area", code!));
  const areas = await recordsByKeys<Area>(table, wanted);
  const scopes = new Set(
    areas.flatMap((area) => {
      if (area === null) return [];
      return area.level === "CITY" ? [area.code, citiesScope] : [area.cityCode ?? area.code];
    }),
  );
  return publishNumbers(table, [...scopes].sort(), now);
}

/** Makes all documents in memory and compares them with what readers get. */
export async function verify(table: Table): Promise<Drift[]> {
  const shared = await sharedRecords(table);
  const counted = await totalsRecords(table);
  const drifts: Drift[] = [];
  const cities = await everyScope(table, shared);
  for (const scope of [...cities, citiesScope])
    drifts.push(...(await driftOf(table, scope, await documentsOf(table, scope, shared))));
  for (const city of cities) {
    drifts.push(...(await driftOf(table, totalsScope(city), totalsDocuments(city, counted))));
  }
  return drifts;
}

async function driftOf(table: Table, scope: string, wanted: ReadonlyMap<string, object>): Promise<Drift[]> {
  const drifts: Drift[] = [];
  const manifest = await snapshotRepository(table).manifest(scope);
  const published = manifest ? await documentIds(table, scope, manifest) : [];
  for (const document of [...new Set([...wanted.keys(), ...published])].sort()) {
    const text = manifest && (await documentText(table, scope, document, manifest, true));
    const should = wanted.has(document) ? canonicalText(wanted.get(document)) : null;
    if (text === should) continue;
    const drift = text === null ? "MISSING" : should === null ? "SUPERFLUOUS" : "DIFFERS";
    drifts.push({ scope, document, drift });
  }
  return drifts;
}

/** Totals are small and made of few reads: those of all cities are made whenever anything that is counted changed. */
async function publishTotals(table: Table, cities: readonly string[], now: string): Promise<Rebuilt[]> {
  const rebuilt: Rebuilt[] = [];
  for (const city of cities) {
    const make = async () => totalsDocuments(city, await totalsRecords(table));
    rebuilt.push({
      scope: totalsScope(city),
      written: await publishSnapshot(table, totalsScope(city), make, now),
    });
  }
  return rebuilt;
}

async function publishNumbers(table: Table, scopes: readonly string[], now: string): Promise<Rebuilt[]> {
  const repository = snapshotRepository(table);
  const seen = new Map<string, number>();
  for (const scope of scopes) seen.set(scope, (await repository.manifest(scope))?.version ?? 0);
  const shared = await sharedRecords(table);
  const rebuilt: Rebuilt[] = [];
  for (const scope of scopes) {
    // What was read before another writer published may be older than what that one read.
    const make = async (version: number) =>
      documentsOf(table, scope, version === seen.get(scope) ? shared : await sharedRecords(table));
    rebuilt.push({ scope, written: await publishSnapshot(table, scope, make, now) });
  }
  await saveScopes(table, cityCodesOf(shared));
  return rebuilt;
}

const documentsOf = async (
  table: Table,
  scope: string,
  shared: SharedRecords,
): Promise<Map<string, object>> =>
  scope === citiesScope
    ? cityDocuments(await recordsOfCities(table, shared))
    : figureDocuments(await cityRecords(table, scope, shared));

/** The cities that are there, and those of which something is published that may be gone. */
async function everyScope(table: Table, shared: SharedRecords): Promise<string[]> {
  const published = await snapshotRepository(table).scopes();
  return [...new Set([...cityCodesOf(shared), ...published])].sort();
}

async function saveScopes(table: Table, cities: readonly string[]): Promise<void> {
  const published = await snapshotRepository(table).scopes();
  if (JSON.stringify(published) === JSON.stringify(cities)) return;
  await table.put({ ...keys.snapshotScopes(), scopes: cities });
}

const countedTypes = ["Area", "Centre", "Service", "ServiceAtLocation", "TaxonomyTerm"];

/** Of a service its listing is counted, which is written after the records that it follows from. */
const isCounted = ({ pk, sk }: Key): boolean =>
  sk === keys.serviceListing("").sk ||
  (sk === "RECORD" && countedTypes.some((type) => pk.startsWith(`${type}#`)));

const shownTypes = ["Area", "IndicatorDefinition", "SourceRef"];

const isShown = (key: Key): boolean =>
  observedArea(key) !== null ||
  (key.sk === "RECORD" && shownTypes.some((type) => key.pk.startsWith(`${type}#`)));

/** The area of a number; `null` for what is none. */
function observedArea({ pk }: Key): string | null {
  const { pk: partition } = keys.observation("", "", "");
  return pk.startsWith(partition) ? pk.slice(partition.length) : null;
}
