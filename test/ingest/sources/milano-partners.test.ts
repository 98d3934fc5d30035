import { readFileSync } from "node:fs";
import type { Organization } from "../../../src/domain/places/organization";
import type { Partnership } from "../../../src/domain/strategy/partnership";
import type { StrategyStep } from "../../../src/domain/strategy/strategy-step";
import type { Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const partners = "partners/terzo_settore_milano.csv";
const facts = "strategy/miovernet_fatti.csv";

async function mapped(code: string, file: string) {
  const source = ownSource(code) as Source;
  const text = readFileSync(sharedData(file)!, "utf8");
  const { records, problems, read, leftOut } = mapRows(source, await readRows(source.format, text), {
    areaCodesAt: () => [],
    levelsWithBoundary: new Set(),
  });
  const of = <T>(wanted: string) =>
    records.filter(({ type }) => type === wanted).map(({ record }) => record as T);
  return { of, problems, read, leftOut, text: JSON.stringify(records) };
}

testWithSharedData("every role is a member with its page, but three that are reported", async () => {
  const { of, problems, read, leftOut, text } = await mapped("milano-terzo-settore", partners);
  const partnerships = of<Partnership>("partnership");
  const members = partnerships.flatMap((each) => each.members);
  expect([read, leftOut.CONDITION, members.length, partnerships.length]).toEqual([46, 3, 43, 18]);
  expect(members.every(({ citations }) => citations.length === 1)).toBe(true);
  // Nobody says that a role is present, and a role without a date stays without.
  expect(members.filter(({ presence }) => presence !== null)).toEqual([]);
  expect(members.filter(({ lastKnown }) => lastKnown === null)).toHaveLength(11);
  expect(partnerships.filter(({ strategyCode }) => strategyCode !== null)).toEqual([]);
  expect(text).not.toContain("Il nuovo presidio sarà gestito");
  expect(problems.map(({ severity, rule, column }) => `${severity} ${rule} ${column}`)).toEqual([
    "NOTICE NOT_HELD name",
    "NOTICE NOT_HELD name",
    "NOTICE EMPTY_CELL source_date",
    "NOTICE EMPTY_CELL legal_form",
    "NOTICE NOT_AN_AREA where",
  ]);
});

testWithSharedData("an organisation of several rows is one, of the kind of its legal form", async () => {
  const { of } = await mapped("milano-terzo-settore", partners);
  const organizations = of<Organization>("organization");
  expect(organizations).toHaveLength(31);
  const named = (name: string) => organizations.filter((each) => each.name === name);
  expect(named("Comin")).toMatchObject([{ kind: "THIRD_SECTOR", legalStatus: { it: "cooperativa" } }]);
  expect(named("Consorzio SIR")).toMatchObject([{ kind: "UNKNOWN" }]);
  expect(named("Urmet")).toMatchObject([{ kind: "PRIVATE", legalStatus: null }]);
  // It is known from the services.
  expect(named("Telefono Donna")).toEqual([]);
});

testWithSharedData("what has happened is a step, and no fact of the strategy stands twice", async () => {
  const { of, problems, read, leftOut, text } = await mapped("milano-miovernet", facts);
  const steps = of<StrategyStep>("strategyStep");
  expect([read, leftOut.CONDITION, steps.length]).toEqual([30, 17, 13]);
  expect(steps[0]).toMatchObject({
    code: "milano-miovernet:MO-01",
    kind: "LEGAL",
    date: "2021-01-18",
    certainty: "HIGH",
    amount: null,
    citations: [{ title: "Comune di Milano, Programma Regionale Lombardia 2021-2027", publishedOn: null }],
  });
  // The money of all towns says that it is of all towns.
  expect(steps.filter(({ amount, scope }) => amount !== null && scope === null)).toEqual([]);
  expect(text).not.toContain("a luglio la Commissione");
  const reported = problems.map(({ message }) => /^\d+/.exec(message)![0]);
  expect(reported.map(Number).reduce((a, b) => a + b)).toBe(17);
});

describe("the hub", () => {
  let hub: PreparedHub;
  beforeAll(async () => {
    if (sharedData(".") !== null) hub = await startPreparedHub();
  });

  testWithSharedData("shows partners with since and last known, and none as present", async () => {
    const { data, errors } = await hub.ask(`{
      organization(code: "milano-terzo-settore:la-strada") {
        name kind
        partnerships(first: 5) { nodes { code kind members { organization { code } validFrom lastKnown presence areas { code } } } }
      }
      institutional: partnership(code: "mi-over-net-institutional") { members { organization { code } presence } }
      area(code: "municipio:4") {
        partnerships(first: 20) { nodes { code } }
        organizations(first: 50) { nodes { code } }
      }
    }`);
    expect(errors).toBeUndefined();
    const { organization, institutional, area } = data as never as {
      organization: {
        kind: string;
        partnerships: { nodes: { code: string; members: { organization: { code: string } }[] }[] };
      };
      institutional: object;
      area: { partnerships: { nodes: { code: string }[] }; organizations: { nodes: { code: string }[] } };
    };
    expect(organization.kind).toBe("THIRD_SECTOR");
    expect(organization.partnerships.nodes.map(({ code }) => code)).toEqual([
      "milano-terzo-settore:caretakers-zone-4",
      "milano-terzo-settore:wemi-spaces",
    ]);
    expect(organization.partnerships.nodes[1]!.members[0]).toEqual({
      organization: { code: "milano-terzo-settore:la-strada" },
      validFrom: "2018-10-26",
      lastKnown: "2018-10-26",
      presence: "UNKNOWN",
      areas: [{ code: "municipio:4" }],
    });
    expect(institutional).toEqual({
      members: ["comune-milano", "ats-milano", "aler-milano"].map((code) => ({
        organization: { code },
        presence: "PRESENT",
      })),
    });
    expect(area.partnerships.nodes).toContainEqual({ code: "milano-terzo-settore:cura" });
    expect(area.organizations.nodes.filter(({ code }) => code.startsWith("milano-terzo-settore:"))).toEqual(
      [],
    );
  });

  testWithSharedData("the coverage matrix has their memberships, and no gap less", async () => {
    const { data, errors } = await hub.ask(`{ strategy(code: "mi-over-net") { coverageMatrix {
      organizations { code } cellCount zeroCells gaps { areaCode }
      memberships { area { code } namedArea { code } partnership { code } member { organization { code } lastKnown presence } }
    } } }`);
    expect(errors).toBeUndefined();
    const { coverageMatrix: matrix } = (data as never as { strategy: { coverageMatrix: Matrix } }).strategy;
    expect(matrix.organizations).toContainEqual({ code: "milano-terzo-settore:lo-scrigno" });
    expect(matrix.memberships).toContainEqual({
      area: { code: "nil:42" },
      namedArea: { code: "municipio:5" },
      partnership: { code: "milano-terzo-settore:welfare-di-tutti-zone-5" },
      member: {
        organization: { code: "milano-terzo-settore:lo-scrigno" },
        lastKnown: "2015",
        presence: "UNKNOWN",
      },
    });
    // Municipio 2 lies elsewhere.
    expect(JSON.stringify(matrix.memberships)).not.toContain("home-services-municipio-2");
    expect(matrix.cellCount).toBe(matrix.organizations.length * 2 * 8);
    // Only ATS is named for an action, in both areas.
    expect([matrix.cellCount - matrix.zeroCells, matrix.gaps.length]).toEqual([2, 14]);
  });

  testWithSharedData("the strategy has its steps by date, the undated one last", async () => {
    const { data, errors } = await hub.ask(
      `{ strategy(code: "mi-over-net") { steps(first: 20) { totalCount nodes { code kind date certainty } } } }`,
    );
    expect(errors).toBeUndefined();
    const { steps } = (data as never as { strategy: { steps: { totalCount: number; nodes: object[] } } })
      .strategy;
    expect(steps.totalCount).toBe(13);
    expect(steps.nodes[0]).toEqual({
      code: "milano-miovernet:MO-01",
      kind: "LEGAL",
      date: "2021-01-18",
      certainty: "HIGH",
    });
    expect(steps.nodes[12]).toMatchObject({ code: "milano-miovernet:MO-18", date: null });
  });
});

interface Matrix {
  readonly organizations: readonly object[];
  readonly cellCount: number;
  readonly zeroCells: number;
  readonly gaps: readonly object[];
  readonly memberships: readonly object[];
}
