import { Match } from "aws-cdk-lib/assertions";
import { publishedRoot, webhookPartition } from "../../src/storage/engine/table-definition";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();
const functionArn = { "Fn::GetAtt": [Match.stringLikeRegexp("^WebhooksFunction"), "Arn"] };

test("runs every minute, and after each publication", () => {
  template.hasResourceProperties("AWS::Scheduler::Schedule", {
    ScheduleExpression: "rate(1 minute)",
    Target: Match.objectLike({
      Arn: functionArn,
      RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: Match.anyValue() },
      DeadLetterConfig: Match.anyValue(),
    }),
  });
  const { pk, sk } = publishedRoot;
  template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
    FunctionName: { Ref: Match.stringLikeRegexp("^WebhooksFunction") },
    MaximumRetryAttempts: 0,
    FilterCriteria: {
      Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [pk] }, sk: { S: [sk] } } } }) }],
    },
  });
});

test("reads, and writes only how far webhooks are", () => {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  const statements = policies
    .filter(([id]) => id.startsWith("WebhooksRole"))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Record<string, unknown>[]);
  const writing = statements.filter(({ Action }) =>
    /Write|Put|Update|Delete/.test(`${Action}`.replace(/logs:\w+|xray:\w+/g, "")),
  );
  expect(writing).toMatchObject([
    {
      Action: "dynamodb:UpdateItem",
      Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${webhookPartition}*`] } },
    },
  ]);
  expect(JSON.stringify(statements)).not.toMatch(/dynamodb:(Scan|\*)/);
});
