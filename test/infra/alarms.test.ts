import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Match, Template } from "aws-cdk-lib/assertions";
import { hubStack } from "./synth-hub";

/** With all that it can have. */
const template = Template.fromStack(hubStack({ editing: true }));
const alarms = Object.values(template.findResources("AWS::CloudWatch::Alarm"));
const topicRef = { Ref: Object.keys(template.findResources("AWS::SNS::Topic"))[0] };
const anchors = readFileSync(join(__dirname, "../../docs/runbook.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("## "))
  .map((line) => line.slice(3).toLowerCase().replaceAll(" ", "-"));

test("every part of the stack that can fail has its alarms", () => {
  const names = Object.keys(template.findResources("AWS::CloudWatch::Alarm"));
  expect(names.map((name) => name.replace(/^Alarms|[0-9A-F]{8}$/g, "")).sort()).toEqual([
    "ApiFunctionFailed",
    "ApiFunctionThrottled",
    "CheckDrift",
    "CheckSilent",
    "CheckSourcesLate",
    "DataFunctionFailed",
    "DataFunctionThrottled",
    "ExportScheduleFailed",
    "HttpApiServerErrors",
    "HttpApiSlowAnswers",
    "IngestScheduleAborted",
    "IngestScheduleFailed",
    "IngestScheduleNeverStarted",
    "IngestScheduleTimedOut",
    "StreamFunctionBehind",
    "StreamFunctionGivenUp",
    "TableErrors",
    "TableThrottled",
    "UploadFunctionFailed",
    "UploadFunctionThrottled",
    "WebhooksFailed",
  ]);
});

test("sends each alarm, and its end, to the topic", () => {
  for (const { Properties } of alarms) {
    expect(Properties).toMatchObject({ AlarmActions: [topicRef], OKActions: [topicRef] });
  }
});

test("names in each alarm a section of the runbook", () => {
  const named = alarms.map(
    ({ Properties }) => /docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription)?.[1],
  );
  expect(anchors).toEqual(expect.arrayContaining(named));
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
