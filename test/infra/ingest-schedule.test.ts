import { Match } from "aws-cdk-lib/assertions";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();

test("looks at the sources every night, and rings if it did not", () => {
  template.hasResourceProperties("AWS::Scheduler::Schedule", {
    ScheduleExpression: "cron(10 1 * * ? *)",
    GroupName: Match.anyValue(),
    Target: Match.objectLike({ Input: "{}", DeadLetterConfig: Match.anyValue() }),
  });
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmDescription: Match.stringLikeRegexp("#import-never-started$"),
    TreatMissingData: "breaching",
    EvaluationPeriods: 5,
    DatapointsToAlarm: 5,
    Metrics: Match.arrayWith([
      Match.objectLike({ MetricStat: Match.objectLike({ Period: 21_600, Stat: "Sum" }) }),
    ]),
  });
});

test("a file of the inbox starts its import, and a report does not", () => {
  template.hasResourceProperties("AWS::Events::Rule", {
    EventPattern: {
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: {
        bucket: { name: [{ Ref: Match.stringLikeRegexp("^InboxBucket") }] },
        object: { key: [{ "anything-but": { prefix: "reports/" } }] },
      },
    },
    Targets: [
      Match.objectLike({
        Arn: { Ref: Match.stringLikeRegexp("^IngestScheduleMachine") },
        DeadLetterConfig: Match.anyValue(),
        InputTransformer: {
          InputPathsMap: { "detail-object-key": "$.detail.object.key" },
          InputTemplate: '{"upload":<detail-object-key>}',
        },
      }),
    ],
  });
  template.hasResourceProperties("AWS::S3::Bucket", {
    VersioningConfiguration: { Status: "Enabled" },
    PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicPolicy: true }),
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
});

test("what was imported is exported at once", () => {
  template.hasResourceProperties("AWS::Events::Rule", {
    EventPattern: {
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: {
        stateMachineArn: [{ Ref: Match.stringLikeRegexp("^IngestScheduleMachine") }],
        status: ["FAILED", "SUCCEEDED"],
      },
    },
    Targets: [
      Match.objectLike({
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^ExportScheduleFunction"), "Arn"] },
        DeadLetterConfig: Match.anyValue(),
      }),
    ],
  });
});

test("calls the importer again until it reports that it is done, and fails if a source failed", () => {
  const [machine] = Object.values(template.findResources("AWS::StepFunctions::StateMachine"));
  const text = machine!.Properties.DefinitionString["Fn::Join"][1]
    .map((part: unknown) => (typeof part === "string" ? part : "ARN"))
    .join("");
  const { States: states, StartAt: first } = JSON.parse(text);
  expect(first).toBe("Part");
  expect(states.Part).toMatchObject({ Type: "Task", Next: "IsDone", Resource: "ARN" });
  expect(states.Part.Retry).toContainEqual(
    expect.objectContaining({ ErrorEquals: ["ImportRunning"], MaxAttempts: 6 }),
  );
  // The instances that are reserved for it may be busy for as long as another import.
  expect(states.Part.Retry).toContainEqual(
    expect.objectContaining({ ErrorEquals: ["Lambda.TooManyRequestsException"], MaxAttempts: 60 }),
  );
  expect(states.IsDone).toMatchObject({
    Choices: [{ Variable: "$.done", BooleanEquals: true, Next: "AllWell" }],
    Default: "Part",
  });
  expect(states.AllWell).toMatchObject({
    Choices: [{ Variable: "$.failed[0]", IsPresent: true, Next: "SomeFailed" }],
    Default: "Done",
  });
  expect(states.SomeFailed).toMatchObject({ Type: "Fail", Error: "SourcesFailed" });
});

test("the importer has the longest possible time, and may only read and write the table", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Description: "Vicinato: download and import sources",
    Timeout: 900,
    EphemeralStorage: { Size: 4096 },
    ReservedConcurrentExecutions: 2,
  });
  const policies = Object.entries(template.findResources("AWS::IAM::Policy")).filter(([id]) =>
    id.startsWith("IngestScheduleRole"),
  );
  const actions = policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
  expect([...new Set(actions)].sort()).toEqual([
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:UpdateItem",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "s3:GetObject",
    "s3:ListBucket",
    "s3:PutObject",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ]);
});

test("only the state machine may call the importer", () => {
  template.hasResourceProperties("AWS::IAM::Policy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: "lambda:InvokeFunction",
          Resource: Match.arrayWith([
            { "Fn::GetAtt": [Match.stringLikeRegexp("^IngestScheduleFunction"), "Arn"] },
          ]),
        }),
      ]),
    },
    Roles: [{ Ref: Match.stringLikeRegexp("^IngestScheduleMachineRole") }],
  });
});
