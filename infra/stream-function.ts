import { Duration, Validations } from "aws-cdk-lib";
import {
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { followedWrites } from "../src/storage/engine/table-definition";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { hubMetric } from "./hub-metric";
import { nodeFunction } from "./node-function";
import type { HubTable } from "./table";

export interface StreamFunctionProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
  /** Concurrent instances; `null` for the quota of the account. */
  readonly reservedConcurrency: number | null;
}

const { sortKeys, sortKeyPrefix, partitionPrefix } = followedWrites;
const followed = [
  FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.or(...sortKeys) } } } }),
  FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(sortKeyPrefix) } } } }),
  FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(partitionPrefix) } } } }),
];

/** The function that updates published documents from the stream of the table. */
export class StreamFunction extends Construct implements Watched {
  readonly function: LambdaFunction;
  /** Receives the batches that failed at every attempt. */
  readonly #failures: Queue;

  constructor(scope: Construct, id: string, props: StreamFunctionProps) {
    super(scope, id);
    this.function = nodeFunction(this, {
      name: "stream",
      description: "Vicinato: published documents follow the writes of the table",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      memorySize: 1024,
      timeout: Duration.minutes(5),
      ...(props.reservedConcurrency !== null && { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    this.#failures = failureQueue(this, "Failures");
    this.function.addEventSource(
      new DynamoEventSource(props.table.served, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 1000,
        // An import writes thousands of items: one publication covers them together.
        maxBatchingWindow: Duration.seconds(10),
        parallelizationFactor: 1,
        reportBatchItemFailures: true,
        // What ends the function itself, by its memory or its time, is looked for in halves.
        bisectBatchOnError: true,
        retryAttempts: 20,
        onFailure: new SqsDlq(this.#failures),
        filters: followed,
      }),
    );
    props.table.grantRead(this.function);
    props.table.grantPublish(this.function);
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The event source names what was given up in the queue of failures; nobody else calls it.",
    });
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Behind: {
        // How long the oldest write has waited.
        metric: this.function.metric("IteratorAge", { statistic: "Maximum" }),
        above: 600_000,
        periods: 2,
        meaning: "Published documents are more than ten minutes behind the records.",
        section: "stream-behind",
      },
      GivenUp: {
        metric: this.#failures.metricApproximateNumberOfMessagesVisible(),
        above: 0,
        periods: 1,
        meaning: "A batch of writes was given up: published documents may miss it.",
        section: "stream-given-up",
        queue: this.#failures,
      },
      Parked: {
        metric: hubMetric(this, "stream", "Parked"),
        above: 0,
        periods: 1,
        meaning: "A stored write could not be published and was left out by name.",
        section: "write-parked",
      },
    };
  }
}
