import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { endpointClient } from "../../src/storage/engine/client";
import { createTableIfMissing } from "../../src/storage/engine/create-table";
import { Table } from "../../src/storage/engine/table";
import { startTable } from "./test-table";

/** An engine that the storage contract is held against. */
export interface TestEngine {
  readonly name: string;
  readonly available: boolean;
  start(): Promise<Table>;
  stop(): void;
}

const children: ChildProcess[] = [];

function dynoxidePath(): string | null {
  try {
    return require.resolve("@dynoxide/linux-x64/dynoxide");
  } catch {
    return null;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A second engine by other authors, on SQLite: what passes on both is likely to pass at AWS. */
async function startDynoxide(): Promise<Table> {
  const port = await freePort();
  children.push(spawn(dynoxidePath()!, ["serve", "--port", String(port)], { stdio: "ignore" }));
  const client = endpointClient(`http://127.0.0.1:${port}`);
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await createTableIfMissing(client, "vicinato");
  return new Table("vicinato", client);
}

export const engines: readonly TestEngine[] = [
  { name: "dynalite, embedded", available: true, start: startTable, stop: () => undefined },
  {
    name: dynoxidePath() ? "dynoxide" : "dynoxide (its optional package is not installed)",
    available: dynoxidePath() !== null,
    start: startDynoxide,
    stop: () => {
      for (const child of children.splice(0)) child.kill("SIGKILL");
    },
  },
];
