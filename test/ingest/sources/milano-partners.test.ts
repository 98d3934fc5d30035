import { readFileSync } from "node:fs";
import type { Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { readRows } from "../../support/read-rows";
import { sharedData } from "../../support/shared-data";

test("try", async () => {
  for (const [code, file] of [
    ["milano-terzo-settore", "partners/terzo_settore_milano.csv"],
    ["milano-miovernet", "strategy/miovernet_fatti.csv"],
  ] as const) {
    const source = ownSource(code) as Source;
    const rows = await readRows(source.format, readFileSync(sharedData(file)!, "utf8"));
    const m = mapRows(source, rows, { areaCodesAt: () => [], levelsWithBoundary: new Set() });
    console.log(JSON.stringify(m, (k, v) => (v instanceof Set ? [...v] : v), 1));
  }
});
