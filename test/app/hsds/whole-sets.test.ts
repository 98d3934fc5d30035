import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aSource } from "../../support/builders";
import { startHub } from "../../support/hub";

const saved = { origin: "test", now: "2026-01-01T00:00:00Z" };
const count = 501;

test("a list of many pieces is whole by pages and as lines, and a set beyond the limit is a file", async () => {
  const hub = await startHub();
  await saveAll(hub.table, codecs.sourceRef, [aSource({ synthetic: false })], saved);
  const centres = Array.from({ length: count }, (_, i) => aCentre({ code: `test:${i}`, name: `Casa ${i}` }));
  await saveAll(hub.table, codecs.centre, centres, saved);
  const names = new Set<string>();
  for (let page = 1; page <= 6; page++) {
    const response = await hub.request(`/hsds/locations?per_page=100&page=${page}`);
    const { size, total_items, contents } = (await response.json()) as {
      size: number;
      total_items: number;
      contents: { name: string }[];
    };
    expect([size, total_items]).toEqual([page === 6 ? 1 : 100, count]);
    for (const { name } of contents) names.add(name);
  }
  expect(names.size).toBe(count);
  const lines = await (await hub.request("/hsds/locations?format=ndjson")).text();
  expect(lines.trim().split("\n")).toHaveLength(count);
  const refused = await hub.request("/hsds/locations?format=ndjson&full=true");
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({
    ...{ code: "LIMIT_EXCEEDED", where: "format" },
    detail: "The list has 501 rows; without pages the limit is 500.",
    hint: expect.stringContaining("/exports/"),
  });
});
