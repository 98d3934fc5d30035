import { rm } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { MoreRoutes } from "../../../src/app/data-routes";
import type { Observation } from "../../../src/domain/indicators/observation";
import { areaLevels } from "../../../src/domain/places/area";
import { refresh } from "../../../src/projections/refresh";
import { hsdsStatus } from "../../../src/queries/hsds/service-basic";
import { hsdsId } from "../../../src/storage/documents/hsds-id";
import type { Codec } from "../../../src/storage/records/codec";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { type Answers, answersOf, type Listed } from "../../support/all-pages";
import {
  aCentre,
  anObservation,
  anOrganization,
  aPartnership,
  aService,
  aServiceAtLocation,
  aSource,
} from "../../support/builders";
import { type ExportedHub, exportedFiles, exportedHub } from "../../support/exported-hub";
import { startHub, type TestHub } from "../../support/hub";
import { sharedData } from "../../support/shared-data";

const every = "statuses: [ACTIVE, DEFUNCT, INACTIVE, PLANNED, TEMPORARILY_CLOSED, UNKNOWN]";

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
interface Node extends Listed {
  readonly code: string;
  readonly name?: string | { readonly it: string | null; readonly en: string | null };
  readonly status?: string;
  readonly kind?: string | { readonly code: string } | null;
  readonly level?: string;
  readonly position?: Point | null;
  readonly centroid?: Point | null;
  readonly sameAs?: object | null;
  readonly organization?: { readonly code: string } | null;
  readonly service?: { readonly code: string } | null;
  readonly centre?: { readonly code: string } | null;
  readonly members?: readonly object[];
}
type Row = Readonly<Record<string, string>>;

/** Lists of GraphQL that are sets of files: what is asked, and the cells that follow from the answer. */
const lists: Readonly<
  Record<
    string,
    { readonly fields: readonly string[]; readonly select: string; readonly cells: (node: Node) => object }
  >
> = {
  centres: {
    fields: [`centres(filter: { ${every} }`],
    select: "name status kind { code } position { latitude longitude } sameAs { code }",
    cells: ({ name, status, kind, position }) => ({
      name,
      status: status === "UNKNOWN" ? "" : status,
      kind: (kind as { readonly code: string } | null)?.code ?? "",
      ...pointCells(position),
    }),
  },
  services: {
    fields: [`services(filter: { ${every} }`],
    select: "name { it en } status organization { code }",
    cells: ({ name, status, organization }) => ({
      ...nameCells(name),
      status: status === "UNKNOWN" ? "" : status,
      organization: organization?.code ?? "",
    }),
  },
  organizations: {
    fields: ["organizations("],
    select: "name kind",
    cells: ({ name, kind }) => ({ name, kind }),
  },
  locations: {
    fields: ["locations("],
    select: "position { latitude longitude }",
    cells: ({ position }) => pointCells(position),
  },
  areas: {
    fields: areaLevels.map((level) => `areas(filter: { level: ${level} }`),
    select: "name level centroid { latitude longitude }",
    cells: ({ name, level, centroid }) => ({ name, level, ...pointCells(centroid) }),
  },
  partnerships: {
    fields: ["partnerships("],
    select: "name { it en } kind members { role }",
    cells: ({ name, kind, members }) => ({ ...nameCells(name), kind, members: String(members!.length) }),
  },
};

const codesOf = (rows: readonly Row[]): string[] => rows.map(({ code }) => code!);

const pointCells = (point: Point | null | undefined): object => ({
  latitude: String(point?.latitude ?? ""),
  longitude: String(point?.longitude ?? ""),
});

const nameCells = (name: Node["name"]): object => {
  const { it, en } = name as { readonly it: string | null; readonly en: string | null };
  return { nameIt: it ?? "", nameEn: en ?? "" };
};

/** The starter data with records of a synthetic source beside it, and a second record of a centre. */
async function withSynthetic(options: { readonly routes: MoreRoutes }): Promise<TestHub> {
  const hub = await startHub({ starter: true, ...options });
  const { data } = await hub.ask<{ centres: { nodes: { code: string; sourceRefs: { code: string }[] }[] } }>(
    "{ centres(first: 1) { nodes { code sourceRefs { code } } } }",
  );
  const [centre] = data!.centres.nodes;
  const real = centre!.sourceRefs.map(({ code }) => code);
  const [synthetic, mixed] = [{ sourceCodes: ["demo"] }, { sourceCodes: [...real, "demo"] }];
  const saved = { origin: "test", now: "2026-09-26T00:00:00.000Z" };
  const save = <T>(codec: Codec<T>, ...records: T[]) => saveAll(hub.table, codec, records, saved);
  await save(codecs.sourceRef, aSource({ code: "demo", synthetic: true }));
  await save(
    codecs.centre,
    aCentre({ code: "demo:1", ...synthetic }),
    aCentre({ code: "demo:2", ...mixed }),
    aCentre({ code: "real:2", sameAsCode: centre!.code, sourceCodes: real }),
  );
  await save(codecs.organization, anOrganization({ code: "demo-office", ...synthetic }));
  await save(
    codecs.service,
    aService({ code: "demo:s", organizationCode: "demo-office", ...mixed }),
    aService({ code: "real:s", organizationCode: "demo-office", sourceCodes: real }),
  );
  await save(
    codecs.serviceAtLocation,
    aServiceAtLocation({ code: "demo:s:1", serviceCode: "demo:s", centreCode: centre!.code, ...synthetic }),
    aServiceAtLocation({
      code: "real:s:1",
      serviceCode: "real:s",
      centreCode: centre!.code,
      sourceCodes: real,
    }),
    aServiceAtLocation({ code: "real:s:2", serviceCode: "real:s", centreCode: "demo:1", sourceCodes: real }),
  );
  await save(codecs.partnership, aPartnership({ code: "demo-pact", ...synthetic }));
  await save(codecs.observation, anObservation({ areaCode: "nil:1", period: "1901", ...synthetic }));
  await refresh(hub.table, "EVERYTHING", { now: saved.now, written: true });
  return hub;
}

type Case = readonly [
  name: string,
  start: () => Promise<ExportedHub>,
  run: jest.Describe,
  leavesOut: boolean,
];
const hubs: readonly Case[] = [
  ["all published data", exportedFiles, sharedData("") ? describe : describe.skip, false],
  ["synthetic records too", () => exportedHub(withSynthetic), describe, true],
];

for (const [name, start, run, leavesOut] of hubs)
  run(`a hub with ${name}`, () => {
    let hub: ExportedHub;
    let answers: Answers;
    const csv = async (set: string): Promise<Row[]> =>
      parse(await hub.bytes(`${set}.raw.csv`), { columns: true }) as Row[];

    beforeAll(async () => {
      hub = await start();
      answers = answersOf(hub);
    });
    afterAll(() => rm(hub.folder, { recursive: true, force: true }));

    /** HSDS has no service at a place that needs a synthetic one; a row of a file depends on its own record only. */
    async function hsdsRowsOf(set: string): Promise<Row[]> {
      const rows = await csv(set);
      if (set !== "service-at-locations") return rows;
      const [services, centres] = [
        new Set(codesOf(await csv("services"))),
        new Set(codesOf(await csv("centres"))),
      ];
      const found = rows.filter(({ service, centre }) => services.has(service!) && centres.has(centre!));
      expect(found.length < rows.length).toBe(leavesOut);
      return found;
    }

    test("each list of GraphQL has the rows of the file, and the same facts in them", async () => {
      let leftOut = 0;
      for (const [set, { fields, select, cells }] of Object.entries(lists)) {
        const nodes: Node[] = [];
        for (const field of fields) {
          const list = await answers.list<Node>(field, `code ${select}`);
          expect([field, list.nodes.length]).toEqual([field, list.totalCount]);
          nodes.push(...list.nodes);
        }
        const facts = nodes.filter((node) => !answers.isSynthetic(node) && (node.sameAs ?? null) === null);
        leftOut += nodes.length - facts.length;
        const rows = new Map((await csv(set)).map((row) => [row.code!, row]));
        expect([set, rows.size]).toEqual([set, facts.length]);
        for (const node of facts) {
          const row = rows.get(node.code);
          expect([set, row]).toEqual([set, expect.objectContaining({ code: node.code, ...cells(node) })]);
          expect(row!.sources!.split(" ").sort()).toEqual(node.sourceRefs.map(({ code }) => code).sort());
        }
      }
      expect(leftOut > 0).toBe(leavesOut);
    });

    test("each indicator has as many observations in the file as GraphQL counts, without the synthetic ones", async () => {
      const rows = await csv("observations");
      const counts = new Map<string, number>();
      for (const { indicator } of rows) counts.set(indicator!, (counts.get(indicator!) ?? 0) + 1);
      const { nodes } = await answers.list<Node>("indicators(", "code");
      const listed = await answers.counts(
        nodes.map(({ code }) => `observations(filter: { indicator: "${code}" }, first: 1)`),
      );
      let total = 0;
      for (const [i, { code }] of nodes.entries()) {
        const inFile = counts.get(code) ?? 0;
        total += inFile;
        if (listed[i] === inFile) continue;
        const all = await answers.list(`observations(filter: { indicator: "${code}" }`, "period");
        const facts = all.nodes.filter((node) => !answers.isSynthetic(node));
        expect([code, inFile]).toEqual([code, facts.length]);
      }
      expect(total).toBe(hub.set("observations").rows);
    });

    test("observations of each level are the same, with value, unit, period and status", async () => {
      const rows = await csv("observations");
      const levels = [...new Set(rows.map(({ level }) => level!))];
      const chosen = new Set(levels.map((level) => rows.find((row) => row.level === level)!.indicator!));
      for (const { indicator } of rows) if (chosen.size < 3) chosen.add(indicator!);
      expect(chosen.size).toBeGreaterThanOrEqual(3);
      const seen = new Set<string>();
      for (const indicator of chosen) {
        const { nodes } = await answers.list<Listed & Asked>(
          `observations(filter: { indicator: "${indicator}" }`,
          "area { code level } period value status numerator denominator indicator { unit { code } }",
        );
        const facts = nodes
          .filter((node) => !answers.isSynthetic(node))
          .map(({ area, period, value, status, numerator, denominator, indicator: { unit } }) => ({
            ...{ area: area.code, level: area.level, period, status, unit: unit.code },
            value: String(value ?? ""),
            numerator: String(numerator ?? ""),
            denominator: String(denominator ?? ""),
          }));
        for (const { level } of facts) seen.add(level);
        const own = rows
          .filter((row) => row.indicator === indicator)
          .map(({ area, level, period, status, unit, value, numerator, denominator }) => ({
            ...{ area, level, period, status, unit, value, numerator, denominator },
          }));
        const key = ({ area, period }: { readonly area?: string; readonly period?: string }) =>
          `${area} ${period}`;
        const sorted = <T extends object>(all: T[]) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(sorted(own)).toEqual(sorted(facts));
      }
      expect([...seen].sort()).toEqual(levels.sort());
    });

    test("NDJSON has the numbers of the table", async () => {
      const rows = await csv("observations");
      const lines = await hub.rows<Observation>("observations");
      expect(
        lines.map((o) => [
          o.indicatorCode,
          o.areaCode,
          o.areaLevel,
          o.period,
          String(o.value ?? ""),
          o.status,
        ]),
      ).toEqual(rows.map((row) => [row.indicator, row.area, row.level, row.period, row.value, row.status]));
    });

    test.each([
      ["services", "service", "services"],
      ["organizations", "organization", "organizations"],
      ["locations", "location", "centres"],
      ["service_at_locations", "service_at_location", "service-at-locations"],
    ] as const)(
      "the pages of HSDS %s add up to their total, and are the rows of the file",
      async (list, table, set) => {
        const rows = await hsdsRowsOf(set);
        for (const size of [17, 100]) {
          const pages = await answers.hsdsPages(list, size);
          expect(pages.total).toBe(rows.length);
          expect(pages.rows.map(({ id }) => id).sort()).toEqual(
            rows.map(({ code }) => hsdsId(table, code!)).sort(),
          );
        }
        const byId = new Map((await answers.hsdsPages(list, 100)).rows.map((row) => [row.id, row]));
        for (const row of rows) {
          const own = byId.get(hsdsId(table, row.code!))!;
          if (list === "service_at_locations")
            expect(own).toMatchObject({
              service_id: hsdsId("service", row.service!),
              location_id: hsdsId("location", row.centre!),
            });
          else expect(own.name).toBe(row.name ?? (row.nameIt || row.nameEn));
          if (list === "services")
            expect(own.status).toBe(hsdsStatus[(row.status || "UNKNOWN") as keyof typeof hsdsStatus]);
          if (list === "locations")
            expect(pointCells(own as unknown as Point)).toEqual({
              latitude: row.latitude,
              longitude: row.longitude,
            });
        }
      },
    );

    test("the HSDS file has the objects that the pages of the API have", async () => {
      const file = JSON.parse(await hub.text("services.hsds.json")) as readonly { readonly id: string }[];
      const { rows } = await answers.hsdsPages("services", 50, "&full=true");
      const sorted = (all: readonly { readonly id: string }[]) =>
        [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(file)).toEqual(sorted(rows));
    });
  });

interface Asked {
  readonly area: { readonly code: string; readonly level: string };
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly indicator: { readonly unit: { readonly code: string } };
}
