import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { kinds } from "../../src/app/reference/kinds";
import { buildHubSchema } from "../../src/graphql/schema";
import { startHub } from "../support/hub";

const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

async function openPage() {
  const { request } = await startHub();
  const response = await request("/schema");
  return { response, page: await response.text(), request };
}

/** As the page shows text. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

test("shows every type, member and argument with its description, under an address of its own", async () => {
  const { page } = await openPage();
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
  const expected = types.flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    const args = members.flatMap((member) => ("args" in member ? member.args : []));
    return [
      { id: type.name, text: type.description },
      ...members.map(({ name, description }) => ({ id: `${type.name}.${name}`, text: description })),
      ...args.map(({ description }) => ({ id: type.name, text: description })),
    ];
  });
  expect(expected.length).toBeGreaterThan(2_000);
  expect(expected.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(expected.filter(({ text }) => text && !page.includes(escaped(text)))).toEqual([]);
});

test("has each type in one chapter, and no link that leads nowhere", async () => {
  expect(types.filter((type) => kinds.filter(({ has }) => has(type, schema)).length !== 1)).toEqual([]);
  const { page, request } = await openPage();
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
  expect(links.filter((href) => href.startsWith("#") && !ids.includes(href.slice(1)))).toEqual([]);
  const others = [...new Set(links.filter((href) => !href.startsWith("#")))];
  expect(others).toEqual(["playground/", "schema.graphql"]);
  expect((await request("/schema.graphql")).status).toBe(200);
});

test("writes signatures as GraphQL does, with defaults", async () => {
  const { page } = await openPage();
  const text = page.replace(/<[^>]+>/g, "").replaceAll("&quot;", '"');
  expect(text).toMatch(/^area: Area$/m);
  expect(text).toMatch(/^first: Int! = \d+ /m);
  expect(text).toMatch(/^nodes: \[Centre!\]!$/m);
});

test("is one file that loads and runs nothing, and is asked for again each time", async () => {
  const { response, page, request } = await openPage();
  expect(page).not.toMatch(/<script|<link|<img|https?:\/\/[^<]*"/);
  expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-[\w+/]+=*'$/,
  );
  const again = await request("/schema", { headers: { "if-none-match": response.headers.get("etag")! } });
  expect(again.status).toBe(304);
});
