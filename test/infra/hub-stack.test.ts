import { accessLogFields, paths } from "../../infra/http-api";
import { stages } from "../../infra/stages";
import { edgeHeaders, envNames } from "../../src/app/env";
import { tableDefinition } from "../../src/storage/engine/table-definition";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();

/** The one resource of a type, beside those of the functions that are not called by the gateway, and of that for files. */
function only(type: string, from = template) {
  const found = Object.entries(from.findResources(type)).filter(
    ([id]) =>
      !/ReleaseGroup|^(?:AfterRelease|Backup|Canary|Check|DataFunction|Edge|ExportSchedule|Inbox|IngestSchedule|SchedulerRole|Site|StreamFunction|Webhooks)/.test(
        id,
      ),
  );
  expect(found).toHaveLength(1);
  return found[0]![1];
}

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];

/** What edge.test.ts says more of. */
const ofTheEdge = {
  [envNames.addressHeader]: edgeHeaders.address,
  [envNames.originSecrets]: expect.anything(),
};

describe("table", () => {
  const table = only("AWS::DynamoDB::GlobalTable");

  test("has the keys and indexes of the table definition, with the limits of the table", () => {
    const write = { WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: stages.prod.maxWriteUnits } };
    expect(table.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: keySchema(tableDefinition.partitionKey, tableDefinition.sortKey),
      GlobalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: "ALL" },
        ...write,
      })),
      ...write,
    });
    const types = table.Properties.AttributeDefinitions.map(
      (a: { AttributeType: string }) => a.AttributeType,
    );
    expect(types).toEqual(Array(2 + 2 * tableDefinition.indexes.length).fill("S"));
  });

  test("removes what says so itself: buckets of callers, and secrets of past days", () => {
    expect(table.Properties.TimeToLiveSpecification).toEqual({
      AttributeName: "removableFrom",
      Enabled: true,
    });
  });

  test("cannot be lost: recovery, protection, and it stays when the stack goes", () => {
    expect(table).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    expect(table.Properties.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        ReadOnDemandThroughputSettings: { MaxReadRequestUnits: stages.prod.maxReadUnits },
        GlobalSecondaryIndexes: tableDefinition.indexes.map(({ name }) => ({
          IndexName: name,
          ReadOnDemandThroughputSettings: { MaxReadRequestUnits: stages.prod.maxReadUnits },
        })),
      },
    ]);
  });

  test("reports each change with both images", () => {
    expect(table.Properties.StreamSpecification).toEqual({ StreamViewType: "NEW_AND_OLD_IMAGES" });
  });
});

describe("function", () => {
  const { Properties } = only("AWS::Lambda::Function");

  test("runs the bundle on arm64 with bounded time, memory and copies", () => {
    expect(Properties).toMatchObject({
      Architectures: ["arm64"],
      Handler: "index.handler",
      MemorySize: 1024,
      ReservedConcurrentExecutions: stages.prod.reservedConcurrency,
      Runtime: "nodejs24.x",
      Timeout: 10,
      TracingConfig: { Mode: "Active" },
    });
  });

  test("gets the variables that env.ts reads, and no other", () => {
    expect(Properties.Environment.Variables).toEqual({
      [envNames.stage]: "vicinato-test",
      [envNames.function]: "api",
      [envNames.tableName]: { Ref: expect.stringMatching(/^Table/) },
      ...ofTheEdge,
    });
  });

  test("may read by key and index, note the use of keys, write its own log, send traces, and nothing else", () => {
    const { PolicyDocument } = only("AWS::IAM::Policy").Properties;
    const statements = PolicyDocument.Statement.map((s: { Action: string | string[]; Resource: unknown }) => [
      [s.Action].flat().join(" "),
      JSON.stringify(s.Resource).replace(/"(\w+?)[0-9A-F]{8}"/g, '"$1"'),
    ]);
    const table = '{"Fn::GetAtt":["Table","Arn"]}';
    const index = (name: string) => `{"Fn::Join":["",[${table},"/index/${name}"]]}`;
    expect(statements.sort()).toEqual([
      ["dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query", table],
      ["dynamodb:Query", `[${index("geo")},${index("list")}]`],
      // Of keys alone: test/infra/editing.test.ts.
      ["dynamodb:UpdateItem", table],
      ["logs:CreateLogStream logs:PutLogEvents", '{"Fn::GetAtt":["LogsFunctions","Arn"]}'],
      ["xray:PutTelemetryRecords xray:PutTraceSegments", '"*"'],
    ]);
    expect(only("AWS::IAM::Role").Properties.ManagedPolicyArns).toBeUndefined();
  });
});

describe("gateway", () => {
  const stage = only("AWS::ApiGatewayV2::Stage").Properties;

  test("passes every method of every path to its function, OPTIONS included", () => {
    const integrations = template.findResources("AWS::ApiGatewayV2::Integration");
    const routes = Object.values(template.findResources("AWS::ApiGatewayV2::Route"));
    for (const name of ["api", "data"] as const) {
      const own = routes.filter(({ Properties: { Target } }) => {
        const { IntegrationUri } = integrations[Target["Fn::Join"][1][1].Ref]!.Properties;
        return IntegrationUri.Ref.toLowerCase().startsWith(`${name}functionreleaselive`);
      });
      expect(own.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
        paths[name].map((path) => `ANY ${path}`),
      );
    }
    expect(routes).toHaveLength(paths.api.length + paths.data.length);
    expect(only("AWS::ApiGatewayV2::Api").Properties.CorsConfiguration).toBeUndefined();
  });

  test("throttles", () => {
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 100 });
  });

  test("logs requests as JSON without headers, queries and tokens", () => {
    expect(JSON.parse(stage.AccessLogSettings.Format)).toEqual(accessLogFields);
    expect(stage.AccessLogSettings.Format).not.toMatch(/authoriz|header|path|query|cookie|sourceIp/i);
    expect(Object.keys(accessLogFields)).toEqual(
      expect.arrayContaining(["requestId", "time", "route", "status", "latencyMs"]),
    );
  });
});

test("keeps logs for a bounded time", () => {
  const groups = Object.values(template.findResources("AWS::Logs::LogGroup"));
  expect(groups.map(({ Properties }) => [Properties.LogGroupName, Properties.RetentionInDays])).toEqual([
    ["/aws/vendedlogs/vicinato-test/access", 90],
    ["/aws/lambda/vicinato-test/api", 30],
    ["/aws/vendedlogs/vicinato-test/machines", 30],
  ]);
});

test("reserves no copies in a new account, which has none to spare", () => {
  const created = hubTemplate({ settings: stages.prod });
  for (const { Properties } of Object.values(created.findResources("AWS::Lambda::Function")))
    expect(Properties).not.toHaveProperty("ReservedConcurrentExecutions");
});

const restoredStream =
  "arn:aws:dynamodb:eu-south-1:123456789012:table/restored/stream/2026-11-29T10:00:00.000";

test("answers from a restored table on request: its name and the right to read it come together", () => {
  const restored = hubTemplate({ servedTable: { name: "restored", streamArn: restoredStream } });
  expect(only("AWS::Lambda::Function", restored).Properties.Environment.Variables).toMatchObject({
    [envNames.tableName]: "restored",
    ...ofTheEdge,
  });
  const policy = JSON.stringify(only("AWS::IAM::Policy", restored).Properties);
  expect(policy).toContain(":table/restored/index/list");
  expect(policy).not.toContain('"Table');
  // What is written to it is published from its own stream, and webhooks follow it.
  const sources = Object.values(restored.findResources("AWS::Lambda::EventSourceMapping"));
  expect(sources.map(({ Properties }) => Properties.EventSourceArn)).toEqual([
    restoredStream,
    restoredStream,
  ]);
  // The table of the stack stays as it is.
  expect(only("AWS::DynamoDB::GlobalTable", restored)).toEqual(only("AWS::DynamoDB::GlobalTable"));
});
