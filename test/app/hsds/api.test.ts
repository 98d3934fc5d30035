import { hsdsId } from "../../../src/storage/documents/hsds-id";
import { hubOver, type TestHub } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";

interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly { readonly id: string; readonly name?: string; readonly status?: string }[];
}

let hub: TestHub;

beforeAll(async () => {
  hub = hubOver(await cloneTable(), {});
});

async function get<T = Page>(path: string): Promise<T> {
  const response = await hub.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}

async function problemAt(path: string): Promise<Record<string, unknown>> {
  const response = await hub.request(path);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return (await response.json()) as Record<string, unknown>;
}

test("the root states the version and leads to the description", async () => {
  const root = await get<Record<string, string>>("/hsds/");
  expect(root).toMatchObject({ version: "3.0" });
  const described = await get<{ openapi: string; paths: object }>(new URL(root.openapi_url!).pathname);
  expect(described.openapi).toBe("3.1.0");
  expect(Object.keys(described.paths)).toContain("/services/{id}");
  expect((await hub.request("/hsds")).headers.get("location")).toBe("hsds/");
});

test("pages by number give every row once, and the last one is marked", async () => {
  const first = await get("/hsds/services?per_page=20");
  expect(first).toMatchObject({ page_number: 1, size: 20, first_page: true, last_page: false, empty: false });
  const ids: string[] = [];
  for (let page = 1; page <= first.total_pages; page++) {
    const next = await get(`/hsds/services?per_page=20&page=${page}`);
    expect(next.last_page).toBe(page === first.total_pages);
    ids.push(...next.contents.map(({ id }) => id));
  }
  expect([ids.length, new Set(ids).size]).toEqual([first.total_items, first.total_items]);
  expect(await get(`/hsds/services?per_page=20&page=${first.total_pages + 1}`)).toMatchObject({
    empty: true,
    last_page: true,
    contents: [],
  });
});

test("an id leads to the row of a list, and full lists have the same rows as their ids", async () => {
  for (const list of ["services", "organizations", "locations", "service_at_locations"]) {
    const { contents } = await get(`/hsds/${list}?full=true&per_page=3&page=2`);
    expect(contents.length).toBe(3);
    for (const row of contents) expect(await get(`/hsds/${list}/${row.id}`)).toEqual(row);
  }
  const service = hsdsId("service", "ds1303:sspt");
  expect(await get<{ name: string }>(`/hsds/services/${service.toUpperCase()}`)).toMatchObject({
    id: service,
  });
});

test("lines are all rows without pages, and ids alone are the whole list", async () => {
  const { total_items } = await get("/hsds/services?per_page=1");
  const response = await hub.request("/hsds/services?format=ndjson");
  expect(response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  expect((await response.text()).trim().split("\n")).toHaveLength(total_items);
  const minimal = await get("/hsds/services?minimal=true");
  expect([minimal.size, minimal.total_pages]).toEqual([total_items, 1]);
  expect(Object.keys(minimal.contents[0]!)).toEqual(["id", "last_modified"]);
});

test("filters keep what they say", async () => {
  const all = await get<{ contents: { organization_id?: string }[] }>("/hsds/services?per_page=100");
  const organization = all.contents.find((row) => row.organization_id !== undefined)!.organization_id!;
  const own = await get(`/hsds/services?organization_id=${organization}&per_page=100`);
  expect(own.total_items).toBe(all.contents.filter((row) => row.organization_id === organization).length);
  const places = await get<{ total_items: number; contents: { service: { organization_id: string } }[] }>(
    `/hsds/service_at_locations?organization_id=${organization}&per_page=100`,
  );
  for (const { service } of places.contents) expect(service.organization_id).toBe(organization);

  const service = hsdsId("service", "ds1303:sspt");
  const offices = await get(`/hsds/service_at_locations?service_id=${service}`);
  expect(offices.total_items).toBeGreaterThan(10);
  const [office] = offices.contents as unknown as { location_id: string }[];
  const there = await get<{ contents: { location_id: string }[] }>(
    `/hsds/service_at_locations?location_id=${office!.location_id}`,
  );
  for (const { location_id } of there.contents) expect(location_id).toBe(office!.location_id);

  const terms = await get<{ contents: { id: string; taxonomy: string }[] }>(
    "/hsds/taxonomy_terms?per_page=100",
  );
  const group = terms.contents.find(({ taxonomy }) => taxonomy === "target-group")!;
  const taxonomy = hsdsId("taxonomy", "target-group");
  const [withTerm, withAny] = [
    await get(`/hsds/services?taxonomy_term_id=${group.id}`),
    await get(`/hsds/services?taxonomy_id=${taxonomy}`),
  ];
  expect(withAny.total_items).toBeGreaterThanOrEqual(withTerm.total_items);
  expect(withAny.total_items).toBeGreaterThan(0);
  const ofTaxonomy = await get<{ contents: { taxonomy: string }[] }>(
    `/hsds/taxonomy_terms?taxonomy_id=${taxonomy}`,
  );
  expect(new Set(ofTaxonomy.contents.map((term) => term.taxonomy))).toEqual(new Set(["target-group"]));
});

test("changes since an instant are the rows that were written since", async () => {
  const all = await get<{ total_items: number; contents: { id: string; last_modified: string }[] }>(
    "/hsds/services?minimal=true",
  );
  const instants = all.contents.map(({ last_modified }) => last_modified).sort();
  const since = encodeURIComponent(instants.at(-1)!);
  const newest = await get(`/hsds/services?minimal=true&modified_after=${since}`);
  expect(newest.total_items).toBe(instants.filter((instant) => instant === instants.at(-1)).length);
  expect(await get("/hsds/services?modified_after=2999-01-01")).toMatchObject({
    total_items: 0,
    empty: true,
  });
});

test("a search finds what the search of the hub finds, best first", async () => {
  const { contents } = await get("/hsds/locations?search=zante");
  expect(contents[0]!.name).toMatch(/zante/i);
  const { data } = await hub.ask<{ search: { nodes: { code: string }[] } }>(
    '{ search(text: "zante", types: [CENTRE], first: 100) { nodes { ... on Centre { code } } } }',
  );
  const codes = data!.search.nodes.map(({ code }) => hsdsId("location", code));
  expect(codes.filter((id) => !contents.some((row) => row.id === id))).toEqual([]);
});

test("errors say what is wrong, where, and how to go on", async () => {
  expect(await problemAt("/hsds/services?per_page=101")).toMatchObject({
    ...{ status: 400, code: "BAD_USER_INPUT", where: "per_page" },
    detail: 'The parameter per_page is "101": must be a whole number from 1 to 100.',
  });
  for (const [query, where] of [
    ["page=0", "page"],
    ["organisation_id=1", "organisation_id"],
    ["organization_id=1", "organization_id"],
    ["modified_after=yesterday", "modified_after"],
    ["full=yes", "full"],
    ["format=xml", "format"],
    ["minimal=true&per_page=20000", "per_page"],
    ["search=x", "search"],
    [`organization_id=${hsdsId("organization", "nobody")}`, "organization_id"],
  ])
    expect([query, await problemAt(`/hsds/services?${query}`)]).toMatchObject([
      query,
      { status: 400, where },
    ]);
  expect(await problemAt("/hsds/organizations?full_service=true")).toMatchObject({ where: "full_service" });
  expect(await problemAt("/hsds/locations?proximity=5")).toMatchObject({ where: "proximity" });
  expect(await problemAt(`/hsds/services/${hsdsId("service", "nobody")}`)).toMatchObject({
    ...{ status: 404, code: "UNKNOWN_CODE", where: "id" },
    hint: expect.stringContaining("/hsds/services"),
  });
  expect(await problemAt("/hsds/services/1")).toMatchObject({ status: 400, where: "id" });
});

test("answers are cached by their content, and name their version", async () => {
  const response = await hub.request("/hsds/services?per_page=3");
  const etag = response.headers.get("etag")!;
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "public, max-age=5, stale-while-revalidate=25",
    "content-type": "application/json; charset=utf-8",
    "x-data-version": expect.stringMatching(/^\d+$/),
  });
  const again = await hub.request("/hsds/services?per_page=3", { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const head = await hub.request("/hsds/services?per_page=3", { method: "HEAD" });
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
});

test("the hub keeps to the standard, as JSON and as a page", async () => {
  const { checks, isConformant } = await get<{
    checks: { name: string; result: string }[];
    isConformant: boolean;
  }>("/conformance");
  expect(checks.filter(({ result }) => result !== "PASS")).toEqual([]);
  expect([isConformant, checks.length]).toEqual([true, 36]);
  const page = await hub.request("/conformance", { headers: { accept: "text/html,*/*;q=0.8" } });
  expect(page.headers.get("content-type")).toMatch("text/html");
  expect(await page.text()).toContain(`${checks.length} of ${checks.length} checks pass`);
});

test("the description is a page that needs no other file", async () => {
  const response = await hub.request("/hsds/docs");
  const text = await response.text();
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(text).toContain("GET /services/{id}");
  expect(text).not.toMatch(/<script|<link|<img|src=/);
  const targets = [...text.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
  expect(targets.filter((target) => !text.includes(`id="${target}"`))).toEqual([]);
});
