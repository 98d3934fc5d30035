import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isFromInbox } from "../../../src/ingest/acquire/inbox";
import { readMapping } from "../../../src/ingest/mapping/parse-mapping";
import { sources } from "../../../src/ingest/sources/own-sources";
import { hubSources } from "../../../src/ingest/sources/sources";

const mapping = (code: string, more: string): string => `
source:
  code: ${code}
  title: Invented
  publisher: Invented
  licence: CC BY 4.0
  rights: { it: Inventato }
${more}
file: { path: ${code}.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
records:
  - { type: organization, name: { column: name }, kind: { constant: THIRD_SECTOR } }
`;

test("every source of the hub is fetched or comes to the inbox, those of a schedule with an address", () => {
  const real = sources.filter(({ ref }) => !ref.synthetic);
  expect(real.filter(({ origin }) => !origin).map(({ ref }) => ref.code)).toEqual([]);
  const fetched = real.filter((source) => !isFromInbox(source)).map(({ ref }) => ref.code);
  expect(fetched).toEqual(["ds964", "ds3017"]);
});

test("a hub with sources that say nothing of their file does not start, and all are named", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-origins-"));
  await mkdir(path.join(folder, "sources"));
  for (const [code, more] of [
    ["silent-a", ""],
    ["silent-b", ""],
    ["given", "origin: { kind: inbox }"],
    ["fetched", "origin: { kind: url, url: https://example.org/a.csv }"],
    ["sent", "  uploadedBy: partner"],
    ["invented", "  synthetic: true"],
  ] as const)
    await writeFile(path.join(folder, "sources", `${code}.mapping.yaml`), mapping(code, more));
  expect(() => hubSources([folder])).toThrow(
    expect.objectContaining({
      ...{ code: "BAD_USER_INPUT", where: "origin" },
      message: expect.stringMatching(/: silent-a, silent-b\.$/),
      messageIt: expect.stringMatching(/: silent-a, silent-b\.$/),
    }),
  );
  await rm(folder, { recursive: true });
});

test("a folder of tables cannot come to the inbox, which takes files", () => {
  const tables = mapping(
    "tables",
    "origin: { kind: inbox }\nhsds: { organizationKind: THIRD_SECTOR, timezone: Europe/Rome, language: it }",
  )
    .replace(/file: .*/, "file: { path: tables, format: hsds-csv, mode: PARTIAL }")
    .replace(/key:[\s\S]*/, "");
  expect(() => readMapping("tables.mapping.yaml", tables)).toThrow(/hsds-csv/);
});
