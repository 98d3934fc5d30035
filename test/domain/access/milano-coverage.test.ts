import { readFileSync } from "node:fs";
import { cityAccess, type DemandArea } from "../../../src/domain/access/access-figures";
import type { WalkingScenario } from "../../../src/domain/access/walking-scenario";
import type { GeoPoint } from "../../../src/domain/geo/point";
import { type Polygon, surfaceKm2 } from "../../../src/domain/geo/polygon";
import { evenSpread, gridPoints, pointCount } from "../../../src/domain/places/even-spread";
import { csv } from "../../../src/ingest/formats/csv";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";

/** Old people on foot, adults on foot, adults as the crow flies: the order of the columns below. */
const scenarios: readonly [WalkingScenario, ...WalkingScenario[]] = [
  { minutes: 15, speedKmh: 3.5, detourFactor: 1.3 },
  { minutes: 15, speedKmh: 5, detourFactor: 1.3 },
  { minutes: 15, speedKmh: 5, detourFactor: 1 },
];

const bytesOf = (file: string) => readFileSync(sharedData(file)!);

async function rowsOf(
  file: string,
  columns: readonly string[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { rows } = await readRows(csv({ separator: ";", columns }), bytesOf(file));
  return rows.map(({ cells }) => cells);
}

async function readCity() {
  const { features } = JSON.parse(bytesOf("boundaries/ds964_nil_wm.geojson").toString()) as {
    features: { properties: { ID_NIL: number }; geometry: { coordinates: Polygon } }[];
  };
  const shapes = new Map(
    features.map(({ properties, geometry }) => [properties.ID_NIL, [geometry.coordinates]]),
  );
  const people = new Map(
    (await rowsOf("population/ds205_nil_demografia_2011_2016_2020_2024.csv", ["Anno", "NIL", "65 e +"]))
      .filter(({ Anno, NIL }) => Anno === "2024" && NIL !== "")
      .map((row) => [Number(row.NIL), Number(row["65 e +"])]),
  );
  const points = new Map(
    (await rowsOf("centres/ds3017_case_di_quartiere.csv", ["id", "LAT_Y_4326", "LONG_X_4326"])).map((row) => [
      row.id!,
      { latitude: Number(row.LAT_Y_4326), longitude: Number(row.LONG_X_4326) },
    ]),
  );
  const areas = new Map(
    [...shapes].map(([nil, shape]): [number, DemandArea] => [
      nil,
      { people: people.get(nil) ?? 0, points: gridPoints(evenSpread(shape)) },
    ]),
  );
  return { shapes, areas, points };
}

const percentages = (areas: readonly DemandArea[], points: readonly GeoPoint[]): number[] =>
  cityAccess(
    areas,
    points.map((point) => ({ ...point, supply: 1 })),
    scenarios,
  ).total.sensitivity.map(({ coveredShare }) => Math.round(1000 * coveredShare) / 10);

testWithSharedData(
  "has the shares of the city's older people within 15 minutes that the research found",
  async () => {
    const { areas, points } = await readCity();
    expect(points.size).toBe(34);
    const found = percentages([...areas.values()], [...points.values()]);
    // Published: 30, 52, 73.
    expect(found).toEqual([29.7, 52.2, 72.9]);
  },
);

testWithSharedData(
  "has those of the two target neighbourhoods, within 1 point of the research, whose grid is not known",
  async () => {
    const { areas, points } = await readCity();
    // Published: 22, 35, 49. On a grid of 600 points a side: 21.95, 36.09, 48.98.
    expect(percentages([areas.get(30)!], [points.get("24")!])).toEqual([22.0, 35.9, 48.9]);
    // Published: 43, 67, 86. On a grid of 600 points a side: 43.33, 67.57, 85.59.
    const chiesaRossa = [points.get("25")!, points.get("26")!];
    expect(percentages([areas.get(42)!], chiesaRossa)).toEqual([43.3, 67.5, 85.7]);
  },
);

testWithSharedData("places every neighbourhood on a grid that holds its surface", async () => {
  const { shapes } = await readCity();
  const errors = [...shapes.values()].map((shape) => {
    const { spacingMetres, runs } = evenSpread(shape);
    return Math.abs((pointCount({ runs }) * spacingMetres ** 2) / 1e6 / surfaceKm2(shape) - 1);
  });
  expect(Math.max(...errors)).toBeLessThan(0.02);
});
