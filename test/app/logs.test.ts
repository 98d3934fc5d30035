import { bearing, type TestCaller } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";

/** SYNTHETIC. What must never stand in a log: a key, a person, where somebody lives. */
const secrets = ["Zelinda Quaresmini", "zelinda@example.org", "345 0001122", "Via Segreta 12", "45.461234"];
const traces = new RegExp(["quaresmini", "zelinda", "0001122", "segreta", "45\\.461234"].join("|"), "i");
const editor: TestCaller = { organization: "city", scopes: ["REVIEW"] };
const json = { "content-type": "application/json" };

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
});

/** Requests of every kind with the values in every place, most of them wrong in one way or another. */
async function ask(headers: Readonly<Record<string, string>>): Promise<number[]> {
  const text = secrets.join(" ");
  const inAddress = encodeURIComponent(text);
  const query = "query Find($text: String!) { search(text: $text) { totalCount } }";
  const post = (body: object): RequestInit => ({
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });
  const get = { headers };
  const address = (values: object): string =>
    `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(values))}`;
  const fields = `{ name: "${text}", notes: "${text}" }`;
  const requests: readonly (readonly [string, RequestInit])[] = [
    ["/graphql", post({ query, variables: { text } })],
    ["/graphql", post({ query, variables: { text: [text, { text }] } })],
    ["/graphql", post({ query: `{ search(text: "${text}") { ${"totalCount ".repeat(3)} nope } }` })],
    ["/graphql", post({ query: `{ centre(code: "${text}") { name } }` })],
    [
      "/graphql",
      post({
        query: `mutation { createCentre(input: { fields: ${fields}, reason: "${text}" }) { version } }`,
      }),
    ],
    ["/graphql", post({ query: `{ centres(after: "${text}") { totalCount } }` })],
    ["/graphql", { method: "POST", headers: { ...json, ...headers }, body: `{"query": "${text}` }],
    [address({ text }), get],
    [address({ text: 3, other: text }), get],
    [`/hsds/services?search=${inAddress}`, get],
    [`/hsds/services/${inAddress}`, get],
    [`/exports/${inAddress}`, get],
    [`/${inAddress}`, get],
  ];
  const statuses: number[] = [];
  for (const [path, init] of requests) {
    const response = await hub.request(path, init);
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}

test("no line of the log has a key, a value of a query or personal data", async () => {
  const { authorization } = await bearing(hub.table, editor);
  const key = authorization.slice("Bearer ".length);
  const wrong = `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`;
  const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"sub":"zelinda"}').toString("base64url")}.c2lnbmF0dXJl`;
  const statuses = [
    ...(await ask({})),
    ...(await ask({ authorization })),
    ...(await ask({ authorization: `Bearer ${wrong}` })),
    ...(await ask({ authorization: `Bearer ${token}` })),
    ...(await ask({ authorization: `Basic ${Buffer.from("zelinda:pass").toString("base64")}` })),
  ];
  for (const status of [200, 400, 401, 404]) expect(statuses).toContain(status);
  const lines = hub.logs.map((line) => JSON.stringify(line));
  expect(lines.length).toBeGreaterThanOrEqual(statuses.length);
  const secret = key.slice(19, 62);
  for (const line of lines) {
    expect(line).not.toMatch(traces);
    for (const text of [secret, wrong, token, token.split(".")[1]!]) expect(line).not.toContain(text);
  }
});
