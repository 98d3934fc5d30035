import { Match } from "aws-cdk-lib/assertions";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate();

test("follows the stream of the table from its beginning, and reports which write failed", () => {
  template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
    EventSourceArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^Table"), "StreamArn"] },
    StartingPosition: "TRIM_HORIZON",
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    MaximumRetryAttempts: 20,
    BisectBatchOnFunctionError: true,
    ParallelizationFactor: 1,
    DestinationConfig: {
      OnFailure: { Destination: { "Fn::GetAtt": [Match.stringLikeRegexp("^StreamFunction"), "Arn"] } },
    },
  });
});

test("is called for what belongs to records, observations and the marks of edits, and never for what is published", () => {
  const [mapping] = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
  const patterns = mapping!.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
    JSON.parse(Pattern),
  );
  expect(patterns).toEqual([
    {
      dynamodb: {
        Keys: {
          sk: {
            S: [
              ...["BOUNDARY", "ISSUES", "LAST_RUNS", "LISTING", "LOCATION"],
              ...["OVERLAPS", "POPULATION_POINTS", "RECORD", "SERVICES"],
            ],
          },
        },
      },
    },
    { dynamodb: { Keys: { sk: { S: [{ prefix: "WRITTEN#" }] } } } },
    { dynamodb: { Keys: { pk: { S: [{ prefix: "ObservationsOfArea#" }] } } } },
  ]);
});

test("keeps abandoned events for two weeks, over TLS only", () => {
  template.hasResourceProperties("AWS::SQS::Queue", { MessageRetentionPeriod: 14 * 24 * 3600 });
  const queues = Object.keys(template.findResources("AWS::SQS::Queue"));
  template.resourceCountIs("AWS::SQS::QueuePolicy", queues.length);
});
