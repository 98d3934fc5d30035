import { rm } from "node:fs/promises";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { startHub } from "../../support/hub";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const source = (code: string) => `
source:
  code: ${code}
  title: Dati inventati
  publisher: Comune Sintetico
  licence: CC BY 4.0
  rights: { it: Inventato per una prova }
  modified: 2026-05
  synthetic: true
file: { path: ${code}.csv, format: csv, delimiter: ";", mode: FULL }
`;
const terms = `
terms:
  - { code: "centre-kind:CLUB", name: { it: Circolo, en: Club } }
  - { code: "centre-kind:HALL", name: { it: Sala, en: Hall } }
  - { code: "centre-kind:VENUE", name: { it: Casa, en: Venue } }
`;
const venues = `${source("venues")}
key: { column: id, type: integer }
records:
  - type: centre
    name: { column: nome }
    kinds: [{ term: { constant: "centre-kind:VENUE" } }]
${terms}`;
const press = `${source("press")}
needs: [venues]
key: { column: nome, slug: true }
records:
  - type: centreKind
    when: [{ column: id, filled: true }, { column: dubbio, is: [no] }]
    centre: &centre { template: "venues:{id}" }
    term: &term { column: tipo, map: { circolo: "centre-kind:CLUB", sala: "centre-kind:HALL" } }
    assertedOn: &said { column: data }
    certainty: { constant: LOW }
    page: &page { url: { column: pagina }, publishedOn: { column: data } }
  - type: centreKind
    when: { column: dubbio, is: [si] }
    centre: *centre
    term: *term
    assertedOn: *said
    page: *page
    disputes: ["centre-kind:CLUB"]
  - type: centre
    when: { column: id, filled: false }
    name: { column: nome }
    kinds: [{ term: *term, assertedOn: *said }]
`;

const venuesNow = ["id;nome", "1;Casa Uno", "2;Casa Due", ""].join("\n");
const header = "id;nome;tipo;data;dubbio;pagina";
const first = "1;Uno;circolo;2010-04;no;https://example.org/a";
const second = "1;Uno;circolo;2015-08-12;no;https://example.org/b";
const disputed = "2;Due;sala;2017-12-29;si;https://example.org/c";
const other = "2;Due;circolo;2021;no;https://example.org/d";
const undated = "2;Due;sala;;no;https://example.org/e";
const alone = ";Nessuna casa;sala;2015;no;https://example.org/f";
const lost = "77;Perduta;sala;2015;no;https://example.org/g";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function ingest(table: Table, rows: readonly string[], ofVenues = venuesNow, only?: readonly string[]) {
  const folder = await folderWith({
    "venues.mapping.yaml": venues,
    "press.mapping.yaml": press,
    "venues.csv": ofVenues,
    "press.csv": [header, ...rows, ""].join("\n"),
  });
  folders.push(folder);
  const report = await runIngest({
    table,
    folder,
    now: "2026-11-22T10:00:00.000Z",
    demo: true,
    allowDeletes: 1,
    ...(only && { only }),
  });
  return (code: string) => report.sources.find((each) => each.source === code)!;
}

async function kindsOf(table: Table, code: string) {
  const [centre] = await tableRepositories(table).centres.byCodes([code]);
  return centre!.kindHistory.map(
    ({ kindCode, assertedOn, sourceCode }) => `${sourceCode} ${assertedOn} ${kindCode.slice(12)}`,
  );
}

const rowsOfUno = ["press 2010-04 CLUB", "press 2015-08-12 CLUB", "venues 2026-05 VENUE"];

test("rows add what they say to the kinds of centres of another source", async () => {
  const table = await startTable();
  const sourceOf = await ingest(table, [first, second, disputed, undated, alone]);
  expect(sourceOf("press").problems).toEqual([]);
  expect(sourceOf("press").rows).toMatchObject({ read: 5, rejected: 0 });
  expect(await kindsOf(table, "venues:1")).toEqual(rowsOfUno);
  expect(await kindsOf(table, "venues:2")).toEqual([
    "press null HALL",
    "press 2017-12-29 HALL",
    "venues 2026-05 VENUE",
  ]);
  expect(await kindsOf(table, "press:nessuna-casa")).toEqual(["press 2015 HALL"]);
  const [uno] = await tableRepositories(table).centres.byCodes(["venues:1"]);
  expect(uno).toMatchObject({ name: "Casa Uno", status: null, sourceCodes: ["venues", "press"] });
  expect(uno!.kindHistory[0]).toMatchObject({
    certainty: "LOW",
    page: { url: "https://example.org/a", publishedOn: "2010-04" },
  });
});

test("again it changes nothing, and what others say of the centre stays", async () => {
  const table = await startTable();
  await ingest(table, [first, second, alone]);
  const again = await ingest(table, [first, second, alone]);
  expect(again("press").records).toMatchObject({ created: 0, changed: 0 });
  expect(again("venues").records).toMatchObject({ created: 0, changed: 0 });
  const renamed = venuesNow.replace("Casa Uno", "Casa del Sole");
  await ingest(table, [first, second, alone], renamed, ["venues"]);
  expect(await kindsOf(table, "venues:1")).toEqual(rowsOfUno);
  const [uno] = await tableRepositories(table).centres.byCodes(["venues:1"]);
  expect(uno!.name).toBe("Casa del Sole");
});

test("a row that is gone takes its kind with it, and nothing else", async () => {
  const table = await startTable();
  await ingest(table, [first, second, disputed, alone]);
  await ingest(table, [second, disputed, alone]);
  expect(await kindsOf(table, "venues:1")).toEqual(rowsOfUno.slice(1));
  const sourceOf = await ingest(table, [disputed]);
  expect(sourceOf("press").deletes).toMatchObject({ deleted: 1, refused: false });
  const centres = await tableRepositories(table).centres.byCodes(["venues:1", "press:nessuna-casa"]);
  expect(centres[0]).toMatchObject({ name: "Casa Uno", sourceCodes: ["venues"] });
  expect(await kindsOf(table, "venues:1")).toEqual(rowsOfUno.slice(2));
  expect(centres[1]).toBeNull();
  // The next import has nothing left to take away.
  const last = await ingest(table, [disputed]);
  expect(last("press").deletes).toMatchObject({ missing: 0 });
});

test("a row about a centre that the hub does not have is a problem of that row", async () => {
  const table = await startTable();
  const sourceOf = await ingest(table, [first, lost]);
  expect(sourceOf("press").rows).toMatchObject({ read: 2, rejected: 1 });
  expect(sourceOf("press").problems.map(({ rule, line, value }) => [rule, line, value])).toEqual([
    ["UNKNOWN_CENTRE", 3, "venues:77"],
  ]);
});

test("a dispute is shown on both sides, and decides nothing", async () => {
  const { table, ask } = await startHub();
  await ingest(table, [disputed, other]);
  const { data, errors } = await ask(`{
    centre(code: "venues:2") {
      kind { code }
      kindHistory { kind { code } assertedOn certainty page { url } disputedKinds { code } sourceRef { code } }
      in2017: kindOn(on: "2017-12-29") { reason period { kind { code } } }
      between: kindOn(on: "2019-01-01") { reason period { kind { code } } }
      today: kindOn(on: "2026-11-22") { reason period { kind { code } disputedKinds { code } } }
    }
  }`);
  expect(errors).toBeUndefined();
  const [hall, club, venue] = ["HALL", "CLUB", "VENUE"].map((kind) => ({ code: `centre-kind:${kind}` }));
  expect(data!.centre).toEqual({
    kind: venue,
    kindHistory: [
      {
        kind: hall,
        assertedOn: "2017-12-29",
        certainty: null,
        page: { url: "https://example.org/c" },
        disputedKinds: [club],
        sourceRef: { code: "press" },
      },
      {
        kind: club,
        assertedOn: "2021",
        certainty: "LOW",
        page: { url: "https://example.org/d" },
        disputedKinds: [hall],
        sourceRef: { code: "press" },
      },
      {
        kind: venue,
        assertedOn: "2026-05",
        certainty: null,
        page: null,
        disputedKinds: [],
        sourceRef: { code: "venues" },
      },
    ],
    in2017: { reason: "CONTRADICTED", period: null },
    between: { reason: "CONTRADICTED", period: null },
    today: { reason: "LAST_STATED", period: { kind: venue, disputedKinds: [] } },
  });
});
