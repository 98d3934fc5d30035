import { limits } from "../../../src/domain/kit/limits";
import type { DataQualityIssue } from "../../../src/domain/quality/data-quality-issue";
import { qualityRuleNames } from "../../../src/domain/quality/quality-rule";
import { toGlobalId } from "../../../src/queries/kit/global-id";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anIssue, anObservation, anOrganization, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const options = { origin: "test", now: "2026-11-23T10:00:00.000Z" };
const anObservationIssue = { entity: { type: "Observation", code: "residents@nil:1@2024" } };

const issues: readonly DataQualityIssue[] = [
  anIssue({ code: "notice", severity: "NOTICE", organizationCode: null, entity: null, line: null }),
  anIssue({ code: "late", line: 10 }),
  anIssue({ code: "early", line: 9, ...anObservationIssue }),
  anIssue({ code: "other-source", sourceCode: "test-2", line: 1 }),
  anIssue({ code: "error", severity: "ERROR", rule: "NOT_A_COUNT", value: "x", ...anObservationIssue }),
  anIssue({ code: "mended", resolvedAt: "2026-11-24T10:00:00.000Z" }),
];

async function hubWith(list: readonly DataQualityIssue[]): Promise<TestHub> {
  const hub = await startHub();
  await saveAll(hub.table, codecs.sourceRef, [aSource(), aSource({ code: "test-2" })], options);
  await saveAll(
    hub.table,
    codecs.organization,
    [anOrganization({ code: "bureau", name: "An organisation" })],
    options,
  );
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:1", name: "A centre" })], options);
  await saveAll(hub.table, codecs.observation, [anObservation()], options);
  await saveAll(hub.table, codecs.dataQualityIssue, list, options);
  return hub;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await hubWith(issues);
});

async function codesOf(filter: string): Promise<string[]> {
  const { data, errors } = await hub.ask<{
    dataQualityIssues: { totalCount: number; nodes: { code: string }[] };
  }>(`{ dataQualityIssues${filter} { totalCount nodes { code } } }`);
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.dataQualityIssues;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code }) => code);
}

const centreId = toGlobalId("Centre", "test:1");
const observationId = toGlobalId("Observation", "residents@nil:1@2024");

test.each<[string, string[]]>([
  ["", ["error", "early", "late", "other-source", "notice"]],
  ["(filter: {})", ["error", "early", "late", "other-source", "notice"]],
  ["(filter: { resolved: null })", ["error", "early", "late", "other-source", "notice"]],
  ["(filter: { resolved: true })", ["mended"]],
  ["(filter: { rule: NOT_A_COUNT })", ["error"]],
  ["(filter: { rule: CUT_FILE })", []],
  ["(filter: { severity: WARNING })", ["early", "late", "other-source"]],
  ['(filter: { source: "test" })', ["error", "early", "late", "notice"]],
  ['(filter: { source: "test", severity: WARNING })', ["early", "late"]],
  ['(filter: { source: "test", resolved: true })', ["mended"]],
  ['(filter: { organization: "bureau" })', ["error", "early", "late", "other-source"]],
  ['(filter: { organization: "bureau", source: "test-2" })', ["other-source"]],
  [
    '(filter: { rule: EMPTY_CELL, organization: "bureau", severity: WARNING, source: "test" })',
    ["early", "late"],
  ],
  [`(filter: { record: "${centreId}" })`, ["late", "other-source"]],
  [`(filter: { record: "${centreId}", resolved: true })`, ["mended"]],
  [`(filter: { record: "${observationId}", rule: EMPTY_CELL })`, ["early"]],
])("dataQualityIssues%s is the worst first, then by source and line", async (filter, codes) => {
  expect(await codesOf(filter)).toEqual(codes);
});

test("an issue has its problem, its record, the responsible organisation and the remedy", async () => {
  const { data, errors } = await hub.ask(`{
    dataQualityIssue(code: "error") {
      id code rule severity line column value message { it en } firstSeen resolvedAt sourceCode
      meaning { it en } remedy { it en } entity { type code }
      record { id ... on Observation { value } }
      organization { name } source { title }
    }
    node(id: "${toGlobalId("DataQualityIssue", "mended")}") { ... on DataQualityIssue { resolvedAt } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    dataQualityIssue: {
      id: toGlobalId("DataQualityIssue", "error"),
      code: "error",
      rule: "NOT_A_COUNT",
      severity: "ERROR",
      line: 2,
      column: "lat",
      value: "x",
      message: { it: "Il valore manca.", en: "The value is missing." },
      firstSeen: "2026-11-23T10:00:00.000Z",
      resolvedAt: null,
      sourceCode: "test",
      meaning: {
        it: "Un conteggio non è un numero intero maggiore o uguale a 0.",
        en: "A count is not a whole number from 0.",
      },
      remedy: {
        it: "Scrivere solo cifre, o lasciare vuota la cella.",
        en: "Write digits only, or leave the cell empty.",
      },
      entity: { type: "Observation", code: "residents@nil:1@2024" },
      record: { id: observationId, value: 100 },
      organization: { name: "An organisation" },
      source: { title: "Synthetic, for a test" },
    },
    node: { resolvedAt: "2026-11-24T10:00:00.000Z" },
  });
});

test("unknown values are null: no record, a retired record, a type without Node, no organisation, no source", async () => {
  const bare = await hubWith([
    anIssue({ code: "a", entity: null, organizationCode: null, sourceCode: "never-read" }),
    anIssue({ code: "b", entity: { type: "Centre", code: "gone" }, sourceCode: "never-read" }),
    anIssue({ code: "c", entity: { type: "ServiceListing", code: "x" }, sourceCode: "never-read" }),
  ]);
  const query = "{ dataQualityIssues { nodes { record { id } organization { name } source { title } } } }";
  expect((await bare.ask(query)).data).toEqual({
    dataQualityIssues: {
      nodes: [
        { record: null, organization: null, source: null },
        { record: null, organization: { name: "An organisation" }, source: null },
        { record: null, organization: { name: "An organisation" }, source: null },
      ],
    },
  });
});

interface IssuePage {
  readonly dataQualityIssues: {
    readonly nodes: readonly { readonly code: string }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

test("each page continues after the last one, in every list", async () => {
  for (const filter of ["", 'source: "test"', 'organization: "bureau"', "severity: WARNING"]) {
    const query = `query ($after: String) {
      dataQualityIssues(filter: { ${filter} }, first: 1, after: $after) {
        nodes { code } pageInfo { endCursor hasNextPage }
      }
    }`;
    const paged: string[] = [];
    let page = { endCursor: null as string | null, hasNextPage: true };
    while (page.hasNextPage) {
      const { data } = await hub.ask<IssuePage>(query, { after: page.endCursor });
      paged.push(...data!.dataQualityIssues.nodes.map(({ code }) => code));
      page = data!.dataQualityIssues.pageInfo;
    }
    expect(paged).toEqual(await codesOf(`(filter: { ${filter} })`));
  }
});

test.each([
  ['organization: "nobody"', "UNKNOWN_CODE", "filter.organization"],
  ['source: "ds0"', "UNKNOWN_CODE", "filter.source"],
  [`record: "${toGlobalId("Centre", "gone")}"`, "UNKNOWN_CODE", "filter.record"],
  ['record: "test:1"', "INVALID_ID", "id"],
])("rejects a filter with an unknown value: %s", async (filter, code, where) => {
  const { data, errors } = await hub.ask(`{ dataQualityIssues(filter: { ${filter} }) { nodes { code } } }`);
  expect(data).toEqual({ dataQualityIssues: null });
  expect(errors![0]!.extensions).toMatchObject({ code, where });
});

test("the summary counts open and resolved issues, with zeros", async () => {
  const { data, errors } = await hub.ask<Record<string, { groups: { key: string; standing: number }[] }>>(`{
    rule: dataQualitySummary(groupBy: RULE) { standing resolved groups { key standing meaning { en } } }
    source: dataQualitySummary(groupBy: SOURCE) { groups { key standing resolved source { title } meaning { en } } }
    organization: dataQualitySummary(groupBy: ORGANIZATION) { groups { key standing resolved organization { name } } }
    severity: dataQualitySummary(groupBy: SEVERITY) { groups { key standing resolved source { title } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data!.rule).toMatchObject({ standing: 5, resolved: 1 });
  expect(data!.rule!.groups.map(({ key }) => key)).toEqual(qualityRuleNames);
  expect(data!.rule!.groups.filter(({ standing }) => standing > 0)).toEqual([
    {
      key: "EMPTY_CELL",
      standing: 4,
      meaning: {
        en: "The cell is empty or says that there is no data: the value is missing, it is not zero.",
      },
    },
    { key: "NOT_A_COUNT", standing: 1, meaning: { en: "A count is not a whole number from 0." } },
  ]);
  const source = { title: "Synthetic, for a test" };
  expect(data!.source!.groups).toEqual([
    { key: "test", standing: 4, resolved: 1, source, meaning: null },
    { key: "test-2", standing: 1, resolved: 0, source, meaning: null },
  ]);
  expect(data!.organization!.groups).toEqual([
    { key: "bureau", standing: 4, resolved: 1, organization: { name: "An organisation" } },
    { key: null, standing: 1, resolved: 0, organization: null },
  ]);
  expect(data!.severity!.groups).toEqual([
    { key: "ERROR", standing: 1, resolved: 0, source: null },
    { key: "WARNING", standing: 3, resolved: 1, source: null },
    { key: "NOTICE", standing: 1, resolved: 0, source: null },
  ]);
});

test("a summary of more issues than the limit is rejected with an error that names it", async () => {
  const crowded = await startHub();
  const { edges } = codecs.dataQualityIssue;
  const places = Array.from(
    { length: limits.summarisedIssues + 1 },
    (_, i) => edges(anIssue({ code: `i-${i}` }))[0]!,
  );
  await crowded.table.batchWrite({ puts: places });
  const { data, errors } = await crowded.ask("{ dataQualitySummary(groupBy: RULE) { standing } }");
  expect(data).toBeNull();
  expect(errors![0]!.extensions).toMatchObject({ code: "LIMIT_EXCEEDED" });
});
