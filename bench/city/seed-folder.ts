import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
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
import { type CityFacts, city, period } from "./facts";

/** Writes the city as data that a hub loads at its first start, by the same way as the data that comes with it. */
export async function writeSeedFolder(folder: string, facts: CityFacts): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, records] of Object.entries(seedFiles(facts)))
    await writeFile(
      path.join(folder, file),
      `[\n${records.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`,
    );
}

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
  "indicators.json": [anIndicator(), anIndicator({ code: "share", unit: "percent", aggregation: "NONE" })],
  "observations.json": areas.flatMap(({ code: areaCode, residents, share }) => [
    anObservation({ indicatorCode: "residents", areaCode, period, value: residents }),
    anObservation({
      ...{ indicatorCode: "share", areaCode, period, value: share },
      ...{ numerator: (share * residents) / 100, denominator: residents },
    }),
  ]),
  "centres.json": centres.map(({ code, name, area, manager }) =>
    aCentre({ code, name, areaCodes: [city.code, area], managerCode: manager }),
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
