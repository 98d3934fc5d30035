import { listService } from "../../../src/domain/services/service-listing";
import { aService, aServiceAtLocation } from "../../support/builders";

const nothing = { locations: [], centres: [], served: [], overlaps: [] };

test("a service without area and place is found only in the whole list", () => {
  expect(listService(aService(), nothing)).toEqual({
    code: "test:s1",
    name: "Servizio",
    organizationCode: "bureau",
    status: "ACTIVE",
    careDomains: [],
    freeOfCharge: "UNKNOWN",
    channels: [],
    languages: [],
    minimumAge: null,
    maximumAge: null,
    serviceTypeCodes: [],
    targetGroupCodes: [],
    locationCodes: [],
    stepFree: "UNKNOWN",
    serviceAreaCodes: [],
    areaCodes: [],
  });
});

test("a service is found once in each area that it serves, that overlaps these, or that has a place of it", () => {
  const listing = listService(aService({ serviceAreaCodes: ["municipio:5"] }), {
    locations: [aServiceAtLocation({ code: "b" }), aServiceAtLocation({ code: "a" })],
    centres: [
      { accessibility: [], areaCodes: ["comune:1", "municipio:4", "nil:30"] },
      { accessibility: [], areaCodes: ["comune:1"] },
    ],
    served: [{ cityCode: "comune:1" }, { cityCode: null }],
    overlaps: [{ overlaps: [{ areaCode: "nil:42", share: null, shareOfOther: 0.1 }] }],
  });
  expect(listing.areaCodes).toEqual(["comune:1", "municipio:4", "municipio:5", "nil:30", "nil:42"]);
  expect(listing.locationCodes).toEqual(["a", "b"]);
});

test.each([
  ["YES", ["NO", "YES"]],
  ["NO", ["NO", "NO"]],
  ["UNKNOWN", ["NO", "UNKNOWN"]],
  ["UNKNOWN", ["LIMITED"]],
] as const)("its access without steps is %s where its places have %p", (stepFree, places) => {
  const centres = places.map((availability) => ({
    accessibility: [{ feature: "STEP_FREE_ACCESS" as const, availability, note: null }],
    areaCodes: [],
  }));
  expect(listService(aService(), { ...nothing, centres }).stepFree).toBe(stepFree);
});
