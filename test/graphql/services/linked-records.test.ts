import { limits } from "../../../src/domain/kit/limits";
import { listService } from "../../../src/domain/services/service-listing";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aLocation, aService } from "../../support/builders";
import { startHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00.000Z" };

test.each([
  { more: 0, codes: [] },
  { more: 1, codes: Array(4).fill("LIMIT_EXCEEDED") },
])("lists without pages have a bound: $more above it", async ({ more, codes }) => {
  const { table, ask } = await startHub();
  const linked = Array.from({ length: limits.linkedRecords + more }, (_, i) => `test:${i + 1}`);
  await saveAll(table, codecs.centre, [aCentre()], imported);
  await saveAll(table, codecs.service, [aService()], imported);
  await saveAll(table, codecs.location, [aLocation({ centreCodes: linked })], imported);
  await saveAll(table, codecs.centreServices, [{ code: "test:1", locationCodes: linked }], imported);
  await saveAll(table, codecs.serviceListing, [listingOf(linked)], imported);
  const { data, errors = [] } = await ask<Record<string, unknown>>(`{
    centre(code: "test:1") { services { code } }
    service(code: "test:s1") { locations { code } }
    location(code: "${aLocation().code}") { centres { code } services { code } }
  }`);
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(codes);
  expect(data).toMatchObject({
    centre: { services: more === 0 ? [] : null },
    service: { locations: more === 0 ? [] : null },
    location: { centres: more === 0 ? [{ code: "test:1" }] : null, services: more === 0 ? [] : null },
  });
});

const listingOf = (locationCodes: readonly string[]) => ({
  ...listService(aService(), { locations: [], centres: [], served: [], overlaps: [] }),
  locationCodes,
});
