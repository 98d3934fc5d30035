import { type PublishedHub, startPublishedHub } from "../support/published-hub";
import { type Answered, rawRequest } from "../support/raw-request";

let hub: PublishedHub;
beforeAll(async () => {
  hub = await startPublishedHub();
});
afterAll(() => hub.close());
beforeEach(() => {
  hub.publication.now = 1;
});

const query = '{ area(code: "nil:1") { name } }';

const post = (minVersion: unknown, headers: Record<string, string> = {}): Promise<Answered> =>
  rawRequest(hub.url, {
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, extensions: { minVersion } }),
  });
const get = (minVersion: unknown): Promise<Answered> =>
  rawRequest(hub.url, {
    method: "GET",
    path: `/graphql?query=${encodeURIComponent(query)}&extensions=${JSON.stringify({ minVersion })}`,
  });
const bodyOf = ({ body }: Answered): unknown => JSON.parse(body.toString());

test.each([
  ["POST", post],
  ["GET", get],
] as const)("a published version is answered at once by %s", async (_, ask) => {
  for (const version of [0, 1, null]) {
    const answer = await ask(version);
    expect([answer.status, answer.headers["x-data-version"]]).toEqual([200, "1"]);
  }
});

test.each([
  ["POST", post],
  ["GET", get],
] as const)("waits for the next version by %s", async (_, ask) => {
  await ask(1);
  const waiting = ask(2);
  setTimeout(() => {
    hub.publication.now = 2;
  }, 50);
  const answer = await waiting;
  expect([answer.status, answer.headers["x-data-version"]]).toEqual([200, "2"]);
});

test("after two seconds it is an error that says when to try again", async () => {
  const answer = await post(1_000);
  expect([answer.status, answer.headers["retry-after"], answer.headers["cache-control"]]).toEqual([
    503,
    "2",
    "no-store",
  ]);
  expect(bodyOf(answer)).toEqual({
    errors: [
      {
        message: "Version 1,000 of the data is not published yet.",
        extensions: expect.objectContaining({
          code: "SERVICE_UNAVAILABLE",
          messageIt: "La versione 1.000 dei dati non è ancora pubblicata.",
        }),
      },
    ],
  });
});

test("an earlier answer is not given for a later version", async () => {
  await post(2, {}).catch(() => undefined);
  await post(1);
  hub.publication.now = null;
  expect((await post(1)).status).toBe(503);
});

test.each([
  ["a text", "2"],
  ["a fraction", 1.5],
  ["less than 0", -1],
  ["a list", [1]],
])("%s is no version", async (_, minVersion) => {
  const answer = await post(minVersion);
  expect([answer.status, bodyOf(answer)]).toMatchObject([
    400,
    { errors: [{ extensions: { code: "BAD_REQUEST", where: "extensions.minVersion" } }] },
  ]);
});
