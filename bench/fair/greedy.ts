import { ask, clientAt } from "./client";

/** One client that asks for the most that an operation may cost, on many connections, without a pause, whatever it is answered. */
const [, , url = "", connections = "32"] = process.argv;
const client = clientAt(url, "127.99.0.1", Number(connections));
const counts: Record<number, number> = {};
let n = 0;

const greedyQuery = (): string =>
  `{ a${n++}: centres(first: 100) { nodes { code name areas { name } services { service { code name { it } } } recordState { history(first: 3) { nodes { version } } } } } }`;

async function insist(): Promise<never> {
  for (;;) {
    const { status } = await ask(client, greedyQuery()).catch(() => ({ status: 0 }));
    counts[status] = (counts[status] ?? 0) + 1;
  }
}

process.on("SIGTERM", () => {
  process.stdout.write(`${JSON.stringify(counts)}\n`, () => process.exit(0));
});
for (let i = 0; i < Number(connections); i += 1) void insist();
