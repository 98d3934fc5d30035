import { rm } from "node:fs/promises";
import { exportSets } from "../../../src/queries/exports/export-sets";
import { type Answers, answersOf, type Listed } from "../../support/all-pages";
import { type ExportedHub, exportedClone } from "../../support/exported-hub";

interface Row {
  readonly code: string;
  readonly areaCode: string;
  readonly areaLevel: string;
  readonly areaCodes: readonly string[];
  readonly careDomains: readonly string[];
  readonly freeOfCharge: string;
  readonly indicatorCode: string;
  readonly kind: string;
  readonly kindHistory: readonly { readonly kindCode: string }[];
  readonly level: string;
  readonly organizationCode: string | null;
  readonly period: string;
  readonly rule: string;
  readonly resolvedAt: string | null;
  readonly severity: string;
  readonly status: string | null;
  readonly strategyCode: string | null;
  readonly targetGroupCodes: readonly string[];
}

const isOffered = ({ status }: Row): boolean => status === "ACTIVE" || status === null;
const [cam, house] = ["centre-kind:CAM", "centre-kind:CASA_DI_QUARTIERE"];
const kindOf = ({ kindHistory }: Row): string | undefined => kindHistory.at(-1)?.kindCode;

/** The parameters of a file, the same list in GraphQL, and which rows of the whole file must be in it. */
const cases: readonly (readonly [set: string, query: string, field: string, keeps: (row: Row) => boolean])[] =
  [
    [
      "centres",
      "area=nil:42&statuses=ACTIVE,UNKNOWN,INACTIVE,DEFUNCT",
      'centres(filter: { area: "nil:42", statuses: [ACTIVE, UNKNOWN, INACTIVE, DEFUNCT] }',
      ({ areaCodes, status }) =>
        areaCodes.includes("nil:42") && ["ACTIVE", null, "INACTIVE", "DEFUNCT"].includes(status),
    ],
    [
      "centres",
      `kinds=${cam}&kinds=${house}&area=`,
      `centres(filter: { kinds: ["${cam}", "${house}"] }`,
      (row) => [cam, house].includes(kindOf(row)!) && isOffered(row),
    ],
    [
      "services",
      "careDomain=social_care",
      "services(filter: { careDomain: SOCIAL_CARE }",
      (row) => row.careDomains.includes("SOCIAL_CARE") && isOffered(row),
    ],
    [
      "services",
      "freeOfCharge=true&targetGroup=target-group:ANZIANI",
      'services(filter: { freeOfCharge: true, targetGroup: "target-group:ANZIANI" }',
      (row) =>
        row.freeOfCharge === "YES" && row.targetGroupCodes.includes("target-group:ANZIANI") && isOffered(row),
    ],
    ["areas", "level=DISTRICT", "areas(filter: { level: DISTRICT }", ({ level }) => level === "DISTRICT"],
    [
      "areas",
      "codes=nil:42&codes=nil:7,nil:1",
      'areas(filter: { codes: ["nil:42", "nil:7", "nil:1"] }',
      ({ code }) => ["nil:42", "nil:7", "nil:1"].includes(code),
    ],
    [
      "observations",
      "indicator=residents&period=2024&level=NEIGHBOURHOOD",
      'observations(filter: { indicator: "residents", period: "2024", level: NEIGHBOURHOOD }',
      (o) => o.indicatorCode === "residents" && o.period === "2024" && o.areaLevel === "NEIGHBOURHOOD",
    ],
    [
      "observations",
      "area=nil%3A42&indicator=&period=&level=",
      'observations(filter: { area: "nil:42" }',
      ({ areaCode }) => areaCode === "nil:42",
    ],
    [
      "partnerships",
      "strategy=mi-over-net",
      'partnerships(filter: { strategy: "mi-over-net" }',
      ({ strategyCode }) => strategyCode === "mi-over-net",
    ],
    [
      "data-quality-issues",
      "severity=warning&resolved=false",
      "dataQualityIssues(filter: { severity: WARNING, resolved: false }",
      ({ severity, resolvedAt }) => severity === "WARNING" && resolvedAt === null,
    ],
  ];

describe("filtered files", () => {
  let hub: ExportedHub;
  let answers: Answers;

  beforeAll(async () => {
    hub = await exportedClone();
    answers = answersOf(hub);
  });
  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  test.each(cases)(
    "%s?%s is the part of the whole file, and the list of the API",
    async (set, query, field, keeps) => {
      const lines = (await hub.text(`${set}.ndjson`)).split("\n").filter((line) => line !== "");
      const kept = lines.filter((line) => keeps(JSON.parse(line) as Row));
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThan(lines.length);
      expect((await hub.text(`${set}.ndjson?${query}`)).split("\n").slice(0, -1)).toEqual(kept);
      const key = set === "observations" ? "area { code } indicator { code } period" : "code";
      const { totalCount, nodes } = await answers.list<Listed & Named>(
        field,
        key,
        // An issue has one source at most.
        set === "data-quality-issues" ? "source" : "sourceRefs",
      );
      expect(totalCount).toBe(nodes.length);
      const facts = nodes
        .filter((node) => node.sourceRefs === undefined || !answers.isSynthetic(node))
        .map(keyOfNode);
      expect(facts.sort()).toEqual(kept.map((line) => keyOfRow(JSON.parse(line) as Row)).sort());
    },
  );

  test("every set that has filters is asked", () => {
    const filtered = exportSets.filter(({ find }) => find !== undefined).map(({ name }) => name);
    expect([...new Set(cases.map(([set]) => set))].sort()).toEqual(filtered.sort());
  });
});

interface Named {
  readonly code?: string;
  readonly area?: { readonly code: string };
  readonly indicator?: { readonly code: string };
  readonly period?: string;
}

const keyOfNode = ({ code, area, indicator, period }: Named): string =>
  code ?? `${indicator!.code} ${area!.code} ${period}`;
const keyOfRow = ({ code, indicatorCode, areaCode, period }: Row): string =>
  code ?? `${indicatorCode} ${areaCode} ${period}`;
