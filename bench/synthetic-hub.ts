import type { Observation } from "../src/domain/indicators/observation";
import { createAreaBoundary } from "../src/domain/places/area-boundary";
import type { ServiceListing } from "../src/domain/services/service-listing";
import type { Item } from "../src/storage/engine/key";
import type { Table } from "../src/storage/engine/table";
import type { Codec } from "../src/storage/records/codec";
import { codecs } from "../src/storage/records/codecs";
import { aCentre, aCity, anArea, anIndicator, anObservation, aSource } from "../test/support/builders";
import { square } from "../test/support/synthetic-city";

/** SYNTHETIC: cities of the size of Milan, with made-up numbers, for measuring only. */
export const neighbourhoods = 88;
export const periods = ["2011", "2016", "2020", "2024"];
export const indicatorCodes = [
  "residents",
  "share",
  ...Array.from({ length: 28 }, (_, i) => `figure_${i + 1}`),
];

export const cityCode = (city: number): string => `comune:${String(city).padStart(6, "0")}`;
/** Centres, and services, of each city. */
export const things = 60;

export const areaCode = (city: number, number: number): string => `nil${city}:${number}`;

/** What all cities share. */
export async function writeDefinitions(table: Table): Promise<void> {
  await write(table, codecs.sourceRef, [aSource({ title: "Synthetic numbers for a benchmark" })]);
  await write(
    table,
    codecs.indicator,
    indicatorCodes.map((code) => anIndicator({ code })),
  );
}

/** A city with its areas and, of the given indicators, the numbers of every area and year. */
export async function writeCity(table: Table, city: number, indicators: readonly string[]): Promise<void> {
  const numbers = Array.from({ length: neighbourhoods }, (_, i) => i + 1);
  await write(table, codecs.area, [
    aCity({ code: cityCode(city), name: `Città ${city}` }),
    ...numbers.map((number) =>
      anArea({
        code: areaCode(city, number),
        name: `Quartiere ${number}`,
        cityCode: cityCode(city),
        centroid: { latitude: 45 + random(city, number) / 10, longitude: 9 + random(number, city) / 10 },
        areaKm2: 1 + random(number, number),
        boundaryVersion: "Synthetic",
      }),
    ),
  ]);
  await write(
    table,
    codecs.centre,
    Array.from({ length: things }, (_, i) =>
      aCentre({
        code: `city${city}:${i}`,
        name: `Casa ${i}`,
        areaCodes: [cityCode(city), areaCode(city, i + 1)],
      }),
    ),
  );
  await write(
    table,
    codecs.serviceListing,
    Array.from({ length: things }, (_, i) => aListing(`city${city}:s${i}`, [areaCode(city, i + 1)])),
  );
  // Surfaces are read by the code of their area: those of the city that is asked are enough.
  if (city === 1)
    await write(
      table,
      codecs.areaBoundary,
      numbers.map((i) =>
        createAreaBoundary({
          areaCode: areaCode(city, i),
          level: "NEIGHBOURHOOD",
          polygons: [square(1 + (i % 9)).map((ring) => ring.map(([x, y]) => [x!, y!] as const))],
        }),
      ),
    );
  const observations = indicators.flatMap((indicatorCode, i) =>
    periods.flatMap((period, year): Observation[] => [
      anObservation({
        indicatorCode,
        period,
        areaCode: cityCode(city),
        areaLevel: "CITY",
        value: 100 * random(i, year),
      }),
      ...numbers.map((number) => {
        const denominator = 1_000 + Math.round(20_000 * random(city + number, year));
        const numerator = Math.round(denominator * random(number * 31 + i, year + city));
        const value = indicatorCode === "residents" ? denominator : (100 * numerator) / denominator;
        const area = { indicatorCode, period, areaCode: areaCode(city, number) };
        return anObservation({ ...area, value, numerator, denominator });
      }),
    ]),
  );
  await write(table, codecs.observation, observations);
}

const aListing = (code: string, areaCodes: readonly string[]): ServiceListing => ({
  code,
  name: `Servizio ${code}`,
  organizationCode: "body",
  careDomains: ["SOCIAL_CARE"],
  freeOfCharge: "UNKNOWN",
  channels: [],
  languages: [],
  minimumAge: null,
  maximumAge: null,
  serviceTypeCodes: [],
  targetGroupCodes: [],
  locationCodes: [],
  stepFree: "UNKNOWN",
  areaCodes,
});

/** In bulk: laid out as the hub does it, but without what only editors and histories need. */
async function write<T>(table: Table, codec: Codec<T>, records: readonly T[]): Promise<void> {
  const puts = records.flatMap((record): Item[] => [
    { ...codec.key(record), ...codec.index?.(record), type: codec.type, record },
    ...(codec.edges?.(record) ?? []),
  ]);
  await table.batchWrite({ puts });
}

/** The same for the same place, from 0 to 1. */
const random = (a: number, b: number): number => {
  const x = Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453;
  return x - Math.floor(x);
};
