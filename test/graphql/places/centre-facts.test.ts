import { saveRecords } from "../../../src/ingest/run/save-records";
import { aCentre, anOrganization, aSource, aTerm } from "../../support/builders";
import { startHub } from "../../support/hub";

const period = {
  kindCode: "centre-kind:HUB",
  validFrom: "2020-01-01",
  validTo: null,
  assertedOn: "2026-01-01",
  sourceCode: "test",
};

test("a centre has capacity, alert, manager, owner and the kind on a day, each with its source", async () => {
  const hub = await startHub();
  await saveRecords(
    hub.table,
    [
      { type: "sourceRef", record: aSource() },
      { type: "taxonomyTerm", record: aTerm() },
      { type: "organization", record: anOrganization() },
      {
        type: "centre",
        record: aCentre({
          kindHistory: [period],
          capacity: [
            {
              unit: { it: "posti", en: "places" },
              available: null,
              maximum: 40,
              updatedAt: "2026-05",
              sourceCode: "test",
            },
          ],
          alert: { it: "Lavori all'ingresso.", en: "Works at the entrance." },
          managerCode: "bureau",
          ownerCode: "unknown-bureau",
        }),
      },
      { type: "centre", record: aCentre({ code: "test:2" }) },
    ],
    { origin: "test", now: "2026-01-01T00:00:00Z" },
  );
  const { data, errors } = await hub.ask(`{ centres { nodes {
    code
    capacity { unit { en } available maximum updatedAt sourceRef { code } }
    alert { en }
    manager { code }
    owner { code }
    within: kindOn(on: "2021-06-30") { on reason period { kind { code } sourceRef { code } } }
    before: kindOn(on: "2019-06-30") { reason period { kind { code } } }
  } } }`);
  expect(errors).toBeUndefined();
  const sourceRef = { code: "test" };
  expect(data).toEqual({
    centres: {
      nodes: [
        {
          code: "test:1",
          capacity: [
            { unit: { en: "places" }, available: null, maximum: 40, updatedAt: "2026-05", sourceRef },
          ],
          alert: { en: "Works at the entrance." },
          manager: { code: "bureau" },
          owner: null,
          within: {
            on: "2021-06-30",
            reason: "STATED",
            period: { kind: { code: "centre-kind:HUB" }, sourceRef },
          },
          before: { reason: "BEFORE_FIRST_STATEMENT", period: null },
        },
        {
          code: "test:2",
          capacity: [],
          alert: null,
          manager: null,
          owner: null,
          within: { on: "2021-06-30", reason: "NEVER_STATED", period: null },
          before: { reason: "NEVER_STATED", period: null },
        },
      ],
    },
  });
});

test("the kind on a date needs a whole day", async () => {
  const hub = await startHub({ starter: true });
  const { errors } = await hub.ask('{ centre(code: "ds3017:24") { kindOn(on: "2021") { reason } } }');
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", where: "on" } }]);
});
