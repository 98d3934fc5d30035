import { createBaseApp } from "../../src/app/base-app";
import { edgeHeaders } from "../../src/app/env";
import { lambdaHandler } from "../../src/app/lambda-handler";
import type { LogEntry } from "../../src/app/log";
import { anonymous } from "../../src/domain/identity/caller";
import { bodyOf, invoke } from "../support/lambda-bridge";

const [sent, next] = ["s".repeat(40), "n".repeat(40)];
const lines: LogEntry[] = [];
const asked: string[] = [];
const app = createBaseApp({
  log: (line) => void lines.push(line),
  originSecrets: [sent, next],
  authenticate: async (authorization) => {
    asked.push(authorization);
    return anonymous;
  },
});
app.get("/open", (c) => c.text("open", 200, { "cache-control": "public, max-age=5" }));
const handler = lambdaHandler(app);
const get = (headers: Record<string, string>) => invoke(handler, { method: "GET", target: "/open", headers });

test("answers what comes through the edge, with the present secret or the next one", async () => {
  for (const secret of [sent, next])
    expect(await get({ [edgeHeaders.secret]: secret })).toMatchObject({ statusCode: 200, body: "open" });
});

test.each([
  ["no secret", {}],
  ["an empty one", { [edgeHeaders.secret]: "" }],
  ["a wrong one", { [edgeHeaders.secret]: "x".repeat(40) }],
  ["both in one", { [edgeHeaders.secret]: `${sent},${next}` }],
  ["the start of one", { [edgeHeaders.secret]: sent.slice(1) }],
])("rejects a request with %s before it looks at anything else, and says where to go", async (_, headers) => {
  asked.length = 0;
  const result = await get({ ...headers, authorization: "Bearer vic_live_x" });
  expect([result.statusCode, result.headers?.["content-type"], result.headers?.["cache-control"]]).toEqual([
    403,
    "application/problem+json",
    "no-store",
  ]);
  expect(JSON.parse(bodyOf(result).toString())).toMatchObject({
    code: "FORBIDDEN",
    hint: expect.stringContaining("public address"),
  });
  expect([asked, lines.at(-1)?.status]).toEqual([[], 403]);
  expect(JSON.stringify(lines)).not.toContain(sent);
});

test("what a request with a key gets is kept by its client alone", async () => {
  const secret = { [edgeHeaders.secret]: sent };
  const withKey = await get({ ...secret, authorization: "Bearer vic_live_x" });
  const without = await get(secret);
  expect([withKey, without].map(({ headers }) => headers?.["cache-control"])).toEqual([
    "private, max-age=5",
    "public, max-age=5",
  ]);
});
