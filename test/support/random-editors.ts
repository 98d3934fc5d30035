import { publisher } from "../../src/app/publisher";
import { operator } from "../../src/domain/identity/caller";
import { createEditing, type EditOptions } from "../../src/editing";
import { tableRepositories } from "../../src/storage";
import { type Clock, Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCity, anArea, anOrganization, aSource, aTerm } from "./builders";
import { importedServices } from "./random-import";

const now = "2026-11-28T12:00:00.000Z";
const options = (): EditOptions => ({ by: operator, reason: "Test", requestKey: null, now });

export const editedAreas = ["nil:1", "nil:2", "nil:3"];
const organizationCodes = ["org:1", "org:2"];

/** What the records of editors refer to. */
export async function saveSurroundings(table: Table, isSynthetic: boolean): Promise<void> {
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.sourceRef, [aSource({ synthetic: isSynthetic })], imported);
  await saveAll(table, codecs.taxonomyTerm, [aTerm()], imported);
  const areas = editedAreas.map((code) => anArea({ code, name: code }));
  await saveAll(table, codecs.area, [aCity({ code: "comune:1" }), ...areas], imported);
  await saveAll(
    table,
    codecs.organization,
    organizationCodes.map((code) => anOrganization({ code })),
    imported,
  );
}

/** A process with its own memory over the same engine. */
export function processOver({ name, client }: Table, clock?: Clock) {
  const table = new Table(name, client, async () => undefined, clock);
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

export type EditingProcess = ReturnType<typeof processOver>;
type Known = "centre" | "service" | "serviceAtLocation";

const [fewest, most] = [5, 20];
const stateTypes = { centre: "Centre", service: "Service", serviceAtLocation: "ServiceAtLocation" } as const;

/** @returns makes one random edit; it throws a HubError for what an editor may not do now. */
export function randomEditor(random: () => number) {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  /** Codes of what editors made and did not remove; few, so that the hub stays as large as it is. */
  const known: Record<Known, string[]> = { centre: [], service: [], serviceAtLocation: [] };

  return async function edit({ table, editing }: EditingProcess): Promise<void> {
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
      centre: () => ({ name, declaredAreaCode: pick(editedAreas), areaCodes: [pick(editedAreas)] }),
      service: () => ({
        ...{ name: { it: name, en: null }, serviceAreaCodes: [pick(editedAreas)] },
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
  };
}
