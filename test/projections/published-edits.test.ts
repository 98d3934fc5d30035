import { publisher } from "../../src/app/publisher";
import { HubError } from "../../src/domain/kit/errors";
import { createEditing, type EditOptions } from "../../src/editing";
import { isBehind } from "../../src/projections/behind";
import { refresh, verify } from "../../src/projections/refresh";
import { tableRepositories } from "../../src/storage";
import type { Page } from "../../src/storage/engine/page";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCity, anArea, anOrganization, aSource, aTerm } from "../support/builders";
import { drill } from "../support/drill";
import { seededRandom } from "../support/seeded-random";
import { startTable } from "../support/test-table";

/** Edits; each is published by one of some processes, which publish at the same time and may be killed. */
const { numRuns: edits, seed } = drill(10_000, 150);

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
type Known = "centre" | "service";

async function edit({ table, editing }: Process): Promise<void> {
  const { centres, services, states } = tableRepositories(table);
  const codesOf = async (type: Known): Promise<string[]> => {
    const list = type === "centre" ? centres : services;
    const { edges }: Page<{ readonly code: string }> = await list.page({}, { first: 100 });
    return edges.map(({ node }) => node.code);
  };
  const anyOf = async (type: Known) => {
    const code = pick(await codesOf(type));
    if (code === undefined) throw new HubError("UNKNOWN_CODE", "gone", { name: type });
    const [state] = await states.of([{ type: type === "centre" ? "Centre" : "Service", code }]);
    return { code, expectedVersion: state!.version };
  };
  const word = `Casa ${Math.floor(random() * 1_000)}`;
  const action = random();
  const type = pick<Known>(["centre", "service"]);
  const name = type === "centre" ? word : { it: word, en: null };
  if (action < 0.3)
    await (type === "centre"
      ? editing.create(
          "centre",
          null,
          { name: word, declaredAreaCode: pick(areaCodes), areaCodes: [pick(areaCodes)] },
          options(),
        )
      : editing.create(
          "service",
          null,
          {
            name: name as never,
            serviceAreaCodes: [pick(areaCodes)],
            organizationCode: pick(organizationCodes),
          },
          options(),
        ));
  else if (action < 0.7) await editing.update(type, await anyOf(type), { name: name as never }, options());
  else if (action < 0.8) await editing.retire(type, await anyOf(type), options());
  else if (action < 0.9) {
    const [from, into] = [await anyOf("centre"), await anyOf("centre")];
    if (from.code !== into.code) await editing.merge("centre", from, into, options());
  } else
    await editing.create(
      "serviceAtLocation",
      null,
      { serviceCode: (await anyOf("service")).code, centreCode: (await anyOf("centre")).code },
      options(),
    );
}

/** What an editor gets to know is no fault of the publication. */
const isOfEditor = (error: unknown): boolean =>
  error instanceof HubError && error.code !== "SERVICE_UNAVAILABLE";

test("after any edits by processes that publish at once and are killed, a start finds what is missing, and nothing else has drifted", async () => {
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
  const first = processes[0]!.editing;
  await first.create("centre", "test:1", { name: "Casa", areaCodes: ["nil:1"] }, options());
  await first.create(
    "service",
    "test:1",
    { name: { it: "Sportello", en: null }, serviceAreaCodes: ["nil:1"] },
    options(),
  );
  let killed = 0;
  for (let n = 0; n < edits; n++) {
    const i = Math.floor(random() * processes.length);
    if (random() < 0.02) {
      killed += 1;
      processes[i]!.kill.left = Math.floor(random() * 4);
    }
    await edit(processes[i]!).catch((error: unknown) => {
      if (!isOfEditor(error)) throw error;
    });
    if (processes[i]!.kill.left <= 0) {
      await processes[i]!.published.settled();
      processes[i] = processOver(table);
    }
  }
  await Promise.all(processes.map(({ published }) => published.settled()));
  // Every edit left its mark: the next publication finds it.
  expect(await isBehind(table)).toBe(false);
  await refresh(table, [], { now });
  expect((await verify(table)).drifts).toEqual([]);
  expect(killed).toBeGreaterThan(0);
});
