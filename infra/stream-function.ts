import { Duration, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  FilterCriteria,
  FilterRule,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  StartingPosition,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { followedWrites } from "../src/storage/engine/table-definition";
import type { HubTable } from "./table";

export interface StreamFunctionProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
}

const { sortKeys, sortKeyPrefix, partitionPrefix } = followedWrites;
const followed = [
  FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.or(...sortKeys) } } } }),
  FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(sortKeyPrefix) } } } }),
  FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(partitionPrefix) } } } }),
];

/** The function that updates published documents from the stream of the table. */
export class StreamFunction extends Construct {
  readonly function: LambdaFunction;
  /** Receives the batches that failed at every attempt. */
  readonly #failures: Queue;

  constructor(scope: Construct, id: string, props: StreamFunctionProps) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    props.logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, "Function", {
      description: "Vicinato: published documents follow the writes of the table",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundleFolder),
      handler: "index.handler",
      memorySize: 1024,
      timeout: Duration.minutes(5),
      role,
      logGroup: props.logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    this.#failures = new Queue(this, "Failures", { enforceSSL: true, retentionPeriod: Duration.days(14) });
    this.function.addEventSource(
      new DynamoEventSource(props.table.own, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 1000,
        // An import writes thousands of items: one publication covers them together.
        maxBatchingWindow: Duration.seconds(10),
        parallelizationFactor: 1,
        reportBatchItemFailures: true,
        retryAttempts: 20,
        onFailure: new SqsDlq(this.#failures),
        filters: followed,
      }),
    );
    props.table.grantRead(this.function);
    props.table.grantPublish(this.function);
    this.#acknowledge(role);
  }

  /** How long the oldest write has waited. */
  metricAge(): Metric {
    return this.function.metric("IteratorAge", { statistic: "Maximum" });
  }

  metricGivenUp(): Metric {
    return this.#failures.metricApproximateNumberOfMessagesVisible();
  }

  #acknowledge(role: Role): void {
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray takes traces, and streams are listed, for no resource in particular.",
    });
    for (const id of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"])
      Validations.of(this.#failures).acknowledge({ id, reason: "This queue is itself where failures go." });
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The event source names what was given up in the queue of failures; nobody else calls it.",
    });
  }
}
