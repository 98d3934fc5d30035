import { versionOver } from "../../../src/app/published-versions";
import {
  hsdsLocations,
  hsdsOrganizations,
  hsdsServiceAtLocations,
  hsdsServices,
  hsdsTaxonomyTerms,
} from "../../../src/queries/hsds/all-rows";
import type { HsdsReading } from "../../../src/queries/hsds/reading";
import { sortableCode } from "../../../src/storage/records/keys";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { hubOver, type TestHub } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";

interface Row {
  readonly id: string;
  readonly code?: string;
  readonly taxonomy?: string;
  readonly attributes?: readonly {
    readonly value?: string;
    readonly taxonomy_term: { readonly code: string };
  }[];
}

let hub: TestHub;

beforeAll(async () => {
  hub = hubOver(await cloneTable(), {});
});

/** All rows over a store of which nothing is in memory yet, and in which little stays. */
async function allOf(rowsOf: (reading: HsdsReading) => AsyncIterable<Row>): Promise<Row[]> {
  const store = new SnapshotStore(hub.table, 2_000_000);
  const found: Row[] = [];
  for await (const row of rowsOf(versionOver(new Snapshot(store, await store.current()), null)))
    found.push(row);
  return found;
}

const codeOf = ({ attributes = [], taxonomy, code }: Row): string =>
  attributes.find(({ taxonomy_term }) => taxonomy_term.code === "code")?.value ?? `${taxonomy}:${code}`;

for (const [list, rowsOf] of [
  ["services", hsdsServices],
  ["organizations", hsdsOrganizations],
  ["locations", hsdsLocations],
  ["service_at_locations", hsdsServiceAtLocations],
  ["taxonomy_terms", hsdsTaxonomyTerms],
] as const)
  test(`all rows of ${list} are those of the API, in the order of their codes`, async () => {
    const query = list === "taxonomy_terms" ? "" : "&full=true";
    const lines = await (await hub.request(`/hsds/${list}?format=ndjson${query}`)).text();
    const listed = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row)
      .filter(({ taxonomy }) => taxonomy !== "vicinato-hsds");
    const found = await allOf(rowsOf);
    const byId = new Map(listed.map((row) => [row.id, row]));
    expect([found.length > 10, found.length]).toEqual([true, listed.length]);
    for (const row of found) expect(row).toEqual(byId.get(row.id));
    const codes = found.map((row) => sortableCode(codeOf(row)));
    expect(codes).toEqual([...codes].sort());
  });
