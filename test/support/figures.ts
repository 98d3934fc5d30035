import type { Observation } from "../../src/domain/indicators/observation";
import type { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "./builders";

export const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
const codesTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** A synthetic city with neighbourhoods and a district, and two indicators without observations. */
export async function saveEmptyCity(table: Table, size: number, cityCode = "comune:1"): Promise<string[]> {
  const scheme = cityCode === "comune:1" ? "nil" : `nil${cityCode.split(":")[1]}`;
  const codes = codesTo(size).map((i) => `${scheme}:${i}`);
  await saveAll(table, codecs.sourceRef, [aSource()], saved);
  await saveAll(table, codecs.indicator, [anIndicator(), anIndicator({ code: "share", decimals: 1 })], saved);
  await saveAll(
    table,
    codecs.area,
    [
      aCity({ code: cityCode }),
      anArea({ code: `${scheme}d:1`, level: "DISTRICT", cityCode }),
      ...codes.map((code) => anArea({ code, cityCode })),
    ],
    saved,
  );
  return codes;
}

/** Numbers of two years: residents of all areas, a share of all but the second, and both of the city. */
export function figuresOf(areaCodes: readonly string[], cityCode = "comune:1"): Observation[] {
  return ["2011", "2024"].flatMap((period, year) => [
    anObservation({ indicatorCode: "share", areaCode: cityCode, areaLevel: "CITY", period, value: 7.5 }),
    ...areaCodes.flatMap((areaCode, i) => [
      anObservation({ areaCode, period, value: i === 0 ? 40 : 5_000 }),
      ...(i === 1
        ? []
        : [anObservation({ indicatorCode: "share", areaCode, period, value: ((i * 7) % 11) + year })]),
    ]),
  ]);
}

export const saveFigures = (table: Table, observations: readonly Observation[]) =>
  saveAll(table, codecs.observation, observations, saved);
