import { runIngest } from "../../src/ingest/run/run";
import type { Table } from "../../src/storage/engine/table";
import { starterTable } from "../support/starter-table";
import { centreCells, centres, folderWith, populationHeader, populationRow } from "../support/synthetic-city";
import { stateOf } from "../support/table-state";

const now = "2026-11-22T10:00:00.000Z";

/** The synthetic city in two editions: other numbers in every area, and another centre. */
const filesOf = (residents: number) => ({
  "ds3017_case_di_quartiere.csv": centres(
    ...Array.from({ length: 20 }, (_, i) =>
      centreCells({
        id: `${100 + i}`,
        Note: `edizione ${residents}`,
        LONG_X_4326: "9.15",
        LAT_Y_4326: "45.45",
        Location: "(45.45, 9.15)",
      }),
    ),
  ),
  "ds205_dati_quartieri_2011_2024_.csv": [
    populationHeader,
    ...Array.from({ length: 88 }, (_, i) =>
      populationRow({
        NIL: `${i + 1}`,
        Totale: `${residents + i}`,
        Uomini: `${residents + i - 1000}`,
        Donne: "1000",
      }),
    ),
    "",
  ].join("\n"),
});

type Facts = Readonly<Record<string, unknown>>;

/** Without the sources and the first moments of issues: they say when a file was read, here by more than one process. */
export const factsOf = async (table: Table): Promise<Facts> =>
  Object.fromEntries(
    Object.entries(await stateOf(table))
      .filter(([key]) => !key.startsWith("SourceRef#"))
      .map(([key, fact]) => [key, key.startsWith("DataQualityIssue#") ? withoutMoments(fact) : fact]),
  );

const withoutMoments = (fact: unknown): unknown => {
  const {
    contentHash: _,
    record,
    ...rest
  } = fact as { readonly contentHash: string; readonly record: object };
  return { ...rest, record: { ...record, firstSeen: null } };
};

/** Folders with the same files in two editions, and the facts after each, by imports that nobody disturbed. */
export async function editions(): Promise<{
  readonly folders: readonly [string, string];
  readonly facts: readonly Facts[];
}> {
  const folders = [await folderWith(filesOf(3_000)), await folderWith(filesOf(5_000))] as const;
  const table = await starterTable();
  const facts: Facts[] = [];
  // The first round brings what stays of both.
  for (const folder of [...folders, ...folders]) {
    await runIngest({ table, folder, now });
    facts.push(await factsOf(table));
  }
  return { folders, facts: facts.slice(2) };
}

export const differencesOf = (expected: Facts, found: Facts): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (key) => JSON.stringify(expected[key]) !== JSON.stringify(found[key]),
  );
