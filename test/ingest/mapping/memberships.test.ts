import { rm } from "node:fs/promises";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { runIngest } from "../../../src/ingest/run/run";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { startHub } from "../../support/hub";
import { folderWith } from "../../support/synthetic-city";

const now = "2026-11-22T10:00:00.000Z";

/** Synthetic. */
const head = (code: string, path: string) => `
source:
  code: ${code}
  title: Dati inventati
  publisher: Comune Sintetico
  licence: CC BY 4.0
  rights: { it: Inventato per una prova }
  synthetic: true
file: { path: ${path}, format: csv, delimiter: ";", mode: FULL }
`;

const roles = `${head("roles", "ruoli.csv")}
records:
  - type: organization
    key: { column: ente, slug: true }
    name: { column: ente }
    kind: { column: forma, map: { coop: THIRD_SECTOR, srl: PRIVATE } }
  - type: membership
    partnership: { constant: "roles:meals" }
    role: { column: ruolo, map: { cuoco: PROVIDER, dona: FUNDER } }
    description: { column: ruolo, texts: { cuoco: { it: Cucina, en: Cooks } } }
    areas: { column: zone, split: ",", prefix: "nil:" }
    validFrom: { column: dal }
    lastKnown: { column: fonte }
    presence: { column: oggi, map: { si: PRESENT, no: ENDED } }
    citations: [{ url: { column: pagina } }]
partnerships:
  - { code: "roles:meals", name: { it: Pasti, en: Meals }, kind: UNKNOWN }
`;
const rolesCsv = [
  "ente;forma;ruolo;zone;dal;fonte;oggi;pagina",
  "Mensa Uno;coop;cuoco;1,2;2019-03;2020;;https://example.org/1",
  "mensa uno;srl;dona;;;;no;",
  "Senza Forma;;cuoco;3;2021;;si;",
  "Senza Forma;;cuoco;3;2021;;si;",
  "Ignota;coop;balla;;;;;",
  "",
].join("\n");

const steps = `${head("steps", "passi.csv")}
key: { column: id }
records:
  - type: strategyStep
    strategy: { constant: mi-over-net }
    kind: { constant: LEGAL }
    name: { column: id, texts: { a: { it: Delibera, en: Decree }, b: null } }
    date: { column: data }
    amount: { value: { column: euro }, currency: EUR }
`;
const stepsCsv = ["id;data;euro", "a;2021-01;1000000.5", "b;2022;", "c;2023;", ""].join("\n");

test("rows are members of one partnership, and one organisation may stand in several", async () => {
  const hub = await startHub({ starter: true });
  const folder = await folderWith({
    "ruoli.csv": rolesCsv,
    "ruoli.mapping.yaml": roles,
    "passi.csv": stepsCsv,
    "passi.mapping.yaml": steps,
  });
  const report = await runIngest({ table: hub.table, folder, now, only: ["roles", "steps"] });
  await rm(folder, { recursive: true });
  expect(report.sources.map(({ source, rows }) => [source, rows.read, rows.new, rows.rejected])).toEqual([
    ["steps", 3, 1, 2],
    ["roles", 5, 4, 1],
  ]);
  expect(
    report.sources.flatMap(({ problems }) => problems.map((p) => [p.line, p.severity, p.rule, p.column])),
  ).toEqual([
    [3, "ERROR", "NOT_A_CODE", null],
    [4, "ERROR", "UNKNOWN_WORD", "id"],
    [null, "WARNING", "DUPLICATE", null],
    [3, "ERROR", "UNKNOWN_WORD", "ruolo"],
    [5, "ERROR", "DUPLICATE", null],
    [6, "ERROR", "UNKNOWN_WORD", "ruolo"],
  ]);
  const { data, errors } = await hub.ask(`{
    partnership(code: "roles:meals") {
      areas { code }
      members { organization { code kind } role description { en } validFrom lastKnown presence citations { url } }
    }
    strategy(code: "mi-over-net") { steps { nodes { code name { en } date amount { cents } } } }
  }`);
  expect(errors).toBeUndefined();
  const kitchen = { code: "roles:mensa-uno", kind: "THIRD_SECTOR" };
  const nothing = { description: null, validFrom: null, lastKnown: null, citations: [] };
  expect(data).toEqual({
    partnership: {
      areas: ["nil:1", "nil:2", "nil:3"].map((code) => ({ code })),
      members: [
        {
          organization: kitchen,
          role: "PROVIDER",
          description: { en: "Cooks" },
          validFrom: "2019-03",
          lastKnown: "2020",
          presence: "UNKNOWN",
          citations: [{ url: "https://example.org/1" }],
        },
        { ...nothing, organization: kitchen, role: "FUNDER", presence: "ENDED" },
        {
          ...nothing,
          organization: { code: "roles:senza-forma", kind: "UNKNOWN" },
          role: "PROVIDER",
          description: { en: "Cooks" },
          validFrom: "2021",
          presence: "PRESENT",
        },
      ],
    },
    strategy: {
      steps: {
        nodes: [{ code: "steps:a", name: { en: "Decree" }, date: "2021-01", amount: { cents: 100_000_050 } }],
      },
    },
  });
});

test.each([
  [
    "a partnership that is not defined",
    roles.replace('constant: "roles:meals"', 'constant: "roles:x"'),
    "names the partnership roles:x, which does not exist",
  ],
  [
    "a strategy that does not exist",
    steps.replace("mi-over-net", "other"),
    "names the strategy other, which does not exist. Use one of: mi-over-net.",
  ],
  [
    "a member without an organisation",
    roles.replace(/ {2}- type: organization[\s\S]*? {2}- type: m/, "  - type: m"),
    "has no organisation. Add organization, or a record of that type.",
  ],
])("a mapping file with %s is rejected", (_what, text, fault) => {
  expect(() => parseMapping("x.mapping.yaml", text, hubWords)).toThrow(fault);
});
