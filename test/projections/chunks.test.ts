import { canonicalText } from "../../src/domain/kit/canonical-text";
import { boundariesSpec } from "../../src/projections/boundaries";
import { figuresSpec } from "../../src/projections/figures";
import type { Change, Work } from "../../src/projections/projection";
import { changeOf } from "../../src/projections/projection";
import type { PublishedSpec } from "../../src/projections/published";
import { searchSpec } from "../../src/projections/search-index";
import { totalsSpec } from "../../src/projections/totals";
import type { Table } from "../../src/storage/engine/table";
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

/** The partial results of every chunk of a scope, as texts. */
async function partialsOf<S, M, P>(
  spec: PublishedSpec<S, M, P>,
  work: Work,
  scope: string,
): Promise<Map<string, string>> {
  const material = await spec.material(work, await spec.shared(work), scope);
  return new Map(
    spec.chunks(material).map((chunk) => [chunk, canonicalText(spec.partial(material, chunk))] as const),
  );
}

const saveOne = (table: Table, { type, record }: HubRecord) => saveAll(table, codecOf(type), [record], save);

async function onlyDeclaredChunksChange<S, M, P>(
  spec: PublishedSpec<S, M, P>,
  scope: string,
  table: Table,
  change: Change,
  write: () => Promise<unknown>,
): Promise<void> {
  const unread = (): never => {
    throw new Error("Everything can be read.");
  };
  const work: Work = { table, save, skip: unread, check: false };
  const before = await partialsOf(spec, work, scope);
  await write();
  const after = await partialsOf(spec, work, scope);
  const declared = spec.chunksOf(change.key);
  const changed = [...after].filter(([chunk, text]) => before.get(chunk) !== text).map(([chunk]) => chunk);
  const undeclared = declared === "ALL" ? [] : changed.filter((chunk) => !declared.includes(chunk));
  expect([spec.name, change.key.pk, undeclared]).toEqual([spec.name, change.key.pk, []]);
}

test("a write changes partial results only of chunks that the projection declares", async () => {
  const table = await startTable();
  const reset = async () => {
    for (const record of base) await saveOne(table, record);
  };
  for (const record of writes) {
    const change = changeOf(record);
    const write = () => saveOne(table, record);
    await reset();
    await onlyDeclaredChunksChange(searchSpec, "search", table, change, write);
    await reset();
    await onlyDeclaredChunksChange(totalsSpec, `totals/${city.code}`, table, change, write);
    await reset();
    await onlyDeclaredChunksChange(figuresSpec, city.code, table, change, write);
    await reset();
    await onlyDeclaredChunksChange(boundariesSpec, `boundaries/${city.code}`, table, change, write);
  }
});

test("every projection declares exactly the chunks of its inputs", () => {
  const key = (pk: string, sk = "RECORD") => ({ pk, sk });
  expect(figuresSpec.chunksOf(key("ObservationsOfArea#nil:1", "share#2024"))).toEqual(["share"]);
  expect(figuresSpec.chunksOf(key("SourceRef#x"))).toBe("ALL");
  expect(figuresSpec.chunksOf(key("Centre#x"))).toEqual([]);
  expect(totalsSpec.chunksOf(key("Centre#x"))).toEqual(["centres"]);
  expect(totalsSpec.chunksOf(key("Service#x", "LISTING"))).toEqual(["services"]);
  expect(totalsSpec.chunksOf(key("ObservationsOfArea#nil:1", "share#2024"))).toEqual([]);
  expect(searchSpec.chunksOf(key("Organization#x"))).toEqual([
    "ACTION",
    "ORGANIZATION",
    "PARTNERSHIP",
    "SERVICE",
  ]);
  expect(searchSpec.chunksOf(key("Snapshot#search", "MANIFEST"))).toEqual([]);
  expect(boundariesSpec.chunksOf(key("Area#nil:1", "BOUNDARY"))).toBe("ALL");
  expect(boundariesSpec.chunksOf(key("Area#nil:1"))).toBe("ALL");
  expect(boundariesSpec.chunksOf(key("Centre#x"))).toEqual([]);
});
