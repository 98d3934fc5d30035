import { publisher } from "../../src/app/publisher";
import { HubError } from "../../src/domain/kit/errors";
import { createEditing, type EditOptions } from "../../src/editing";
import { isBehind } from "../../src/projections/behind";
import { refresh, verify } from "../../src/projections/refresh";
import { tableRepositories } from "../../src/storage";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCity, anArea, anOrganization, aSource, aTerm } from "../support/builders";
import { drill } from "../support/drill";
import { importedServices, randomImport } from "../support/random-import";
import { seededRandom } from "../support/seeded-random";
import { startTable } from "../support/test-table";

/**
 * Edits; each is published by one of some processes, which publish at the same time and may be killed. Beside them other
 * processes import changed files, and may be killed too.
 */
const { numRuns: edits, seed } = drill(10_000, 100);

/** An import begins after so many edits, and goes on beside the next ones. */
const editsOfImport = edits > 1_000 ? 50 : 20;
/** About as many as an import has. */
const writesOfImport = 25;

const random = seededRandom(seed);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const now = "2026-11-28T12:00:00.000Z";
const options = (): EditOptions => ({ editor: "test", reason: null, requestKey: null, now });

const areaCodes = ["nil:1", "nil:2", "nil:3"];
const organizationCodes = ["org:1", "org:2"];

/** A process with its own memory over the same engine. */
function processOver({ name, client }: Table) {
  const table = new Table(name, client, async () => undefined);
  const published = publisher(table, () => undefined);
  const kill = { left: Number.POSITIVE_INFINITY };
  const write = table.batchWrite.bind(table);
  // Only publications: an edit that is killed answers with an error, and its repetition completes it.
  table.batchWrite = async (writes) => {
    const isPublishing = [...(writes.puts ?? []), ...(writes.deletes ?? [])].some(({ pk }) =>
      pk.startsWith("Page#"),
    );
    if (isPublishing && kill.left-- <= 0) throw new Error("killed");
    return write(writes);
  };
  return { table, published, kill, editing: createEditing(table, published.follow) };
}

type Process = ReturnType<typeof processOver>;
type Known = "centre" | "service" | "serviceAtLocation";

/** Codes of what editors made and did not remove; few, so that the hub stays as large as it is. */
const known: Record<Known, string[]> = { centre: [], service: [], serviceAtLocation: [] };
const [fewest, most] = [5, 20];
const stateTypes = { centre: "Centre", service: "Service", serviceAtLocation: "ServiceAtLocation" } as const;

/** @throws HubError for what an editor may not do now. */
async function edit({ table, editing }: Process): Promise<void> {
  const seen = async (type: Known, code: string) => {
    const [state] = await tableRepositories(table).states.of([{ type: stateTypes[type], code }]);
    return { code, expectedVersion: state?.version ?? 0 };
  };
  const remove = (type: Known, code: string): void => {
    known[type] = known[type].filter((each) => each !== code);
  };
  const service = () => pick([...known.service, ...importedServices]);
  const name = `Casa ${Math.floor(random() * 1_000)}`;
  const fields = {
    centre: () => ({ name, declaredAreaCode: pick(areaCodes), areaCodes: [pick(areaCodes)] }),
    service: () => ({
      ...{ name: { it: name, en: null }, serviceAreaCodes: [pick(areaCodes)] },
      organizationCode: pick(organizationCodes),
    }),
    serviceAtLocation: () => ({ serviceCode: service(), centreCode: pick(known.centre) }),
  };
  const types: readonly Known[] = ["centre", "service", "service", "serviceAtLocation"];
  const type = known.centre.length === 0 ? "centre" : pick(types);
  const count = known[type].length;
  const action = random();
  if (count < fewest || (action < 0.3 && count < most)) {
    const { record } = await editing.create(type, null, fields[type]() as never, options());
    known[type].push((record as { readonly code: string }).code);
  } else if (action < 0.4 && count > fewest) {
    const code = pick(known[type]);
    await editing.retire(type, await seen(type, code), options());
    remove(type, code);
  } else if (action < 0.45 && known.centre.length > fewest) {
    const [from, into] = [pick(known.centre), pick(known.centre)];
    await editing.merge("centre", await seen("centre", from), await seen("centre", into), options());
    remove("centre", from);
  } else {
    const changed = pick<"centre" | "service">(["centre", "service"]);
    const code = changed === "centre" ? pick(known.centre) : service();
    await editing.update(changed, await seen(changed, code), fields[changed]() as never, options());
  }
}

/** What an editor gets to know is no fault of the publication. */
const isOfEditor = (error: unknown): boolean =>
  error instanceof HubError && error.code !== "SERVICE_UNAVAILABLE";

test("after any edits and imports by processes that publish at once and are killed, a start finds what is missing, and nothing else has drifted", async () => {
  const table = await startTable();
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(table, codecs.taxonomyTerm, [aTerm()], imported);
  await saveAll(
    table,
    codecs.area,
    [aCity({ code: "comune:1" }), ...areaCodes.map((code) => anArea({ code, name: code }))],
    imported,
  );
  await saveAll(
    table,
    codecs.organization,
    organizationCodes.map((code) => anOrganization({ code })),
    imported,
  );
  await refresh(table, "EVERYTHING", { now, written: true });
  const processes = [processOver(table), processOver(table), processOver(table)];
  const ends = { edits: 0, refused: 0, kills: 0, ENDED: 0, KILLED: 0, BEATEN: 0 };
  const importBeside = async (killAt: number | null): Promise<void> => {
    ends[await randomImport(table, { random, areaCodes, killAt })] += 1;
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
