import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createHub } from "../src/app/create-hub";
import { jsonLog, linesTogether } from "../src/app/log";
import { nodeListener } from "../src/app/node-listener";
import { refresh } from "../src/projections/refresh";
import { type Answered, rawRequest } from "../test/support/raw-request";
import { startTable } from "../test/support/test-table";
import { indicatorCodes, writeCity, writeDefinitions } from "./synthetic-hub";

/**
 * `npm run bench:identical`: requests a second for one query that is sent again and again over 16 connections, as a multiple
 * of a server of `node:http` that answers the same bytes; then the same by CPU time, which a busy machine disturbs less. Hub, bare
 * server and client are processes of their own. The pairs are interleaved, and the median of their ratios is printed.
 */
const connections = 16;
const rounds = 9;
const secondsOfRound = 0.7;

const query = "{ areas(first: 100) { totalCount nodes { code name level } } }";
const address = `/graphql?query=${encodeURIComponent(query)}`;
const post = { "content-type": "application/json" };
const json = JSON.stringify({ query });

interface Case {
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  /** What is compared with, if it is not the same request to the bare server. */
  readonly than?: Case;
}

/** The bare server: reads the request, answers what the hub answered. */
const bareListener = ({ status, headers, body }: Answered): RequestListener => {
  const { date: _, connection: __, "keep-alive": ___, ...own } = headers;
  const head = Object.entries(own).flatMap(([name, value]) => [name, String(value)]);
  return (incoming, outgoing) => {
    incoming.resume();
    incoming.on("end", () => {
      outgoing.writeHead(status, head);
      outgoing.end(body);
    });
  };
};

/** The hub over a synthetic city, as `npm start` listens. */
async function hubListener(): Promise<RequestListener> {
  const table = await startTable();
  await writeDefinitions(table);
  await writeCity(table, 1, indicatorCodes.slice(0, 1));
  const log = jsonLog(linesTogether(console.log), () => new Date());
  await refresh(table, "EVERYTHING", { now: table.clock(), written: true });
  const { http, answers } = createHub({ table, log, editorKeyHash: null });
  return nodeListener({ application: getRequestListener(http.fetch), answers, log });
}

/** In a process of its own: listens, and says where, and how much CPU time it took when it is asked. */
function serve(listener: RequestListener): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send!(user + system);
  });
  const server = createServer(listener).listen(0, "127.0.0.1", () =>
    process.send!((server.address() as AddressInfo).port),
  );
}

interface Started {
  readonly process: ChildProcess;
  readonly url: string;
}

async function start(role: "bare" | "hub", answer: Answered | null): Promise<Started> {
  const child = fork(__filename, [role], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  if (answer !== null) child.send(answer);
  const [port] = (await once(child, "message")) as [number];
  return { process: child, url: `http://127.0.0.1:${port}` };
}

const ask = (url: string, { method, headers }: Case): Promise<Answered> =>
  rawRequest(url, {
    method,
    path: method === "GET" ? address : "/graphql",
    headers,
    ...(method === "POST" && { body: json }),
  });

interface Speed {
  readonly perSecond: number;
  /** Requests for a microsecond of CPU time of the server. */
  readonly perCpu: number;
}

async function cpuOf({ process }: Started): Promise<number> {
  process.send("cpu");
  const [microseconds] = (await once(process, "message")) as [number];
  return microseconds;
}

/** All answers to one request have the same length, so they are counted by their bytes. */
async function speedOf(server: Started, { method, headers }: Case): Promise<Speed> {
  const content = method === "POST" ? json : "";
  const lines = Object.entries({ host: "hub", ...headers, "content-length": content.length });
  const target = method === "GET" ? address : "/graphql";
  const sent = `${method} ${target} HTTP/1.1\r\n${lines.map(([n, v]) => `${n}: ${v}\r\n`).join("")}\r\n${content}`;
  let answers = 0;
  let isOver = false;
  const one = async (): Promise<void> => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setNoDelay();
    await once(socket, "connect");
    let length = 0;
    let received = 0;
    socket.on("data", (part: Buffer) => {
      if (length === 0) {
        const text = part.toString("latin1");
        length = text.indexOf("\r\n\r\n") + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      }
      received += part.length;
      if (received < length) return;
      received = 0;
      answers += 1;
      if (isOver) socket.destroy();
      else socket.write(sent);
    });
    socket.write(sent);
    await once(socket, "close");
  };
  const cpuBefore = await cpuOf(server);
  const before = performance.now();
  setTimeout(() => {
    isOver = true;
  }, secondsOfRound * 1_000);
  await Promise.all(Array.from({ length: connections }, one));
  const perSecond = (answers / (performance.now() - before)) * 1_000;
  return { perSecond, perCpu: answers / ((await cpuOf(server)) - cpuBefore) };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function main(): Promise<void> {
  const hub = await start("hub", null);
  const get: Case = { name: "GET", method: "GET", headers: {} };
  const { headers } = await ask(hub.url, get);
  const cases: readonly Case[] = [
    { name: "POST", method: "POST", headers: post },
    get,
    { name: "GET, gzip", method: "GET", headers: { "accept-encoding": "gzip" } },
    { name: "GET, 304 / bare 304", method: "GET", headers: { "if-none-match": headers.etag! } },
    { name: "GET, 304 / its own 200", method: "GET", headers: { "if-none-match": headers.etag! }, than: get },
  ];
  for (const asked of cases) {
    await ask(hub.url, asked);
    const answer = await ask(hub.url, asked);
    const bare = asked.than ? null : await start("bare", answer);
    const pairs: { readonly hub: Speed; readonly other: Speed }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const other = await speedOf(bare ?? hub, asked.than ?? asked);
      pairs.push({ other, hub: await speedOf(hub, asked) });
    }
    bare?.process.kill();
    // The first pair warms up.
    const measured = pairs.slice(1);
    const ratio = (of: keyof Speed) =>
      middle(measured.map((pair) => pair.hub[of] / pair.other[of])).toFixed(2);
    const perSecond = Math.round(middle(measured.map((pair) => pair.hub.perSecond)));
    console.log(
      `${asked.name}: ${ratio("perSecond")}, by CPU ${ratio("perCpu")} (${answer.body.length} bytes, ${perSecond}/s)`,
    );
  }
  hub.process.kill();
}

const [, , role] = process.argv;
const run = async (): Promise<void> => {
  if (role === "hub") return serve(await hubListener());
  if (role !== "bare") return main();
  const [answer] = (await once(process, "message")) as [Answered];
  serve(bareListener({ ...answer, body: Buffer.from(answer.body) }));
};
run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
