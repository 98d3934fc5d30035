import { saveRecords } from "../../src/ingest/run/save-records";
import { refresh, verify } from "../../src/projections/refresh";
import { codecs } from "../../src/storage/records/codecs";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { retireAll } from "../../src/storage/records/retire";
import { aCentre, aCity, anArea, aService, aServiceAtLocation, aSource } from "../support/builders";
import { startTable } from "../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00.000Z" };

test("a centre is not found any more by a service that was retired while its place stayed", async () => {
  const table = await startTable();
  const city = aCity();
  const records: readonly HubRecord[] = [
    { type: "sourceRef", record: aSource() },
    { type: "area", record: city },
    { type: "area", record: anArea({ code: "nil:1", cityCode: city.code }) },
    { type: "centre", record: aCentre({ areaCodes: [city.code, "nil:1"] }) },
    { type: "service", record: aService() },
    { type: "serviceAtLocation", record: aServiceAtLocation() },
  ];
  await saveRecords(table, records, options);
  await refresh(table, "EVERYTHING", { now: options.now, written: true });
  expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
  const key = codecs.service.key(aService());
  const place = { type: "service", key, code: aService().code } as const;
  await retireAll(table, [place], {
    ...options,
    now: "2026-01-02T00:00:00.000Z",
    reason: "Not stated any more",
  });
  await refresh(table, [{ key }], { now: options.now, written: true });
  expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
});
