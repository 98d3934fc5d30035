import { Match } from "aws-cdk-lib/assertions";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();

test("checks every night, after the imports, and may only read", () => {
  template.hasResourceProperties("AWS::Scheduler::Schedule", {
    ScheduleExpression: "cron(10 4 * * ? *)",
    Target: Match.objectLike({
      Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^CheckFunction"), "Arn"] },
      DeadLetterConfig: Match.anyValue(),
    }),
  });
  const policies = Object.entries(template.findResources("AWS::IAM::Policy")).filter(([id]) =>
    id.startsWith("CheckRole"),
  );
  const actions = policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
  expect([...new Set(actions)].filter((action) => action.startsWith("dynamodb:")).sort()).toEqual([
    "dynamodb:BatchGetItem",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
  ]);
});

test.each([
  ["drift", "Drift"],
  ["old-data", "SourcesLate"],
])("rings for %s by the last report, and stops with a better one", (section, MetricName) => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmDescription: Match.stringLikeRegexp(`#${section}$`),
    ...{ MetricName, Namespace: "Vicinato", Statistic: "Maximum", Threshold: 0 },
    Dimensions: [
      { Name: "Function", Value: "check" },
      { Name: "Stage", Value: "vicinato-test" },
    ],
    // Thirty hours: a report a day is always among them.
    ...{ Period: 21_600, EvaluationPeriods: 5, DatapointsToAlarm: 1, TreatMissingData: "notBreaching" },
  });
});

test("a night without a report rings too", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmDescription: Match.stringLikeRegexp("#check-failed$"),
    ...{ EvaluationPeriods: 5, DatapointsToAlarm: 5, TreatMissingData: "breaching" },
    Metrics: Match.arrayWith([Match.objectLike({ Expression: "IF(report < 0, 1, 0)" })]),
  });
});
