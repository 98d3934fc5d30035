import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});

const forged = {
  forwarded: "for=198.51.100.7;host=evil.example;proto=http",
  "x-forwarded-for": "198.51.100.7",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "http",
  "x-forwarded-prefix": "/evil.example",
  "x-original-url": "/evil.example",
  "x-rewrite-url": "/evil.example",
  "x-http-method-override": "DELETE",
};

test.each([
  "/",
  "/graphql",
  "/playground",
  "/hsds",
  "/hsds/",
  "/hsds/organizations",
  "/status",
  "/schema",
  "/robots.txt",
  "/.well-known/security.txt",
])("no header of a client changes what %s says or where it leads", async (path) => {
  const plain = await hub.request(path);
  const other = await hub.request(path, { headers: forged });
  expect(other.status).toBe(plain.status);
  expect(other.headers.get("location")).toBe(plain.headers.get("location"));
  const [text, otherText] = [await plain.text(), await other.text()];
  expect(otherText).not.toContain("evil.example");
  expect(otherText.length).toBe(text.length);
});

test("redirections are relative: they trust no host", async () => {
  for (const path of ["/hsds", "/playground"]) {
    const location = (await hub.request(path)).headers.get("location");
    if (location !== null) expect(location).not.toMatch(/^(https?:)?\/\//);
  }
});
