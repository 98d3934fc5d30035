import { runIngest } from "../../../src/ingest/run/run";
import { type Answer, startHub, type TestHub } from "../../support/hub";
import {
  centreCells,
  centres,
  folderWith,
  officeCells,
  offices,
  syntheticFiles,
} from "../../support/synthetic-city";

const centresFile = "ds3017_case_di_quartiere.csv";
const only = ["ds3017", "ds1303", "mef-income"];
let hub: TestHub;

beforeAll(async () => {
  let time = "2026-11-20T10:00:00.000Z";
  hub = await startHub({ clock: () => time });
  const { table } = hub;
  const first = await folderWith({
    ...syntheticFiles,
    [centresFile]: centres(centreCells(), centreCells({ id: "x" })),
  });
  await runIngest({ table, folder: first, now: time, only });
  time = "2026-11-21T10:00:00.000Z";
  const second = await folderWith({
    [centresFile]: "nonsense\n",
    "ds1303_servizio_sociale_territoriale_sedi.csv": offices(officeCells()),
  });
  await runIngest({ table, folder: second, now: time, only });
});

const summary = "code status startedAt endedAt";

test("lists imports newest first, of a source, of a status, of both, with exact totals", async () => {
  const runs = (args: string) => `importRuns${args} { totalCount nodes { code status } }`;
  const { data } = await hub.ask(`{
    all: ${runs("(first: 2)")}
    source: ${runs('(source: "ds3017")')}
    failed: ${runs("(status: FAILED)")}
    both: ${runs('(source: "ds1303", status: COMPLETED)')}
  }`);
  expect(data).toEqual({
    all: {
      totalCount: 5,
      nodes: [
        { code: "ds3017:2", status: "FAILED" },
        { code: "ds1303:2", status: "COMPLETED" },
      ],
    },
    source: {
      totalCount: 2,
      nodes: [
        { code: "ds3017:2", status: "FAILED" },
        { code: "ds3017:1", status: "COMPLETED" },
      ],
    },
    failed: { totalCount: 1, nodes: [{ code: "ds3017:2", status: "FAILED" }] },
    both: {
      totalCount: 2,
      nodes: [
        { code: "ds1303:2", status: "COMPLETED" },
        { code: "ds1303:1", status: "COMPLETED" },
      ],
    },
  });
});

test("continues from page to page, newest first", async () => {
  interface Data {
    readonly importRuns: {
      readonly nodes: readonly { readonly code: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }
  const codes: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data }: Answer<Data> = await hub.ask<Data>(
      "query Q($after: String) { importRuns(first: 2, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
    codes.push(...data!.importRuns.nodes.map(({ code }) => code));
    if (!data!.importRuns.pageInfo.hasNextPage) break;
    after = data!.importRuns.pageInfo.endCursor;
  }
  expect(codes).toEqual(["ds3017:2", "ds1303:2", "mef-income:1", "ds3017:1", "ds1303:1"]);
});

test("a run has its file, its counts, its problems by rule and its source, and is a Node", async () => {
  const { data } = await hub.ask<{ importRun: { id: string } }>(`{
    importRun(code: "ds3017:1") {
      id ${summary} file mode
      rows { read new changed unchanged rejected }
      records { created changed unchanged kept deleted }
      problems { rule severity count }
      message { en } checkpoint { rows } rollbackOf { code } source { code }
    }
    missing: importRun(code: "ds3017:99") { code }
  }`);
  const { id, ...run } = data!.importRun;
  expect(run).toEqual({
    code: "ds3017:1",
    status: "COMPLETED",
    startedAt: "2026-11-20T10:00:00.000Z",
    endedAt: "2026-11-20T10:00:00.000Z",
    file: centresFile,
    mode: "PARTIAL",
    rows: { read: 2, new: 1, changed: 0, unchanged: 0, rejected: 1 },
    records: { created: 6, changed: 0, unchanged: 0, kept: 0, deleted: 0 },
    problems: [{ rule: "NOT_A_CODE", severity: "ERROR", count: 1 }],
    message: null,
    checkpoint: null,
    rollbackOf: null,
    source: { code: "ds3017" },
  });
  const node = await hub.ask("query N($id: ID!) { node(id: $id) { __typename ... on ImportRun { code } } }", {
    id,
  });
  expect(node.data).toEqual({ node: { __typename: "ImportRun", code: "ds3017:1" } });
});

test("freshness names the last import and the last that succeeded", async () => {
  const { data } = await hub.ask(`{
    sources { nodes { code updateFrequency freshness(at: "2026-11-22T10:00:00Z") {
      state at reason { en } daysLate ageDays daysSinceRead lastRun { code } lastSuccessfulRun { code }
    } } }
  }`);
  const at = "2026-11-22T10:00:00.000Z";
  expect(data).toEqual({
    sources: {
      nodes: [
        {
          code: "ds1303",
          updateFrequency: "UNKNOWN",
          freshness: {
            state: "UNKNOWN",
            at,
            reason: { en: "How often the source is updated is not known." },
            daysLate: null,
            ageDays: 198,
            daysSinceRead: 1,
            lastRun: { code: "ds1303:2" },
            lastSuccessfulRun: { code: "ds1303:2" },
          },
        },
        {
          code: "ds3017",
          updateFrequency: "UNKNOWN",
          freshness: {
            state: "UNKNOWN",
            at,
            reason: { en: "How often the source is updated is not known." },
            daysLate: null,
            ageDays: 58,
            daysSinceRead: 2,
            lastRun: { code: "ds3017:2" },
            lastSuccessfulRun: { code: "ds3017:1" },
          },
        },
        {
          code: "mef-income",
          updateFrequency: "ANNUAL",
          freshness: {
            state: "UNKNOWN",
            at,
            reason: { en: "The source does not say when it was updated." },
            daysLate: null,
            ageDays: null,
            daysSinceRead: 2,
            lastRun: { code: "mef-income:1" },
            lastSuccessfulRun: { code: "mef-income:1" },
          },
        },
      ],
    },
  });
});
