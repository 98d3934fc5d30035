import { createAreaOverlaps } from "../../src/domain/places/area";
import type { ServiceListing } from "../../src/domain/services/service-listing";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aCity, anArea, anIndicator, anObservation, aSource, aTerm } from "./builders";
import { startHub, type TestHub } from "./hub";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

const aListing = (fields: Partial<ServiceListing> = {}): ServiceListing => ({
  code: "test:s1",
  name: "Servizio",
  organizationCode: "bureau",
  careDomains: ["HEALTH"],
  freeOfCharge: "UNKNOWN",
  status: "ACTIVE",
  channels: [],
  stepFree: "UNKNOWN",
  languages: [],
  minimumAge: null,
  maximumAge: null,
  serviceTypeCodes: [],
  targetGroupCodes: [],
  locationCodes: [],
  areaCodes: [],
  ...fields,
});

/**
 * A city of two districts and so many neighbourhoods, of 1,000 times their number of residents. Number 1 lies in both
 * districts, with 60 and 40 %, number 2 in the first, all others in the second; number 3 has no residents that are known.
 */
export async function twoDistricts(size = 4): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  const numbers = numbersTo(size);
  await save(codecs.sourceRef, [aSource(), aSource({ code: "shares" })]);
  await save(codecs.area, [
    aCity(),
    ...[1, 2].map((i) => anArea({ code: `municipio:${i}`, level: "DISTRICT", name: `Municipio ${i}` })),
    ...numbers.map((i) => anArea({ code: `nil:${i}`, name: `NIL ${i}` })),
  ]);
  const within = (code: string, share = 1) => ({ areaCode: code, share: null, shareOfOther: share });
  await save(codecs.areaOverlaps, [
    createAreaOverlaps({
      code: "municipio:1",
      overlaps: [within("nil:1", 0.6), within("nil:2")],
      sourceCodes: ["shares"],
    }),
    createAreaOverlaps({
      code: "municipio:2",
      overlaps: [within("nil:1", 0.4), ...numbers.slice(2).map((i) => within(`nil:${i}`))],
      sourceCodes: ["shares"],
    }),
  ]);
  await save(codecs.taxonomyTerm, [aTerm(), aTerm({ code: "target-group:OLD", taxonomy: "target-group" })]);
  await save(codecs.indicator, [
    anIndicator(),
    anIndicator({
      code: "share",
      unit: "percent",
      decimals: 1,
      aggregation: "WEIGHTED_MEAN",
      numeratorCode: "old",
      denominatorCode: "residents",
      factor: 100,
    }),
    anIndicator({ code: "index", unit: "index", aggregation: "NONE" }),
  ]);
  const known = numbers.filter((i) => i !== 3);
  const none = { value: null, status: "MISSING", note: { it: "Vuoto.", en: "Blank." } } as const;
  await save(codecs.observation, [
    ...known.map((i) => anObservation({ areaCode: `nil:${i}`, value: 1_000 * i })),
    ...known.map((i) =>
      anObservation({
        indicatorCode: "share",
        areaCode: `nil:${i}`,
        value: 10 * i,
        numerator: 100 * i * i,
        denominator: 1_000 * i,
      }),
    ),
    ...numbers.map((i) => anObservation({ indicatorCode: "index", areaCode: `nil:${i}`, value: i })),
    ...(size > 2 ? [anObservation({ areaCode: "nil:3", ...none })] : []),
    anObservation({ areaCode: "comune:1", areaLevel: "CITY", value: 10_000 }),
    anObservation({
      indicatorCode: "share",
      areaCode: "comune:1",
      areaLevel: "CITY",
      value: 21,
      numerator: 2_100,
      denominator: 10_000,
    }),
  ]);
  await save(codecs.serviceListing, [
    aListing({ areaCodes: ["nil:1", "nil:2", "municipio:1", "comune:1"], careDomains: ["HEALTH", "CIVIC"] }),
    aListing({ code: "test:s2", areaCodes: ["nil:1", "municipio:1", "municipio:2", "comune:1"] }),
    aListing({ code: "test:s3", organizationCode: "other" }),
  ]);
  await save(codecs.centre, [
    aCentre({
      areaCodes: ["comune:1", "municipio:2", "nil:3"],
      kindHistory: [
        {
          kindCode: "centre-kind:HUB",
          validFrom: null,
          validTo: null,
          assertedOn: "2025",
          sourceCode: "test",
        },
      ],
    }),
    aCentre({ code: "test:2", areaCodes: ["comune:1", "municipio:1", "nil:2"] }),
  ]);
  hub.table.meter.reset();
  return hub;
}
