import { gunzipSync } from "node:zlib";
import { createBaseApp } from "../../src/app/base-app";
import { lambdaHandler } from "../../src/app/lambda-handler";
import { requestLimits } from "../../src/app/request-limits";
import { bodyOf, invoke } from "../support/lambda-bridge";

/** Of Lambda, for the result of a function as JSON. */
const mostOfFunction = 6_291_556;
const most = requestLimits.answerBytes;

const app = createBaseApp({ log: () => undefined });
// In JSON each takes two bytes, and compressed it takes almost none.
app.get("/quotes/:bytes", (c) => c.text('"'.repeat(Number(c.req.param("bytes")))));
app.get("/stream/:bytes", (c) =>
  c.body(new Blob([Buffer.alloc(Number(c.req.param("bytes")), "é")]).stream(), 200, {
    "content-type": "application/x-ndjson",
  }),
);

const handlers = { text: lambdaHandler(app), bytes: lambdaHandler(app, { asBytes: true }) };
const encodings = { plain: {}, gzip: { "accept-encoding": "gzip" } };
const forms = (["text", "bytes"] as const).flatMap((handler) =>
  (["plain", "gzip"] as const).flatMap((encoding) =>
    ["/quotes", "/stream"].map((path) => ({ handler, encoding, path })),
  ),
);

const get = (path: string, { handler, encoding }: (typeof forms)[number]) =>
  invoke(handlers[handler], { method: "GET", target: path, headers: encodings[encoding] });

test.each(forms)("the largest answer fits into a result: %j", async (form) => {
  const result = await get(`${form.path}/${most}`, form);
  const body = bodyOf(result);
  expect(result.statusCode).toBe(200);
  expect((result.headers?.["content-encoding"] === "gzip" ? gunzipSync(body) : body).length).toBe(most);
  expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(mostOfFunction - 20_000);
});

test.each(forms)("one byte more is an error with a way out: %j", async (form) => {
  const result = await get(`${form.path}/${most + 1}`, form);
  expect([result.statusCode, result.headers?.["content-type"], result.headers?.["cache-control"]]).toEqual([
    413,
    "application/problem+json",
    "no-store",
  ]);
  expect(JSON.parse(bodyOf(result).toString())).toMatchObject({
    code: "ANSWER_TOO_LARGE",
    detail: "The answer has 4,000,001 bytes; the limit is 4,000,000 bytes.",
    hint: expect.stringContaining("/exports/"),
    hintIt: expect.stringContaining("/exports/"),
  });
});

test("the limit is the same on this machine", async () => {
  for (const headers of Object.values(encodings)) {
    const response = await app.request(`/quotes/${most + 1}`, { headers });
    expect([response.status, await response.json()]).toMatchObject([413, { code: "ANSWER_TOO_LARGE" }]);
  }
});
