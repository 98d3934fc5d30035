import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { FairUse } from "../../../src/app/fair-use/fair-use";
import { nodeListener } from "../../../src/app/node-listener";
import { usualPolicies } from "../../../src/domain/identity/allowance";
import { hubOver, type TestHub } from "../../support/hub";
import { startPartnersHub } from "../../support/partners";

/** The hub as `npm start` has it: with the short way for compiled operations, and the addresses of real connections. */
let hub: TestHub;
let server: Server;
let now = Date.parse("2026-11-29T10:00:00Z");
/** Requests that the application got, because the short way did not answer them. */
let passedOn = 0;
beforeAll(async () => {
  const { table, ask } = await startPartnersHub();
  // Publishes what was saved.
  await ask("{ __typename }");
  const fairUse = new FairUse({
    policies: { ...usualPolicies, ANONYMOUS: { burst: 400_000, perSecond: 1_000 } },
    addressHeader: "x-edge",
    table: null,
    log: () => undefined,
    now: () => now,
  });
  hub = hubOver(table, { fairUse });
  const { answers, http } = hub.hub;
  const log = (entry: (typeof hub.logs)[number]) => void (hub.logs as (typeof entry)[]).push(entry);
  const whole = getRequestListener(http.fetch);
  const application: typeof whole = (...request) => {
    passedOn += 1;
    return whole(...request);
  };
  server = createServer(await nodeListener({ application, answers, fairUse, log }));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  now += 3_600_000;
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let n = 0;
const post = (
  query: string,
  address = "127.0.0.1",
  headers: Readonly<Record<string, string>> = {},
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const options = { port, host: "127.0.0.1", path: "/graphql", method: "POST", localAddress: address };
    const sent = request(
      { ...options, headers: { "content-type": "application/json", ...headers } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
      },
    );
    sent.on("error", reject);
    // Another variable each time, which the operation does not have: the answer is not kept, and the operation compiled.
    sent.end(JSON.stringify({ query, variables: { n: n++ } }));
  });

const page = "{ centres(first: 100) { nodes { code name notes } } }";
const left = ({ headers }: Got): number => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);

test("compiled operations cost the same as others, and say so in the same headers", async () => {
  const answers: Got[] = [];
  for (let i = 0; i < 6; i += 1) answers.push(await post(page));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const costs = answers.slice(1).map((answer, i) => left(answers[i]!) - left(answer));
  expect(costs[0]).toBeGreaterThan(1_000);
  expect(new Set(costs).size).toBe(1);
  expect(new Set(answers.map(({ headers }) => headers["ratelimit-policy"]))).toEqual(
    new Set(['"anonymous";q=400000;qu="cost-units";w=400']),
  );
});

test("who spent everything is rejected on the short way too; another address goes on", async () => {
  let last = await post(page);
  for (let i = 0; last.status === 200 && i < 100; i += 1) last = await post(page);
  expect(last.status).toBe(429);
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
  expect(JSON.parse(last.text)).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  expect((await post(page, "127.0.0.2")).status).toBe(200);
  // Behind the edge it is the address that the edge saw.
  expect((await post(page, "127.0.0.1", { "x-edge": "198.51.100.7" })).status).toBe(200);
  expect((await post(page)).status).toBe(429);
});

test("requests that have to wait for their turn stay on the short way", async () => {
  for (let i = 0; i < 4; i += 1) await post(page);
  const before = passedOn;
  // In one write, so that all begin in the same round, which has no room for them.
  const all = Array.from({ length: 8 }, () => JSON.stringify({ query: page, variables: { n: n++ } }));
  const opened = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const head = "POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ";
  opened.write(all.map((text) => `${head}${text.length}\r\n\r\n${text}`).join(""));
  let got = "";
  for await (const part of opened) {
    got += String(part);
    if (got.split('"cost":{').length > all.length) break;
  }
  opened.destroy();
  expect(got.match(/HTTP\/1.1 200/g)).toHaveLength(8);
  expect(passedOn).toBe(before);
});

test("rateLimit is never kept", async () => {
  const asked = "{ rateLimit { remaining } }";
  const seen: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const { data } = JSON.parse((await post(asked)).text) as { data: { rateLimit: { remaining: number } } };
    seen.push(data.rateLimit.remaining);
  }
  expect(new Set(seen).size).toBe(6);
});

test("lines of the log name a client by the same hash on both ways, and not by its address", async () => {
  await post(page, "127.0.0.9");
  await post(`{ a${n}: centres(first: 1) { totalCount } }`, "127.0.0.9");
  const lines = hub.logs.filter(({ message }) => message === "request").slice(-2);
  expect(lines[0]!.client).toMatch(/^[\w-]{22}$/);
  expect(lines[1]!.client).toBe(lines[0]!.client);
  expect(JSON.stringify(hub.logs)).not.toContain("127.0.0.9");
});
