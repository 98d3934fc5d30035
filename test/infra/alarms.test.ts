import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { runbookSection } from "../../infra/runbook";
import { envNames } from "../../src/app/env";
import { type MetricName, metricNamespace } from "../../src/app/observe/metrics";
import { hubTemplate } from "./synth-hub";

/** With all that it can have. */
const template = hubTemplate({ editing: true });
const alarms = Object.values(template.findResources("AWS::CloudWatch::Alarm"));
const topicRef = { Ref: Object.keys(template.findResources("AWS::SNS::Topic"))[0] };
const anchors = readFileSync(join(__dirname, "../../docs/runbook.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("## "))
  .map((line) => line.slice(3).toLowerCase().replaceAll(" ", "-"));

const idsOf = (type: string): string[] => Object.keys(template.findResources(type));
const named = (name: RegExp) =>
  Object.entries(template.findResources("AWS::CloudWatch::Alarm")).find(([id]) => name.test(id))![1]
    .Properties;

test("every part of the stack that can fail has its alarms", () => {
  const names = idsOf("AWS::CloudWatch::Alarm").map((name) => name.replace(/^Alarms|[0-9A-F]{8}$/g, ""));
  const server = (part: string) => [`${part}Crowded`, `${part}Failed`, `${part}Faults`];
  expect(names.filter((name) => !/^(?:Function|Queue)[A-Z]/.test(name)).sort()).toEqual([
    "AfterReleaseFailed",
    "AfterReleaseUndone",
    ...server("ApiFunction"),
    "CanaryFailed",
    "CheckDrift",
    "CheckSilent",
    "CheckSourcesLate",
    ...server("DataFunction"),
    "ExportScheduleFailed",
    ...["BytesOut", "ClientErrors", "Limited", "ServerErrors", "SlowAnswers"].map((name) => `HttpApi${name}`),
    "IngestScheduleAborted",
    "IngestScheduleFailed",
    "IngestScheduleNeverStarted",
    "IngestScheduleTimedOut",
    "StreamFunctionBehind",
    "StreamFunctionGivenUp",
    "StreamFunctionParked",
    "TableErrors",
    "TableThrottled",
    ...server("UploadFunction"),
    "WebhooksFailed",
  ]);
});

test.each([
  ["AWS::Lambda::Function", ["Errors", "Throttles"]],
  ["AWS::SQS::Queue", ["ApproximateNumberOfMessagesVisible"]],
])("every %s has an alarm for %j, so that a new one is not forgotten", (type, metrics) => {
  const watched = alarms.map(({ Properties: { MetricName, Dimensions } }) =>
    JSON.stringify([MetricName, Dimensions?.[0].Value]),
  );
  for (const id of idsOf(type))
    for (const metric of metrics) {
      const value = type.endsWith("Queue") ? { "Fn::GetAtt": [id, "QueueName"] } : { Ref: id };
      expect(watched).toContain(JSON.stringify([metric, value]));
    }
});

test("a dead store rings, although its answers have status 200: more than 1 % of answers with a fault", () => {
  const { Metrics, Threshold, DatapointsToAlarm, EvaluationPeriods } = named(/ApiFunctionFaults/);
  expect({ Threshold, DatapointsToAlarm, EvaluationPeriods }).toEqual({
    ...{ Threshold: 1, DatapointsToAlarm: 2, EvaluationPeriods: 3 },
  });
  const read = Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: object } }) =>
    MetricStat ? [MetricStat.Metric] : [],
  );
  const of = (MetricName: MetricName) => ({
    ...{ MetricName, Namespace: metricNamespace },
    // What the function gets as its environment.
    Dimensions: [
      { Name: "Function", Value: "api" },
      { Name: "Stage", Value: "vicinato-test" },
    ],
  });
  expect(read).toEqual([of("Faults"), of("Requests")]);
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: Match.objectLike({ [envNames.stage]: "vicinato-test", [envNames.function]: "api" }),
    },
  });
});

test("the silence of the canary, of the nightly check and of the schedule is a fault, and no traffic is none", () => {
  expect(named(/CanaryFailed/).TreatMissingData).toBe("breaching");
  expect(named(/ApiFunctionFaults/).TreatMissingData).toBe("notBreaching");
  const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData === "breaching");
  expect(silent.map(({ Properties }) => /#(\S+)$/.exec(Properties.AlarmDescription)?.[1]).sort()).toEqual([
    ...["canary-failed", "check-failed", "import-never-started"],
  ]);
});

test("requests that the gateway or a function limits are counted in the log of the gateway", () => {
  template.hasResourceProperties("AWS::Logs::MetricFilter", {
    FilterPattern: '{ $.status = "429" }',
    MetricTransformations: [Match.objectLike({ MetricName: "Limited vicinato-test", MetricValue: "1" })],
  });
});

test("one page has every alarm under its section, with links to what to do, logs and queues", () => {
  const [{ Properties }] = Object.values(template.findResources("AWS::CloudWatch::Dashboard")) as [
    { Properties: { DashboardBody: { "Fn::Join": [string, readonly unknown[]] } } },
  ];
  const page = Properties.DashboardBody["Fn::Join"][1]
    .map((part) => (typeof part === "string" ? part : JSON.stringify(part)))
    .join("");
  for (const id of idsOf("AWS::CloudWatch::Alarm")) expect(page).toContain(`["${id}","Arn"]`);
  const sections = alarms.map(({ Properties: { AlarmDescription } }) => /#(\S+)$/.exec(AlarmDescription)![1]);
  for (const section of sections) expect(page).toContain(`${runbookSection(section!)})`);
  for (const id of idsOf("AWS::SQS::Queue")) expect(page).toContain(`["${id}","QueueName"]`);
  expect(page).toContain("#logsV2:log-groups/log-group/");
  expect(readFileSync(join(__dirname, "../../publiccode.yml"), "utf8")).toContain(
    `url: "${runbookSection("").split("/blob/")[0]}"`,
  );
});

test("sends each alarm, and its end, to the topic", () => {
  for (const { Properties } of alarms) {
    expect(Properties).toMatchObject({ AlarmActions: [topicRef], OKActions: [topicRef] });
  }
});

test("names in each alarm a section of the runbook", () => {
  const sections = alarms.map(
    ({ Properties }) => /docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription)?.[1],
  );
  expect(anchors).toEqual(expect.arrayContaining(sections));
});

test("counts throttled requests of the table and of every index", () => {
  const { Metrics } = alarms.find(({ Properties }) =>
    /table-throttled$/.test(Properties.AlarmDescription),
  )!.Properties;
  const indexes = Metrics.flatMap(
    (metric: { MetricStat?: { Metric: { Dimensions: { Value: unknown }[] } } }) =>
      (metric.MetricStat?.Metric.Dimensions ?? []).map(({ Value }) => Value),
  );
  expect(indexes).toEqual(expect.arrayContaining(["geo", "list"]));
  expect(Metrics).toHaveLength(7);
});

test("lets alarms publish, and requires TLS", () => {
  template.hasResourceProperties("AWS::SNS::TopicPolicy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        Match.objectLike({ Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" } }),
      ]),
    },
  });
});
