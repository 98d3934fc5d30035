import { readFileSync } from "node:fs";
import { isOffered } from "../../../src/domain/kit/status";
import type { Service } from "../../../src/domain/services/service";
import type { Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const source = ownSource("milano-services") as Source;

async function mappedFile() {
  const text = readFileSync(sharedData("services/milano_servizi_fragilita.csv")!, "utf8");
  const rows = await readRows(source.format, text);
  const { records, problems } = mapRows(source, rows, {
    areaCodesAt: () => [],
    levelsWithBoundary: new Set(),
  });
  const services = records.filter(({ type }) => type === "service").map(({ record }) => record as Service);
  return { services, problems };
}
const countsOf = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]));
const serviceOf = (services: readonly Service[], key: string): Service =>
  services.find(({ code }) => code === `milano-services:${key}`)!;

testWithSharedData("every row is a service with the page of its row, and none has quoted words", async () => {
  const { services, problems } = await mappedFile();
  expect(services).toHaveLength(53);
  expect(services.filter(isOffered)).toHaveLength(44);
  expect(services.every(({ citations }) => citations.length === 1)).toBe(true);
  expect(JSON.stringify(services)).not.toContain("dal lunedì al sabato dalle 8 alle 18, è possibile");
  // Hours that are not understood stay words; nothing is rejected.
  expect(countsOf(problems.map(({ severity, rule, column }) => `${severity} ${rule} ${column}`))).toEqual({
    "NOTICE EMPTY_CELL provider": 1,
    "NOTICE EMPTY_CELL status": 1,
    "NOTICE NOT_HELD code": 2,
    "WARNING HOURS_NOT_UNDERSTOOD hours_text_it": 13,
  });
});

testWithSharedData("facts of single rows", async () => {
  const { services } = await mappedFile();
  const phoneLine = serviceOf(services, "MI-SRV-001");
  expect(phoneLine).toMatchObject({
    status: "ACTIVE",
    statusDate: "2026",
    lastVerified: "2026",
    certainty: null,
    channels: ["PHONE"],
    phones: [{ number: "020202" }],
    serviceAreaCodes: ["comune:015146"],
    openingHoursText: "Da lunedì a sabato 8:00-18:00",
    citations: [
      { title: "Comune di Milano, Milano Aiuta Estate 2026", publishedOn: "2026", seenOn: "2026-11-27" },
    ],
  });
  expect(phoneLine.openingRules?.schedules).toHaveLength(1);
  // Neither is a limit for everybody: see the notes of the file.
  expect(["MI-SRV-031", "MI-SRV-035"].map((key) => serviceOf(services, key).minimumAge)).toEqual([
    null,
    null,
  ]);
  expect(serviceOf(services, "MI-SRV-062").organizationCode).toBeNull();
});

describe("the hub", () => {
  let hub: PreparedHub;
  beforeAll(async () => {
    if (sharedData(".") !== null) hub = await startPreparedHub();
  });

  testWithSharedData(
    "lists what is offered, and a neighbourhood shows the services of its city apart",
    async () => {
      const { data, errors } = await hub.ask(`{
      services(first: 1) { totalCount nodes { code } }
      planned: services(filter: { statuses: PLANNED }) { nodes { code status } }
      closed: services(filter: { statuses: DEFUNCT }) { totalCount }
      carers: services(filter: { targetGroup: "target-group:CAREGIVER" }) { totalCount }
      area(code: "nil:30") {
        services { totalCount nodes { code } }
        cityServices { totalCount }
      }
      service(code: "milano-services:MI-SRV-003") {
        status lastVerified organization { code } citations { url title publishedOn }
      }
    }`);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        // 44, that of ds1303, and 30 of the centres of ds3017.
        services: { totalCount: 75, nodes: [{ code: "milano-services:MI-SRV-029" }] },
        planned: { nodes: [{ code: "milano-services:MI-SRV-017", status: "PLANNED" }] },
        closed: { totalCount: 8 },
        carers: { totalCount: 6 },
        area: {
          services: {
            totalCount: 5,
            nodes: [
              { code: "ds3017:24" },
              { code: "milano-services:MI-SRV-049" },
              { code: "milano-services:MI-SRV-035" },
              { code: "milano-services:MI-SRV-033" },
              { code: "ds1303:sspt" },
            ],
          },
          cityServices: { totalCount: 38 },
        },
        service: {
          status: "ACTIVE",
          lastVerified: "2026",
          organization: { code: "comune-milano" },
          citations: [
            {
              url: "https://servizicrm.comune.milano.it/centro-supporto/KA-02878/Servizio-consegna-pasti-a-domicilio",
              title: "Comune di Milano, Centro supporto KA-02878",
              publishedOn: "2026",
            },
          ],
        },
      });
    },
  );
});
