import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Centre } from "../../../src/domain/places/centre";
import { readTable } from "../../../src/ingest/formats/csv-folder";
import { recordsIn } from "../../../src/ingest/formats/json";
import { readRecord } from "../../../src/ingest/formats/json-record";
import { ndjson } from "../../../src/ingest/formats/ndjson";
import { rowsOf } from "../../../src/ingest/formats/read-whole";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";
import type { HsdsOptions } from "../../../src/ingest/hsds/options";
import type { MappingContext } from "../../../src/ingest/kit/source";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const options: HsdsOptions = {
  sourceCode: "hsds-samples",
  organizationKind: "THIRD_SECTOR",
  timezone: "UTC",
  language: "en",
};
const nowhere: MappingContext = {
  areaCodesAt: () => [],
  levelsWithBoundary: new Set(),
};

const example = (file: string): Buffer => readFileSync(sharedData(`hsds/3.0/examples/${file}`)!);
const mapped = (objects: Parameters<typeof mapHsds>[0]) => mapHsds(objects, options, nowhere);
const ofJson = (file: string) => mapped(rowsOf(recordsIn(example(file)), 0, readRecord({ fields: [] })).rows);
const ofCsv = () => {
  const folder = sharedData("hsds/3.0/examples/csv")!;
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const tables = names.map((name) => [name, readTable(readFileSync(path.join(folder, name)))] as const);
  return mapped([{ line: 0, fields: Object.fromEntries(tables) }]);
};
const recordsOf = ({ records }: ReturnType<typeof mapped>) =>
  records.map(({ type, record }) => ({ type, record }));

const organization = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
const service = "ac148810-d857-441c-9679-408f346de14b";
const location = "3a19ff88-4620-4d17-9830-ac1d859eb5d5";
const serviceAtLocation = "e94c9f38-1e8f-4564-91d4-d53501ab1765";

testWithSharedData("the organisation with everything nested becomes five records", () => {
  const en = (text: string) => ({ it: null, en: text });
  expect(recordsOf(ofJson("organization_full.json"))).toMatchObject([
    {
      type: "taxonomyTerm",
      record: {
        code: "hsds-samples-taxonomy:code",
        taxonomy: "hsds-samples-taxonomy",
        name: en("name"),
      },
    },
    {
      type: "organization",
      record: {
        code: `hsds-samples:${organization}`,
        name: "Example Organization Inc.",
        kind: "THIRD_SECTOR",
        parentCode: null,
        legalStatus: en("Limited Company"),
        phones: [],
        identifiers: [
          { scheme: "hsds", value: organization },
          { scheme: "gb-coh", value: "1234567" },
        ],
        sourceCodes: ["hsds-samples"],
      },
    },
    {
      type: "service",
      record: {
        code: `hsds-samples:${service}`,
        name: en("Community Counselling"),
        organizationCode: `hsds-samples:${organization}`,
        status: "ACTIVE",
        serviceTypeCodes: ["hsds-samples-taxonomy:code"],
        minimumAge: 12,
        maximumAge: 100,
        freeOfCharge: "NO",
        costOptions: [
          {
            option: en("Under 18s and Over 60s (per 1 hour session)"),
            amount: { cents: 3500, currency: "GBP" },
            validFrom: "2020-01-01",
            validTo: "2022-12-31",
          },
        ],
        languages: ["ur"],
        channels: ["IN_PERSON"],
        contacts: [
          {
            office: en("Community Counselling"),
            email: "email@example.com",
            phone: null,
            personName: null,
            legalBasis: null,
          },
          {
            office: en("Reception"),
            email: "email@example.com",
            phone: null,
            personName: null,
            legalBasis: null,
          },
        ],
      },
    },
    {
      type: "centre",
      record: {
        code: `hsds-samples:${location}`,
        name: "MyCity Civic Center",
        address: {
          streetAddress: "1-30 Main Street, MyVillage",
          locality: "MyCity",
          postalCode: "ABC 1234",
          country: "US",
        },
        position: null,
        accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN" }],
        externalIdentifiers: [
          { scheme: "hsds", value: location },
          { scheme: "uprn", value: "10092008082" },
        ],
      },
    },
    {
      type: "serviceAtLocation",
      record: {
        code: `hsds-samples:${serviceAtLocation}`,
        serviceCode: `hsds-samples:${service}`,
        centreCode: `hsds-samples:${location}`,
        // Days of the month, weeks of the year and a zone "3" beside days of the week: no plain weekly rule.
        openingRules: {
          schedules: [],
          unparsed: [{ reason: "NOT_UNDERSTOOD", validFrom: "2005-01-01" }],
        },
      },
    },
  ]);
});

testWithSharedData("JSON of each kind, NDJSON, flat JSON and CSV give the same records", async () => {
  const whole = recordsOf(ofJson("organization_full.json"));
  const line = Buffer.from(JSON.stringify(JSON.parse(example("organization_full.json").toString("utf8"))));
  expect(recordsOf(mapped((await readRows(ndjson({ fields: [] }), line)).rows))).toEqual(whole);
  expect(recordsOf(ofCsv())).toEqual(recordsOf(ofJson("tabular.json")));
  // The one difference of the samples: in the CSV form the term is linked to a key that no record of it has.
  const unlinked = whole.map(({ type, record }) =>
    type === "service" ? { type, record: { ...record, serviceTypeCodes: [] } } : { type, record },
  );
  expect(recordsOf(ofCsv())).toEqual(unlinked);
  expect(ofCsv().problems).toContainEqual(
    expect.objectContaining({
      rule: "NOT_HELD",
      column: "attribute",
      message: expect.stringMatching(/^1 /),
    }),
  );
  const types = (file: string) => recordsOf(ofJson(file)).map(({ type }) => type);
  expect(types("service_full.json")).toEqual(whole.map(({ type }) => type));
  const places = (file: string) =>
    recordsOf(ofJson(file)).filter(({ type }) => type === "centre" || type === "serviceAtLocation");
  expect(places("service_full.json")).toEqual(places("organization_full.json"));
  expect(places("service_at_location_full.json")).toEqual(places("organization_full.json"));
  // The sample of a location alone has another key of another register; all else is the same.
  const { externalIdentifiers: _, ...place } = places("organization_full.json")[0]!.record as Centre;
  expect(recordsOf(ofJson("location.json"))).toMatchObject([{ type: "centre", record: place }]);
});

testWithSharedData("reports problems and unsupported data, and never a name of a person", () => {
  const { problems } = ofJson("organization_full.json");
  const wrong = problems.filter(({ rule }) => rule !== "NOT_HELD");
  expect(wrong.map(({ severity, rule, column, about }) => [severity, rule, column, about?.type])).toEqual([
    ["WARNING", "NOT_A_CODE", "taxonomy_term.parent_id", "TaxonomyTerm"],
    ["WARNING", "NOT_A_CODE", "organization.parent_organization_id", "Organization"],
    ["ERROR", "NOT_A_PHONE", "phone.number", "Organization"],
    ["ERROR", "NOT_A_PHONE", "phone.number", "Service"],
    ["WARNING", "HOURS_NOT_UNDERSTOOD", "schedule", "Centre"],
    ["ERROR", "NOT_A_COORDINATE", "location.latitude", "Centre"],
    ["WARNING", "HOURS_NOT_UNDERSTOOD", "schedule", "ServiceAtLocation"],
    ["ERROR", "NOT_A_PHONE", "phone.number", "ServiceAtLocation"],
  ]);
  expect(problems.filter(({ rule }) => rule === "NOT_HELD").map(({ column }) => column)).toEqual([
    "accessibility.url",
    "address.attention",
    "address.region",
    "address.state_province",
    "attribute.value",
    "contact.name",
    "funding",
    "language.note",
    "location.organization_id",
    "location.url",
    "metadata",
    "organization.logo",
    "organization.tax_status",
    "organization.uri",
    "organization.year_incorporated",
    "organization_identifier.identifier_type",
    "program",
    "required_document.uri",
    "schedule.notes",
    "schedule.schedule_link",
    "service.accreditations",
    "service.assurer_email",
    "service.interpretation_services",
    "service.last_modified",
    "service.licenses",
    "service.program_id",
    "service.wait_time",
    "service_area",
    "taxonomy.description",
    "taxonomy.uri",
    "taxonomy.version",
    "taxonomy_term.language",
    "taxonomy_term.term_uri",
  ]);
  expect(JSON.stringify(problems)).not.toContain("Persona");
});
