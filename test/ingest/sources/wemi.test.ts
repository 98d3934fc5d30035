import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { wemi } from "../../../cities/milano/wemi.source";
import type { Service } from "../../../src/domain/services/service";
import { acquireSource } from "../../../src/ingest/acquire/acquire-source";
import type { Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { runIngest } from "../../../src/ingest/run/run";
import { saveRecords } from "../../../src/ingest/run/save-records";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { anArea, aTerm } from "../../support/builders";
import { startHub } from "../../support/hub";
import {
  type AnswerTo,
  sends,
  sendsJson,
  startServer,
  type TestServer,
  testHttp,
} from "../../support/misbehaving-server";
import { runs } from "../../support/runs";
import { servesWemi, site, syntheticOffer, syntheticWemi } from "../../support/wemi-server";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-wemi-"));
});
afterEach(() => rm(folder, { recursive: true }));

const acquire = async (http = testHttp({ fileBytes: 1_000_000 })) => {
  const addresses = new Map([["wemi", `${server.url}/graphql`]]);
  const { status, gaps, error } = await acquireSource(wemi as Source, { http, folder, addresses });
  return { status, gaps, message: error?.message.replace(server.url, "<server>") ?? null };
};
const text = () => readFile(path.join(folder, wemi.files[0]!), "utf8");
const offersInFile = async () =>
  (await text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ record }) => record === "offer");
const many = (n: number) => Array.from({ length: n }, (_, i) => syntheticOffer(100 + i));

async function imported(known: readonly HubRecord[] = []) {
  const hub = await startHub();
  await saveRecords(hub.table, known, { origin: "test", now: "2026-01-01T00:00:00.000Z" });
  const run = { table: hub.table, folder, now: "2026-11-22T03:00:00.000Z", only: ["wemi"] };
  const report = (await runIngest(run)).sources[0]!;
  return { hub, report, again: async () => (await runIngest(run)).sources[0]! };
}

test("reads every offer by pages, and keeps nothing about persons", async () => {
  server.answer(servesWemi(() => syntheticWemi(many(120))));
  expect(await acquire()).toEqual({ status: "DOWNLOADED", gaps: [], message: null });
  expect((await offersInFile()).map(({ idServizioEnte }) => idServizioEnte)).toEqual(
    Array.from({ length: 120 }, (_, i) => 100 + i),
  );
  expect(await text()).not.toMatch(/never|referente|cellulare|js_info_personale/);
  // Vocabularies, one category, three pages, twelve times ten details.
  expect(server.asked.length).toBe(1 + 1 + 3 + 12);
  expect(await acquire()).toMatchObject({ status: "KEPT" });
});

test("gives providers, services, places, spaces and terms", async () => {
  const space = { id: 5, label: "Spazio WeMi Inventato" };
  const offers = [
    syntheticOffer(100, { spaziWeMi: [space] }, { nomeServizio: "Compagnia inventata", is_018: true }),
    syntheticOffer(101, { cdTipoOffertaServizio: 1, imPrezzoMinimo: null, spaziWeMi: [space] }),
  ];
  server.answer(servesWemi(() => syntheticWemi(offers)));
  await acquire();
  const { hub, report, again } = await imported([
    { type: "taxonomyTerm", record: aTerm({ code: "centre-kind:WEMI_SPACE", taxonomy: "centre-kind" }) },
    ...[4, 5].map((n): HubRecord => ({ type: "area", record: anArea({ code: `municipio:${n}` }) })),
  ]);
  expect(report).toMatchObject({ status: "IMPORTED", problems: [], rows: { read: 6, new: 6, rejected: 0 } });
  const { data, errors } = await hub.ask(`{
    service(code: "wemi:100") {
      name { it } alternateName description { it } minimumAge maximumAge freeOfCharge fees { it }
      costOptions { option { it } amount { cents currency } validFrom }
      organization { code name alternateName kind }
      targetGroups { code name { it } parent { code } }
      serviceTypes { code name { it } }
      serviceAreas { code }
      sourceRefs { code licence }
    }
    free: service(code: "wemi:101") { freeOfCharge costOptions { option { it } } }
    space: centre(code: "wemi:spazio-5") { name kind { code } address { streetAddress } position { latitude } }
    site: centre(code: "wemi:sede-31") {
      name kind { code } address { streetAddress locality postalCode } manager { code }
      services { code openingHoursText }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    service: {
      name: { it: "Compagnia inventata" },
      alternateName: "Assistenza inventata",
      description: { it: "Descrizione inventata" },
      minimumAge: 0,
      maximumAge: 18,
      freeOfCharge: "NO",
      fees: { it: "IVA esclusa" },
      costOptions: [
        {
          option: { it: "a partire da, all'ora" },
          amount: { cents: 1850, currency: "EUR" },
          validFrom: "2026-01-01",
        },
      ],
      organization: {
        code: "wemi:ente-7",
        name: "Ente Inventato società cooperativa sociale",
        alternateName: "Ente Inventato",
        kind: "THIRD_SECTOR",
      },
      targetGroups: [
        { code: "target-group:WEMI_1", name: { it: "Anziani" }, parent: null },
        {
          code: "target-group:WEMI_2",
          name: { it: "Anziani soli" },
          parent: { code: "target-group:WEMI_1" },
        },
      ],
      serviceTypes: [
        { code: "wemi-service:20", name: { it: "Assistenza inventata" } },
        { code: "wemi-category:10", name: { it: "Anziani a casa" } },
      ],
      serviceAreas: [{ code: "municipio:4" }, { code: "municipio:5" }],
      sourceRefs: [{ code: "wemi", licence: null }],
    },
    free: { freeOfCharge: "YES", costOptions: [] },
    space: {
      name: "Spazio WeMi Inventato",
      kind: { code: "centre-kind:WEMI_SPACE" },
      address: null,
      position: null,
    },
    site: {
      name: "Sede Inventata",
      kind: null,
      address: { streetAddress: "Via Inventata 3", locality: "Milano", postalCode: "20100" },
      manager: { code: "wemi:ente-7" },
      services: [
        { code: "wemi:100:31", openingHoursText: "mattina" },
        { code: "wemi:101:31", openingHoursText: "mattina" },
      ],
    },
  });
  expect((await again()).records).toMatchObject({ created: 0, changed: 0 });
});

test("keeps the price list beside the lowest price", () => {
  const offerta = [
    { qtUnitaDa: 1, qtUnitaA: 10, valore: 20 },
    { qtUnitaDa: 11, qtUnitaA: null, valore: 18.555 },
    { qtUnitaDa: null, qtUnitaA: 5, valore: null },
  ];
  const listinoPrezzi = [
    { qtPersoneDa: 1, qtPersoneA: 1, offerta },
    { qtPersoneDa: null, qtPersoneA: null, offerta: [{ qtUnitaDa: null, qtUnitaA: null, valore: 9 }] },
  ];
  const { listed, detail } = syntheticOffer(100, {}, { js_dati_prezzo: { listinoPrezzi } });
  const fields = { record: "offer", ...listed, serviceName: "Assistenza", categories: [], detail };
  const { records } = wemi.map({ line: 1, fields }, { areaCodesAt: () => [], levelsWithBoundary: new Set() });
  const { costOptions } = records[0]!.record as Service;
  expect(costOptions.map(({ option, amount }) => [option.it, amount?.cents])).toEqual([
    ["a partire da, all'ora", 1_850],
    ["1 persona, da 1 a 10 unità, all'ora", 2_000],
    ["1 persona, almeno 11 unità, all'ora", 1_856],
    ["all'ora", 900],
  ]);
});

test("reports what it cannot import, and imports the rest", async () => {
  const offers = [
    syntheticOffer(100, { cdTipoOffertaServizio: 2 }, { listaMunicipiServiti: [{ idMunicipio: 12 }] }),
    syntheticOffer(101, {}, { sediErogatrici: [site(32, { indirizzo: { txCitta: "Milano" } })] }),
    { ...syntheticOffer(102), detail: null },
  ];
  server.answer(servesWemi(() => syntheticWemi(offers)));
  await acquire();
  const { report } = await imported();
  expect(
    report.problems.map(({ line, rule, severity, column, value }) => [line, rule, severity, column, value]),
  ).toEqual([
    [5, "INVALID_RECORD", "WARNING", "imPrezzoMinimo", "18.5"],
    [5, "UNKNOWN_AREA", "ERROR", "listaMunicipiServiti", "12"],
    [6, "EMPTY_CELL", "NOTICE", "sediErogatrici", "32"],
    [7, "EMPTY_CELL", "WARNING", "detail", null],
  ]);
  expect(report.rows).toMatchObject({ read: 7, new: 7, rejected: 0 });
});

test("repeats a request after a failure, and gives no offer twice when pages change during the read", async () => {
  const before = many(60);
  const after = [syntheticOffer(99), ...before];
  let asked = 0;
  const changing = servesWemi(() => syntheticWemi(asked++ < 3 ? before : after));
  server.answer(sends("", {}, 500), changing);
  expect(await acquire()).toMatchObject({ status: "DOWNLOADED", gaps: [] });
  const ids = (await offersInFile()).map(({ idServizioEnte }) => idServizioEnte);
  expect(ids.length).toBe(61);
  expect(new Set(ids).size).toBe(61);
});

test("keeps data beside errors, and reports what is missing", async () => {
  const broken = syntheticOffer(
    101,
    {},
    {
      listaMunicipiServiti: () => {
        throw new Error("relation does not exist");
      },
    },
  );
  server.answer(servesWemi(() => syntheticWemi([syntheticOffer(100), broken])));
  expect(await acquire()).toEqual({
    status: "DOWNLOADED",
    gaps: ["o101.listaMunicipiServiti: relation does not exist"],
    message: null,
  });
  const { report } = await imported();
  expect(report.problems.map(({ rule, column, about }) => [rule, column, about?.code])).toEqual([
    ["EMPTY_CELL", "listaMunicipiServiti", "wemi:101"],
  ]);
});

const slow: AnswerTo = () => undefined;
test.each<[string, AnswerTo, string]>([
  ["does not answer", slow, "did not answer within 0.15 s; 4 attempts"],
  [
    "answers errors alone",
    sendsJson({ errors: [{ message: "no" }], data: null }),
    "answers without data (: no); 4 attempts",
  ],
  [
    "answers in another form",
    sendsJson({ data: { allCategorie: [{ id: "x" }] } }),
    "a form that differs from its published schema, at allCategorie.0.idCategoria",
  ],
  ["refuses the query", sendsJson({ errors: [{ message: "Cannot query field" }] }, 400), "answers 400"],
])("fails by name, and keeps the last file, when WeMi %s", async (_what, answer, message) => {
  server.answer(servesWemi(() => syntheticWemi(many(2))));
  await acquire();
  server.answer(answer);
  const { status, message: said } = await acquire(testHttp(answer === slow ? { headersMs: 150 } : {}));
  expect(status).toBe("FAILED");
  expect(said).toContain(message);
  expect((await offersInFile()).length).toBe(2);
});

test("maps any record to records or problems, and never throws", () => {
  const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.constant(null));
  const row = fc.record({
    line: fc.nat(),
    fields: fc.record(
      {
        record: fc.constantFrom("offer", "category", "service", "target", "other"),
        id: value,
        name: value,
        parent: value,
        categories: fc.oneof(fc.array(fc.nat()), value),
        serviceName: value,
        idEnte: fc.oneof(fc.nat(), value),
        idServizioEnte: fc.oneof(fc.nat(), value),
        idServizioRiferimento: fc.oneof(fc.nat(), value),
        nomeEnte: fc.oneof(fc.string(), value),
        imPrezzoMinimo: fc.oneof(fc.double(), value),
        detail: fc.oneof(fc.constant(syntheticOffer(1).detail), value),
      },
      { requiredKeys: ["record"] },
    ),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (given) => {
      // Each row of a file has a line of its own.
      const rows = given.map((each, i) => ({ ...each, line: i + 1 }));
      const context = { areaCodesAt: () => [], levelsWithBoundary: new Set<never>() };
      const mapped = mapRows(wemi as Source, { rows, unreadable: 0, problems: [] }, context);
      expect(mapped.read).toBe(rows.length);
    }),
    { numRuns: runs(1_000) },
  );
});
