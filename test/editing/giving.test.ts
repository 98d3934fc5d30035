import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aMilestone, aServiceAtLocation } from "../support/builders";
import type { TestHub } from "../support/hub";
import { askAs, startPartnersHub } from "../support/partners";

const now = "2026-11-29T10:00:00.000Z";
let hub: TestHub;
beforeEach(async () => {
  hub = await startPartnersHub(() => now);
});

async function update(name: string, input: object): Promise<unknown> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await askAs<Record<string, unknown>>(
    hub,
    "owner",
    `mutation ($input: ${type}!) { ${name}(input: $input) { version userErrors { code field } } }`,
    { input: { expectedVersion: 1, reason: "Test", ...input } },
  );
  expect(errors).toBeUndefined();
  return data![name];
}
const done = { version: 2, userErrors: [] };
const imported = { origin: "test", now };

test("closures of a service at a centre become intervals, and stay after an import", async () => {
  const closed = { openingHoursText: "lun-ven 9:00-12:30", closuresText: "dal 10 al 20 agosto 2027" };
  expect(await update("updateServiceAtLocation", { code: "a:1", fields: closed })).toEqual(done);
  const again = aServiceAtLocation({
    ...{ code: "a:1", serviceCode: "a:1", centreCode: "a:1" },
    description: { it: "nuovo", en: null },
  });
  await saveAll(hub.table, codecs.serviceAtLocation, [again], imported);
  const { data } = await hub.ask(
    `{ service(code: "a:1") { locations { description { it } closuresText
        closures(from: "2027-08-01T00:00:00Z", to: "2027-09-01T00:00:00Z") { known intervals { from to state } }
        isOpenAt(at: "2027-08-12T08:00:00Z") { state reason } } } }`,
  );
  expect(data).toEqual({
    service: {
      locations: [
        {
          ...{ description: { it: "nuovo" }, closuresText: closed.closuresText },
          closures: {
            known: true,
            intervals: [
              { from: "2027-08-10T00:00:00.000Z", to: "2027-08-21T00:00:00.000Z", state: "CLOSED" },
            ],
          },
          isOpenAt: { state: "CLOSED", reason: "STATED_CLOSURE" },
        },
      ],
    },
  });
});

test("hours of a service as a whole are read from its words", async () => {
  const fields = { openingHoursText: "lun 9:00-12:00" };
  expect(await update("updateService", { code: "a:1", fields })).toEqual(done);
  const { data } = await hub.ask(`{ service(code: "a:1") { schedules { byday opensAt closesAt } } }`);
  expect(data).toEqual({ service: { schedules: [{ byday: ["MO"], opensAt: "09:00", closesAt: "12:00" }] } });
});

test("the leader of an action says when a milestone was reached; it stays after an import, with its history", async () => {
  const fields = { actualDate: "2026-10", evidence: { it: "Verbale" } };
  expect(await update("updateMilestone", { code: "a:action:1", fields })).toEqual(done);
  const again = aMilestone({ code: "a:action:1", actionCode: "a:action", plannedDate: "2026-09" });
  await saveAll(hub.table, codecs.milestone, [again], imported);
  const { data } = await hub.ask(
    `{ strategy(code: "strategy") { milestones(on: "2026-11-29", first: 1) { nodes { code actualDate plannedDate timing { state }
        recordState { editedFields history { nodes { reason } } } } } } }`,
  );
  expect(data).toEqual({
    strategy: {
      milestones: {
        nodes: [
          {
            ...{ code: "a:action:1", actualDate: "2026-10", plannedDate: "2026-09" },
            timing: { state: "DONE" },
            recordState: {
              editedFields: ["actualDate", "evidence"],
              history: { nodes: [{ reason: null }, { reason: "Test" }, { reason: null }] },
            },
          },
        ],
      },
    },
  });
});

test("a milestone belongs to the strategy of its action, and evidence needs a date", async () => {
  const wrong = { fields: { evidence: { it: "x" } } };
  expect(await update("updateMilestone", { code: "a:action:1", ...wrong })).toMatchObject({
    userErrors: [{ code: "INVALID_RECORD", field: ["input", "fields", "evidence"] }],
  });
  const moved = { fields: { strategy: "other" } };
  expect(await update("updateMilestone", { code: "a:action:1", ...moved })).toMatchObject({
    userErrors: [{ field: ["input", "fields", "action"] }],
  });
});
