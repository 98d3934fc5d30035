import { rm } from "node:fs/promises";
import type { Service } from "../../../src/domain/services/service";
import { runIngest } from "../../../src/ingest/run/run";
import { codecs } from "../../../src/storage/records/codecs";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

/** SYNTHETIC. */
const mapping = (basis: string) => `
source: { code: corsi, title: Courses, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: corsi.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
records:
  - { type: service, name: { it: "{nome}" }, email: { column: mail }, contactPerson: { column: referente }${basis} }
`;

async function imported(basis: string, ...rows: readonly string[]) {
  const table = await startTable();
  const file = `id;nome;mail;referente\n${rows.join("\n")}\n`;
  const folder = await folderWith({ "corsi.mapping.yaml": mapping(basis), "corsi.csv": file });
  const now = "2026-02-01T00:00:00.000Z";
  const report = await runIngest({ table, folder, now, only: ["corsi"] }).finally(() =>
    rm(folder, { recursive: true }),
  );
  const item = await table.get(codecs.service.keyOf("corsi:1"));
  return { contacts: (item!.record as Service).contacts, problems: report.sources[0]!.problems };
}

const office = { it: "Teatro", en: null };

test("with a legal basis in the mapping file a contact has its person", async () => {
  const { contacts, problems } = await imported(
    ", legalBasis: PUBLIC_TASK",
    "1;Teatro;t@example.org;Anna Neri",
  );
  expect(contacts).toMatchObject([
    { office, email: "t@example.org", personName: "Anna Neri", legalBasis: "PUBLIC_TASK" },
  ]);
  expect(problems).toEqual([]);
});

test("without one the office stays, and a warning names the cell but not the person", async () => {
  const { contacts, problems } = await imported("", "1;Teatro;t@example.org;Anna Neri");
  expect(contacts).toMatchObject([{ office, email: "t@example.org", personName: null, legalBasis: null }]);
  expect(problems).toMatchObject([
    { rule: "NOT_HELD", severity: "WARNING", line: 2, column: "referente", value: null },
  ]);
  expect(JSON.stringify(problems)).not.toContain("Neri");
});

test("a person whose office has no address is left out too", async () => {
  const { contacts, problems } = await imported(", legalBasis: CONSENT", "1;Teatro;;Anna Neri");
  expect(contacts).toEqual([]);
  expect(problems).toMatchObject([{ rule: "NOT_HELD", severity: "WARNING", column: "referente" }]);
});
