import type { Table } from "../../src/storage/engine/table";

const writes: ReadonlySet<string> = new Set([
  "BatchWriteCommand",
  "DeleteCommand",
  "PutCommand",
  "TransactWriteCommand",
  "UpdateCommand",
]);

type Command = {
  readonly input: { RequestItems?: Record<string, unknown[]> };
  readonly constructor: { readonly name: string };
};

/**
 * The process that works on a table dies at its n-th write, from 0: of a batch the first half is written, then nothing is answered
 * any more.
 * @returns brings the table back to life.
 */
export function killAfter(table: Table, n: number): () => void {
  const { client } = table;
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  let left = n;
  const dying = async (command: Command): Promise<unknown> => {
    if (left < 0) throw new Error("killed");
    if (!writes.has(command.constructor.name) || left-- > 0) return send(command);
    const items = command.input.RequestItems?.[table.name];
    if (items !== undefined && items.length > 1) {
      command.input.RequestItems = { [table.name]: items.slice(0, Math.floor(items.length / 2)) };
      await send(command);
    }
    throw new Error("killed");
  };
  Object.assign(client, { send: dying });
  return () => Object.assign(client, { send });
}

/** How many writes a piece of work makes. */
export async function countWrites(table: Table, work: () => Promise<unknown>): Promise<number> {
  const { client } = table;
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  let count = 0;
  Object.assign(client, {
    send: (command: Command) => {
      if (writes.has(command.constructor.name)) count++;
      return send(command);
    },
  });
  await work();
  Object.assign(client, { send });
  return count;
}
