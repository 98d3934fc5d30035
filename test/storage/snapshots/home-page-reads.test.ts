import { Table } from "../../../src/storage/engine/table";
import { examples } from "../../support/examples";
import { hubOver } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";

/** A unit of a read is begun with each 4 kilobytes; a read that need not be consistent costs half. */
const unitsOf = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) / (consistent ? 1 : 2);

const bytesOf = (item: object): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) =>
      sum +
      name.length +
      (value instanceof Uint8Array ? value.byteLength : Buffer.byteLength(JSON.stringify(value))),
    0,
  );

interface Batch {
  readonly RequestItems?: Readonly<Record<string, { readonly ConsistentRead?: boolean }>>;
  readonly ConsistentRead?: boolean;
}
interface Found {
  readonly Item?: Record<string, unknown>;
  readonly Items?: readonly Record<string, unknown>[];
  readonly Responses?: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

/** A new instance of the function, and the read units of each partition that it asks. */
function instanceOn({ name, client }: Table) {
  const units = new Map<string, number>();
  const send = async (command: { readonly input: Batch }, ...rest: unknown[]) => {
    const found = (await (client.send as (...given: unknown[]) => Promise<Found>).call(
      client,
      command,
      ...rest,
    )) as Found;
    const { RequestItems = {}, ConsistentRead } = command.input;
    const consistent = ConsistentRead ?? RequestItems[name]?.ConsistentRead ?? false;
    for (const item of [found.Item ?? [], found.Items ?? [], found.Responses?.[name] ?? []].flat()) {
      const partition = String(item.pk);
      units.set(partition, (units.get(partition) ?? 0) + unitsOf(bytesOf(item), consistent));
    }
    return found;
  };
  const own = new Table(name, Object.assign(Object.create(client), { send }));
  return { units, ...hubOver(own, {}) };
}

const home = examples.find(({ query }) => query.includes("query HomePage"))!;
const sumOf = (units: ReadonlyMap<string, number>): number => [...units.values()].reduce((a, b) => a + b, 0);

test("a home page costs a new instance few reads in every partition, and the next ones none but the look", async () => {
  const { units, ask } = instanceOn(await cloneTable());
  expect((await ask(home.query, home.variables)).errors).toBeUndefined();
  const cold = sumOf(units);
  const hottest = Math.max(...units.values());
  // Measured: 45.5, and 8 of them in one partition, because the pages of a version are spread over sixteen.
  expect(cold).toBeLessThan(60);
  // A partition takes 3,000 units a second: as many new instances as the gateway lets requests pass may begin in one.
  expect(hottest * 100).toBeLessThan(3_000);
  units.clear();
  await ask(home.query, home.variables);
  expect(sumOf(units)).toBeLessThan(hottest);
});
