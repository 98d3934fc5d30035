import { Match, Template } from "aws-cdk-lib/assertions";
import { hubStack } from "./synth-hub";

const template = Template.fromStack(hubStack());

test("starts each group of sources at its hours, UTC", () => {
  const schedules = Object.values(template.findResources("AWS::Scheduler::Schedule")).map(
    ({ Properties }) => [Properties.Target.Input, Properties.ScheduleExpression],
  );
  expect(schedules.filter(([input]) => input !== undefined)).toEqual([
    ['{"group":"NIGHTLY"}', "cron(10 1 * * ? *)"],
    ['{"group":"WEEKLY"}', "cron(10 2 ? * SUN *)"],
    ['{"group":"MONTHLY"}', "cron(10 3 3 * ? *)"],
  ]);
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
