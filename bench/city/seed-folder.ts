import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { GeoPoint } from "../../src/domain/geo/point";
import { createAreaBoundary } from "../../src/domain/places/area-boundary";
import { boundaryLineOf } from "../../src/ingest/starter/boundary-lines";
import {
  aCentre,
  aCity,
  anArea,
  anIndicator,
  anObservation,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
} from "../../test/support/builders";
import { areaDegrees, type CityFacts, city, period } from "./facts";

/** Writes the city as data that a hub loads at its first start, by the same way as the data that comes with it. */
export async function writeSeedFolder(folder: string, facts: CityFacts): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, records] of Object.entries(seedFiles(facts)))
    await writeFile(
      path.join(folder, file),
      `[\n${records.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`,
    );
}

const squareAt = (areaCode: string, { latitude, longitude }: GeoPoint) => {
  const [south, north] = [latitude, latitude + areaDegrees];
  const [west, east] = [longitude, longitude + areaDegrees];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return createAreaBoundary({ areaCode, level: "NEIGHBOURHOOD", polygons: [[ring]] });
};

const seedFiles = ({
  areas,
  organizations,
  centres,
  services,
}: CityFacts): Readonly<Record<string, readonly object[]>> => ({
  "sources.json": [aSource({ title: "Synthetic numbers for a benchmark" })],
  "organizations.json": organizations.map(anOrganization),
  "areas.json": [
    aCity({ code: city.code, name: city.name }),
    ...areas.map(({ code, name }) =>
      anArea({ code, name, cityCode: city.code, boundaryVersion: "Synthetic" }),
    ),
  ],
  "area-boundaries.json": areas.flatMap(({ code: areaCode, corner }) =>
    corner ? [boundaryLineOf(squareAt(areaCode, corner))] : [],
  ),
  "indicators.json": [
    anIndicator(),
    ...["share", "other_share"].map((code) => anIndicator({ code, unit: "percent", aggregation: "NONE" })),
  ],
  "observations.json": [
    ...areas.flatMap(({ code: areaCode, residents, share }) => [
      anObservation({ indicatorCode: "residents", areaCode, period, value: residents }),
      anObservation({
        ...{ indicatorCode: "share", areaCode, period, value: share },
        ...{ numerator: (share * residents) / 100, denominator: residents },
      }),
    ]),
    // A second share, and those of the city, for the parts of an index.
    ...areas.flatMap(({ code: areaCode, share, corner }) =>
      corner
        ? [anObservation({ indicatorCode: "other_share", areaCode, period, value: 100 - share / 2 })]
        : [],
    ),
    ...(areas[0]?.corner ? ["share", "other_share"] : []).map((indicatorCode) =>
      anObservation({ indicatorCode, areaCode: city.code, areaLevel: "CITY", period, value: 50 }),
    ),
  ],
  "centres.json": centres.map(({ code, name, area, manager, position = null }) =>
    aCentre({ code, name, position, areaCodes: [city.code, area], managerCode: manager }),
  ),
  "services.json": services.map(({ code, name, organization }) =>
    aService({
      ...{ code, name: { it: name, en: null }, organizationCode: organization },
      careDomains: ["SOCIAL_CARE"],
    }),
  ),
  "services-at-location.json": services.map(({ code, centre }) =>
    aServiceAtLocation({ code: `${code}:1`, serviceCode: code, centreCode: centre }),
  ),
});
