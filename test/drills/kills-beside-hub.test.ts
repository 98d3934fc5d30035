import { runIngest } from "../../src/ingest/run/run";
import { drill } from "../support/drill";
import { starterTable } from "../support/starter-table";
import { centreCells, centres, folderWith, populationHeader, populationRow } from "../support/synthetic-city";
import { factsOf, killsBesideHub } from "./kills-beside-hub.drill";

const { seed, numRuns } = drill(50, 1);
const midSource = Math.max(1, Math.round(numRuns * 0.4));
const now = "2026-11-22T10:00:00.000Z";

/** The synthetic city in two editions: other numbers in every area, and another centre. */
const edition = (residents: number) => ({
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

test("imports that are killed beside a running hub: the next one completes them, the hub answers on, the feed has no ghosts", async () => {
  const editions = [await folderWith(edition(3_000)), await folderWith(edition(5_000))] as const;
  const undisturbed = await starterTable();
  for (const folder of editions) await runIngest({ table: undisturbed, folder, now });
  const facts = [];
  for (const folder of editions) {
    await runIngest({ table: undisturbed, folder, now });
    facts.push(await factsOf(undisturbed));
  }
  const kills = await killsBesideHub({
    ...{ seed, midSource, anywhere: numRuns - midSource, editions },
    facts: facts as never,
    query: `{ indicator(code: "residents") { map(period: "2024") { cells { observation { value area { code } } } } } }`,
    partsOf: ({ indicator }: { indicator: { map: { cells: readonly unknown[] } } }) => indicator.map.cells,
    ...(numRuns > 10 && { log: (line: string) => process.stdout.write(`${line}\n`) }),
  });
  const well = { rerun: "AS_USUAL", said: "", differences: [], drifts: 0, ghosts: [], wrongAnswers: [] };
  expect(kills).toMatchObject(kills.map(() => well));
  expect(kills.filter(({ source }) => source !== null).length).toBeGreaterThanOrEqual(Math.min(midSource, 1));
});
