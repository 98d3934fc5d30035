import { canonicalText } from "../../src/domain/kit/canonical-text";
import { boundaries } from "../../src/projections/boundaries";
import { figures } from "../../src/projections/figures";
import { type Changes, changeOf } from "../../src/projections/projection";
import type { DocumentProjection, DocumentScope } from "../../src/projections/published";
import { searchIndex } from "../../src/projections/search-index";
import { loaded } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import { tableReader } from "../../src/storage/engine/table-reader";
import { codecOf, type HubRecord } from "../../src/storage/records/hub-record";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aCity,
  anAction,
  anArea,
  anIndicator,
  anObservation,
  anOrganization,
  aSource,
  aStrategy,
  aTerm,
} from "../support/builders";
import { boundary } from "../support/row-of-squares";
import { startTable } from "../support/test-table";

const save = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
const city = aCity();
const areas = ["nil:1", "nil:2"].map((code) => anArea({ code, cityCode: city.code }));
const strategy = aStrategy();

const action = anAction({
  strategyCode: strategy.code,
  leadOrganizationCode: anOrganization().code,
  areaCodes: ["nil:1"],
});

const base: readonly HubRecord[] = [
  { type: "sourceRef", record: aSource() },
  { type: "area", record: city },
  ...areas.map((record) => ({ type: "area", record }) as const),
  ...["residents", "share", "other"].map(
    (code) => ({ type: "indicator", record: anIndicator({ code }) }) as const,
  ),
  ...["residents", "share", "other"].flatMap((indicatorCode) =>
    areas.map(
      ({ code: areaCode }) =>
        ({ type: "observation", record: anObservation({ areaCode, indicatorCode, value: 5_000 }) }) as const,
    ),
  ),
  { type: "taxonomyTerm", record: aTerm() },
  { type: "organization", record: anOrganization() },
  { type: "strategy", record: strategy },
  { type: "action", record: action },
  { type: "centre", record: aCentre({ areaCodes: [city.code, "nil:1"] }) },
  boundary(1),
];

/** Another version of a record of each type. */
const writes: readonly HubRecord[] = [
  ...["residents", "share"].map(
    (indicatorCode) =>
      ({
        type: "observation",
        record: anObservation({ areaCode: "nil:1", indicatorCode, value: 9 }),
      }) as const,
  ),
  { type: "sourceRef", record: aSource({ title: "New" }) },
  { type: "area", record: { ...areas[0]!, name: "Nuovo" } },
  boundary(1, 0.002),
  { type: "indicator", record: anIndicator({ code: "share", unit: "percent" }) },
  { type: "taxonomyTerm", record: aTerm({ name: { it: "Nuovo", en: "New" } }) },
  { type: "organization", record: anOrganization({ name: "Nuova" }) },
  { type: "strategy", record: { ...strategy, name: { it: "Nuova", en: "New" } } },
  { type: "centre", record: aCentre({ name: "Nuova", areaCodes: [city.code, "nil:2"] }) },
  { type: "action", record: { ...action, name: { it: "Nuova", en: "New" } } },
];

const projections = [boundaries, figures, searchIndex];

const saveOne = (table: Table, { type, record }: HubRecord) => saveAll(table, codecOf(type), [record], save);

/** Documents as texts, by scope and name. */
async function textsOf(
  projection: DocumentProjection,
  table: Table,
  changes: Changes,
): Promise<Map<string, string>> {
  const skip = (): never => {
    throw new Error("Everything can be read.");
  };
  const reader = tableReader(table);
  const scopes: readonly DocumentScope[] = await loaded(() =>
    projection.documents({ reader, skip, table, before: null }, changes),
  );
  return new Map(
    scopes.flatMap(({ scope, documents }) =>
      [...documents].map(([id, document]) => [`${scope}/${id}`, canonicalText(document)] as const),
    ),
  );
}

test.each(projections)(
  "a write changes only documents of $name that the projection says it can affect",
  async (projection) => {
    const table = await startTable();
    for (const record of writes) {
      for (const each of base) await saveOne(table, each);
      const before = await textsOf(projection, table, "EVERYTHING");
      await saveOne(table, record);
      const after = await textsOf(projection, table, "EVERYTHING");
      const change = changeOf(record);
      const own = projection.affectedBy(change.key) ? await textsOf(projection, table, [change]) : new Map();
      const what = `${change.key.pk} ${change.key.sk}`;
      expect([what, new Map([...before, ...own])]).toEqual([what, after]);
    }
  },
);

test("a record that no other document names changes its own alone, as does an organization that keeps its name", async () => {
  const [former, table] = [await startTable(), await startTable()];
  for (const each of base) for (const one of [former, table]) await saveOne(one, each);
  const made = async (changed: HubRecord): Promise<readonly string[]> => {
    await saveOne(table, changed);
    const work = { reader: tableReader(table), skip: () => undefined, table, before: tableReader(former) };
    const scopes = await loaded(() => searchIndex.documents(work, [changeOf(changed)]));
    return [...scopes[0]!.documents.keys()];
  };
  const organization = (fields: object) =>
    ({ type: "organization", record: anOrganization(fields) }) as const;
  expect(await made({ type: "sourceRef", record: aSource({ title: "New" }) })).toHaveLength(1);
  expect(
    await made({ type: "indicator", record: anIndicator({ code: "share", unit: "percent" }) }),
  ).toHaveLength(1);
  expect(await made(organization({ description: { it: "Nuova", en: "New" } }))).toHaveLength(1);
  expect((await made(organization({ name: "Nuova" }))).length).toBeGreaterThan(5);
});

test("every projection declares exactly its inputs", () => {
  const key = (pk: string, sk = "RECORD") => ({ pk, sk });
  const affectedBy = (pk: string, sk?: string) =>
    projections.filter((projection) => projection.affectedBy(key(pk, sk))).map(({ name }) => name);
  expect(affectedBy("ObservationsOfArea#nil:1", "share#2024")).toEqual(["figures"]);
  expect(affectedBy("Centre#x")).toEqual(["search"]);
  expect(affectedBy("Service#x", "LISTING")).toEqual(["search"]);
  expect(affectedBy("Organization#x")).toEqual(["search"]);
  expect(affectedBy("SourceRef#x")).toEqual(["figures", "search"]);
  expect(affectedBy("Document#search", "index")).toEqual([]);
  expect(affectedBy("Area#nil:1", "BOUNDARY")).toEqual(["boundaries"]);
  expect(affectedBy("Area#nil:1")).toEqual(["boundaries", "figures", "search"]);
});
