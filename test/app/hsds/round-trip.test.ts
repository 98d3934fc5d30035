import { readFileSync } from "node:fs";
import { hsdsListNames, hsdsLists, parametersOf } from "../../../src/app/hsds/lists";
import { recordsIn } from "../../../src/ingest/formats/json";
import { readRecord } from "../../../src/ingest/formats/json-record";
import { rowsOf } from "../../../src/ingest/formats/read-whole";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";
import { tableNames } from "../../../src/ingest/hsds/tables";
import type { Codec } from "../../../src/storage/records/codec";
import { codecs } from "../../../src/storage/records/codecs";
import { codecOf } from "../../../src/storage/records/hub-record";
import { saveAll } from "../../../src/storage/records/save";
import { aSource } from "../../support/builders";
import { startHub } from "../../support/hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const sourceCode = "hsds-samples";
const options = { sourceCode, organizationKind: "THIRD_SECTOR", timezone: "UTC", language: "en" } as const;
const nowhere = { areaCodesAt: () => [], levelsWithBoundary: new Set<never>() };
const saved = { origin: sourceCode, now: "2026-01-01T00:00:00Z" };

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface RoundTrip {
  readonly sample: Json;
  readonly table: string;
  /** Fields and tables that the import reports as left out. */
  readonly reported: ReadonlySet<string>;
  /** Everything that the hub then has, by table. */
  readonly rows: readonly (readonly [table: string, row: Json])[];
}

/** Imports a sample into an empty hub and asks for all its rows. */
async function roundTrip(file: string, table: string): Promise<RoundTrip> {
  const text = readFileSync(sharedData(`hsds/3.0/examples/${file}`)!);
  const found = mapHsds(rowsOf(recordsIn(text), 0, readRecord({ fields: [] })).rows, options, nowhere);
  const hub = await startHub();
  await saveAll(hub.table, codecs.sourceRef, [aSource({ code: sourceCode, synthetic: false })], saved);
  for (const { type, record } of found.records)
    await saveAll(hub.table, codecOf(type) as Codec<unknown>, [record], saved);
  const rows: (readonly [string, Json])[] = [];
  for (const name of hsdsListNames) {
    const query = parametersOf(name).includes("full") ? "&full=true" : "";
    const lines = await (await hub.request(`/hsds/${name}?format=ndjson${query}`)).text();
    for (const line of lines.split("\n").filter((each) => each !== ""))
      rows.push([hsdsLists[name].table, JSON.parse(line) as Json]);
  }
  const reported = new Set(found.problems.flatMap(({ column }) => column ?? []));
  return { sample: JSON.parse(text.toString()) as Json, table, reported, rows };
}

/** The values of all rows by table and field, wherever a row is nested. */
function valuesIn(value: Json, table: string): (readonly [field: string, value: Json])[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => valuesIn(each, table));
  return Object.entries(value as { readonly [name: string]: Json }).flatMap(([name, each]) =>
    typeof each === "object" && each !== null
      ? valuesIn(each, tableNames[name] ?? name)
      : [[`${table}.${name}`, typeof each === "string" ? each.trim() : each] as const],
  );
}

/**
 * Fields of the sample whose value no row of the hub has in the same field, and that the import did not report. Ids are those of
 * the hub; the samples' own are keys in attributes.
 */
function lostIn({ sample, table, reported, rows }: RoundTrip): string[] {
  const there = new Set(rows.flatMap(([own, row]) => valuesIn(row, own).map((each) => JSON.stringify(each))));
  const isReported = (field: string): boolean => reported.has(field) || reported.has(field.split(".")[0]!);
  const lost = valuesIn(sample, table).filter(
    (each) => !/[._]id$/.test(each[0]) && !isReported(each[0]) && !there.has(JSON.stringify(each)),
  );
  return [...new Set(lost.map(([field]) => field))].sort();
}

/** The other lost fields, with the reason. */
const changed: Readonly<Record<string, string>> = {
  "address.address_1": "both lines of a street are one",
  "address.address_2": "both lines of a street are one",
  "address.address_type": "a place to visit has a physical address",
  "attribute.link_entity": "the sample has a text that names no table",
  "attribute.link_type": "the hub says which of its fields has the term",
  "contact.title": "a contact is an office: its department",
  "cost_option.amount_description": "stands after the option, in brackets",
  "cost_option.currency": "in capitals, as ISO 4217 has it",
  "cost_option.option": "with the description of the amount",
  "language.name": "the Italian name of the code",
  "location.external_identifier_type": "a scheme is written in lower case",
  "location.longitude": "the sample's point is reported by its latitude",
  "organization_identifier.identifier_scheme": "a scheme is written in lower case",
  "phone.description": "the sample's number has quotation marks, so that the row is reported",
  "phone.extension": "as above; otherwise a part of the description",
  "phone.number": "a phone of a place, which the hub does not have",
  "phone.type": "as above",
  "service.fees": "joined with fees_description",
  "service.fees_description": "joined with fees",
  "taxonomy.name": "with the code of the source before it: two feeds may use one name",
  "taxonomy_term.taxonomy": "with the code of the source before it",
};

testWithSharedData("the samples keep every field but those that the import reports and these", async () => {
  const lost = new Set<string>();
  for (const [file, table] of [
    ["location.json", "location"],
    ["organization_full.json", "organization"],
    ["service_at_location_full.json", "service_at_location"],
    ["service_full.json", "service"],
    ["taxonomy_term.json", "taxonomy_term"],
  ] as const)
    for (const field of lostIn(await roundTrip(file, table))) lost.add(field);
  expect([...lost].sort()).toEqual(Object.keys(changed));
});
