import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import type { SourceRunReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { fillBlanks } from "../../support/fill-blanks";
import { startHub, type TestHub } from "../../support/hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const now = "2026-11-22T10:00:00.000Z";
const code = "ds41-biblioteche-archivi";
const shared = sharedData(".");
let hub: TestHub;
let report: SourceRunReport;
let folder: string;

beforeAll(async () => {
  if (shared === null) return;
  hub = await startHub({ starter: true });
  const { table } = hub;
  await runIngest({ table, folder: shared, now, only: ["ds379", "ds964"] });
  const { mapping } = await initMapping(sharedData("services/ds41_biblioteche_archivi.csv")!);
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const file = path.join(folder, "libraries.mapping.json");
  await writeFile(file, fillBlanks(mapping, [], { modified: "2007", publisher: "Comune di Milano" }));
  const request = { table, folder: sharedData("services")!, now, only: [code], mappings: [file] };
  report = (await runIngest(request)).sources[0]!;
});

afterAll(async () => {
  if (shared !== null) await rm(folder, { recursive: true });
});

testWithSharedData("loads the register of libraries by the mapping that was proposed for it", () => {
  expect(report).toMatchObject({
    source: code,
    status: "IMPORTED",
    rows: { read: 232, new: 232, rejected: 0 },
  });
  // Every point lies in the NIL that its row names.
  expect(report.problems).toEqual([]);
});

testWithSharedData("shows the libraries as centres with place, kind and areas", async () => {
  const { data } = await hub.ask(`{
    libraries: centres(filter: { kinds: "centre-kind:BIBLIOTECHE" }) { totalCount }
    archives: centres(filter: { kinds: "centre-kind:ARCHIVI" }) { totalCount }
    centre(code: "${code}:niguarda") {
      name kind { name { it } } address { streetAddress locality } position { latitude longitude }
      areas { code } declaredArea { code } accessibility { feature availability }
      sourceRefs { code publisher }
    }
  }`);
  expect(data).toEqual({
    libraries: { totalCount: 223 },
    archives: { totalCount: 9 },
    centre: {
      name: "NIGUARDA",
      kind: { name: { it: "BIBLIOTECHE" } },
      address: { streetAddress: "VIA PASSERINI GIAN BATTISTA, 5", locality: "Milano" },
      position: { latitude: 45.5152823829455, longitude: 9.19315524276738 },
      areas: [{ code: "comune:015146" }, { code: "municipio:9" }, { code: "nil:14" }],
      declaredArea: { code: "nil:14" },
      accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "YES" }],
      sourceRefs: [{ code, publisher: "Comune di Milano" }],
    },
  });
});
