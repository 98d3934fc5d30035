import fc from "fast-check";
import { createRateLimits } from "../../../src/ingest/acquire/rate-limit";
import { readJson } from "../../../src/ingest/acquire/read-json";
import { retryAfterMs, retryDelay } from "../../../src/ingest/acquire/retry";
import { sends, sendsJson, startServer, type TestServer, testHttp } from "../../support/misbehaving-server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = (http = testHttp()) =>
  readJson(http, { url: `${server.url}/api` }, (value) => value as Record<string, unknown>);
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was refused",
    (error) => `${error.code}: ${error.message.replace(server.url, "<server>")}`,
  );

test("waits longer and longer, at random, and never beyond the limit", () => {
  const limits = { firstDelayMs: 1_000, longestDelayMs: 30_000 };
  expect([1, 2, 3, 4, 5, 6, 7].map((n) => retryDelay(n, limits, () => 0.999999))).toEqual([
    999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999,
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (n, chance) => {
        const delay = retryDelay(n, limits, () => chance);
        return delay >= 0 && delay < 30_000;
      },
    ),
  );
});

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 5 ", 5_000],
  ["Sun, 22 Nov 2026 02:01:30 GMT", 90_000],
  ["Sun, 22 Nov 2026 01:00:00 GMT", 0],
  ["soon", null],
  ["-1", null],
  ["", null],
  [null, null],
])("reads Retry-After %j", (header, ms) => {
  expect(retryAfterMs(header, Date.parse("2026-11-22T02:00:00Z"))).toBe(ms);
});

test("repeats a request after 500, 503 and 429, and not before the stated time", async () => {
  server.answer(
    sends("", {}, 500),
    sends("", { "retry-after": "Sun, 22 Nov 2026 02:01:00 GMT" }, 503),
    sends("", { "retry-after": "100" }, 429),
    sendsJson({ well: true }),
  );
  const http = testHttp();
  expect(await get(http)).toEqual({ well: true });
  expect(http.slept).toEqual([500, 59_500, 100_000]);
});

test("gives up on a server that never recovers", async () => {
  server.answer(sends("", {}, 503));
  const http = testHttp();
  expect(await messageOf(get(http))).toBe("SOURCE_UNREACHABLE: <server>/api answers 503; 4 attempts.");
  expect(http.slept).toEqual([500, 1_000, 2_000]);
});

test("does not repeat a request when the server asks for a long pause", async () => {
  server.answer(sends("", { "retry-after": "3600" }, 429));
  const http = testHttp();
  expect(await messageOf(get(http))).toBe(
    "SOURCE_UNREACHABLE: <server>/api accepts the next request in 3,600 seconds at the earliest.",
  );
  expect(http.slept).toEqual([]);
});

test("ends when the total time is too long", async () => {
  server.answer(sends("", { "retry-after": "90" }, 503));
  expect(await messageOf(get(testHttp({ wholeMs: 100_000 })))).toBe(
    "SOURCE_UNREACHABLE: <server>/api was not complete after 100 seconds.",
  );
});

test("does not repeat a request with a permanent failure", async () => {
  for (const [answer, message] of [
    [sends("", {}, 400), "SOURCE_UNREACHABLE: <server>/api answers 400."],
    [sends("<html>", {}), 'SOURCE_UNREADABLE: <server>/api does not answer with JSON: "<html>".'],
    [sends("x".repeat(20_001)), "SOURCE_UNREADABLE: <server>/api is larger than 20,000 bytes."],
  ] as const) {
    server.answer(answer);
    expect(await messageOf(get())).toBe(message);
    expect(server.asked).toEqual(["GET /api"]);
  }
});

test("names the reason for a missing answer", async () => {
  const closed = await startServer();
  await closed.close();
  const asked = readJson(testHttp(), { url: `${closed.url}/api` }, (value) => value);
  await expect(asked).rejects.toThrow(/could not be reached \(ECONNREFUSED\); 4 attempts\.$/);
});

test("never exceeds the rate of a host, with any number of simultaneous requests", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 25 }),
      async (most, pauses) => {
        let now = 1_000_000;
        const sleep = async (ms: number) => {
          now += ms;
        };
        const rates = createRateLimits({ now: () => now, sleep });
        const instants: number[] = [];
        await Promise.all(
          pauses.map(async (pause, i) => {
            if (i % 3 === 0) now += pause;
            await rates.take("a", { most, seconds: 60 });
            instants.push(now);
          }),
        );
        for (const [i, instant] of instants.entries())
          if (i >= most) expect(instant - instants[i - most]!).toBeGreaterThanOrEqual(60_000);
      },
    ),
  );
});

test("counts each host separately, and pauses for a host that asks for it", async () => {
  const http = testHttp();
  const rate = { most: 1, seconds: 60 };
  await http.rates.take("a", rate);
  await http.rates.take("b", rate);
  expect(http.slept).toEqual([]);
  http.rates.block("b", 90_000);
  await http.rates.take("b", rate);
  expect(http.slept).toEqual([90_000]);
});
