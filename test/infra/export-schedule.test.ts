import { Match } from "aws-cdk-lib/assertions";
import { envNames } from "../../src/app/env";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();

/** Actions of the policies whose name begins so, with whether they are for S3. */
function actionsOf(role: string): string[] {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy")).filter(([id]) =>
    id.startsWith(role),
  );
  const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
  return [...new Set(statements.flatMap(({ Action }: { Action: string | string[] }) => Action))].sort();
}

test("looks for a newer version every five minutes", () => {
  template.hasResourceProperties("AWS::Scheduler::Schedule", {
    ScheduleExpression: "rate(5 minutes)",
    Target: Match.objectLike({
      Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^ExportScheduleFunction"), "Arn"] },
      RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: Match.anyValue() },
      DeadLetterConfig: Match.anyValue(),
    }),
  });
});

test("nobody but its functions reaches the bucket, and a mistake can be undone for a month", () => {
  const buckets = Object.entries(template.findResources("AWS::S3::Bucket"));
  const [, bucket] = buckets.find(([id]) => id.startsWith("ExportSchedule"))!;
  expect(bucket).toMatchObject({ DeletionPolicy: "Retain" });
  expect(bucket!.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    VersioningConfiguration: { Status: "Enabled" },
    CorsConfiguration: {
      CorsRules: [expect.objectContaining({ AllowedOrigins: ["*"], AllowedMethods: ["GET", "HEAD"] })],
    },
    LifecycleConfiguration: {
      Rules: [
        { NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Status: "Enabled" },
        { ExpiredObjectDeleteMarker: true, Status: "Enabled" },
      ],
    },
  });
  template.hasResourceProperties("AWS::S3::BucketPolicy", {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ],
    },
  });
});

test("the one that makes files writes only files and that it reads, and the one that serves them only reads", () => {
  const reads = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
  const everyone = [
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ];
  const files = ["s3:GetObject", "s3:ListBucket"];
  expect(actionsOf("ExportScheduleRole")).toEqual(
    [...reads, ...everyone, ...files, "dynamodb:UpdateItem", "s3:DeleteObject", "s3:PutObject"].sort(),
  );
  template.hasResourceProperties("AWS::IAM::Policy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: "dynamodb:UpdateItem",
          Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["LongReader"] } },
        }),
      ]),
    },
    Roles: [{ Ref: Match.stringLikeRegexp("^ExportScheduleRole") }],
  });
  // It notes the use of keys: test/infra/editing.test.ts.
  const noting = ["dynamodb:UpdateItem"];
  expect(actionsOf("DataFunctionRole")).toEqual([...reads, ...noting, ...everyone, ...files].sort());
  expect(actionsOf("ApiFunctionRole").filter((action) => action.startsWith("s3:"))).toEqual([]);
});

test("both know the bucket by the name that env.ts reads", () => {
  for (const Description of [
    "Vicinato: writes whole sets as files",
    "Vicinato: files, HSDS and the catalogue",
  ])
    template.hasResourceProperties("AWS::Lambda::Function", {
      Description,
      Environment: {
        Variables: { [envNames.exportsBucket]: { Ref: Match.stringLikeRegexp("^ExportScheduleBucket") } },
      },
    });
});
