import { rm } from "node:fs/promises";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aSource } from "../../support/builders";
import { exportedHub } from "../../support/exported-hub";
import { startHub } from "../../support/hub";

const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };

test("a filtered file that a function cannot answer is refused with the address of the whole one, which has it all", async () => {
  const hub = await exportedHub(async (options) => {
    const empty = await startHub(options);
    const centres = Array.from({ length: 30 }, (_, i) =>
      aCentre({ code: `test:${i}`, notes: "più ".repeat(35_000), sourceCodes: ["real"] }),
    );
    await saveAll(empty.table, codecs.sourceRef, [aSource({ code: "real", synthetic: false })], saved);
    await saveAll(empty.table, codecs.centre, centres, saved);
    return empty;
  });
  const refused = await hub.request("/exports/centres.ndjson?statuses=ACTIVE");
  const { code, detail, hint } = (await refused.json()) as Record<string, string>;
  expect([refused.status, code, detail]).toEqual([
    413,
    "ANSWER_TOO_LARGE",
    "The file has 5,265,920 bytes; the limit is 4,000,000 bytes.",
  ]);
  expect(hint).toContain("/exports/centres.ndjson");
  expect((await hub.bytes("centres.ndjson")).length).toBeGreaterThan(4_000_000);
  await rm(hub.folder, { recursive: true, force: true });
});
