import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anOrganization, aService, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const script = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  const saved = { origin: "test", now: hub.table.clock() };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], saved);
  await saveAll(hub.table, codecs.organization, [anOrganization({ code: "a", name: script })], saved);
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "a:1", name: script, managerCode: "a" })], saved);
  await saveAll(hub.table, codecs.service, [aService({ code: "a:1", organizationCode: "a" })], saved);
});

test.each([
  "/",
  "/graphql?query={centres{nodes{name}}}",
  "/hsds/organizations",
  "/hsds/docs",
  "/schema",
  "/playground/",
  "/conformance",
])("a script in a name is text everywhere: %s", async (path) => {
  const response = await hub.request(path, { headers: { accept: "text/html, application/json" } });
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  if (!type.startsWith("text/html")) {
    // Nothing but a program reads it, and no browser takes it for a page.
    expect(type).toMatch(/json|plain/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    return;
  }
  expect(text).not.toContain(script);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/default-src 'none'|default-src 'self'/);
  expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:)/);
});

test.each(["search", "indicators"])("a search of 10,000 characters is rejected by %s", async (field) => {
  const texts = ["x".repeat(10_000), `${"a".repeat(5_000)}!${"(a+)+$".repeat(800)}`];
  const query =
    field === "search"
      ? "query ($text: String!) { search(text: $text) { totalCount } }"
      : "query ($text: String!) { indicators(filter: { text: $text }) { totalCount } }";
  for (const text of texts) {
    const { errors } = await hub.ask(query, { text });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  }
});

test.each([0, -1, 101, 99_999_999, 2_147_483_647])(
  "pages of %i records are rejected, also in variables and fragments",
  async (first) => {
    const asked = [
      [`{ centres(first: ${first}) { totalCount } }`, {}],
      ["query ($first: Int!) { centres(first: $first) { totalCount } }", { first }],
      [
        "query ($first: Int!) { ...A } fragment A on Query { services(first: $first) { nodes { code } } }",
        { first },
      ],
    ] as const;
    for (const [query, variables] of asked) {
      const { errors } = await hub.ask(query, variables);
      expect(["PAGE_SIZE_OUT_OF_RANGE", "LIMIT_EXCEEDED"]).toContain(errors?.[0]?.extensions?.code);
    }
  },
);
