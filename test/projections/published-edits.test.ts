import { HubError } from "../../src/domain/kit/errors";
import { isBehind } from "../../src/projections/behind";
import { refresh, verify } from "../../src/projections/refresh";
import { drill } from "../support/drill";
import { editedAreas, processOver, randomEditor, saveSurroundings } from "../support/random-editors";
import { randomImport } from "../support/random-import";
import { seededRandom } from "../support/seeded-random";
import { startTable } from "../support/test-table";

/**
 * Edits; each is published by one of some processes, which publish at the same time and may be killed. Beside them other
 * processes import changed files, and may be killed too.
 */
const { numRuns: edits, seed } = drill(10_000, 30);

/** An import begins after so many edits, and goes on beside the next ones. */
const editsOfImport = edits > 1_000 ? 50 : 12;
/** About as many as an import has. */
const writesOfImport = 25;

const random = seededRandom(seed);
const now = "2026-11-28T12:00:00.000Z";
const edit = randomEditor(random);

/** What an editor gets to know is no fault of the publication. */
const isOfEditor = (error: unknown): boolean =>
  error instanceof HubError && error.code !== "SERVICE_UNAVAILABLE";

test("after any edits and imports by processes that publish at once and are killed, a start finds what is missing, and nothing else has drifted", async () => {
  const table = await startTable();
  await saveSurroundings(table, true);
  await refresh(table, "EVERYTHING", { now, written: true });
  const processes = [processOver(table), processOver(table), processOver(table)];
  const ends = { edits: 0, refused: 0, kills: 0, ENDED: 0, KILLED: 0, BEATEN: 0 };
  const importBeside = async (killAt: number | null): Promise<void> => {
    ends[await randomImport(table, { random, areaCodes: editedAreas, killAt })] += 1;
  };
  const editOnce = async (): Promise<void> => {
    const i = Math.floor(random() * processes.length);
    if (random() < 0.04) {
      ends.kills += 1;
      processes[i]!.kill.left = Math.floor(random() * 4);
    }
    await edit(processes[i]!).then(
      () => ends.edits++,
      (error: unknown) => {
        if (!isOfEditor(error)) throw error;
        ends.refused += 1;
      },
    );
    if (processes[i]!.kill.left <= 0) {
      await processes[i]!.published.settled();
      processes[i] = processOver(table);
    }
  };

  for (let imports = 0; ends.edits < 0.8 * edits; imports++) {
    const importing = importBeside(imports % 3 === 1 ? Math.floor(random() * writesOfImport) : null);
    // Its error is thrown where it is awaited.
    importing.catch(() => undefined);
    for (let n = 0; n < editsOfImport; n++) await editOnce();
    await importing;
  }
  // The next import completes killed ones. It compares everything, so the edits after it are found by their marks alone.
  await importBeside(null);
  while (ends.edits < edits) await editOnce();
  await Promise.all(processes.map(({ published }) => published.settled()));
  // Every edit left its mark: the next publication finds it.
  expect(await isBehind(table)).toBe(false);
  await refresh(table, [], { now });
  expect((await verify(table)).drifts).toEqual([]);
  if (edits > 1_000) process.stdout.write(`${JSON.stringify(ends)}\n`);
  for (const end of ["kills", "ENDED", "KILLED"] as const) expect(ends[end]).toBeGreaterThan(0);
});
