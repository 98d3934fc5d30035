import { Duration } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import {
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { publishedRoot } from "../src/storage/engine/table-definition";
import { failureQueue } from "./failure-queue";
import { nodeFunction } from "./node-function";
import { repeatedCall } from "./repeated-call";
import type { HubTable } from "./table";

export interface WebhookFunctionProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
}

/** The one function that calls addresses of others: after each publication, and every minute for retries. */
export class WebhookFunction extends Construct {
  readonly #function: LambdaFunction;

  constructor(scope: Construct, id: string, props: WebhookFunctionProps) {
    super(scope, id);
    this.#function = nodeFunction(this, {
      description: "Vicinato: sends changes to webhooks",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      // It waits for others most of the time.
      memorySize: 512,
      timeout: Duration.minutes(5),
    });
    props.table.grantRead(this.#function);
    props.table.grantDelivering(this.#function);
    const unstarted = failureQueue(this, "Unstarted");
    this.#function.addEventSource(
      new DynamoEventSource(props.table.served, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 1,
        // The schedule does what a failed run did not.
        retryAttempts: 0,
        onFailure: new SqsDlq(unstarted),
        filters: [
          FilterCriteria.filter({
            dynamodb: {
              Keys: {
                pk: { S: FilterRule.isEqual(publishedRoot.pk) },
                sk: { S: FilterRule.isEqual(publishedRoot.sk) },
              },
            },
          }),
        ],
      }),
    );
    repeatedCall(this, this.#function, {
      every: Duration.minutes(1),
      description: "Vicinato: repeat what webhooks did not get",
      unstarted,
    });
  }

  /** Runs in which the progress of a webhook could not be noted. A receiver that fails is not counted. */
  metricFailed(): Metric {
    return this.#function.metricErrors({ statistic: "Sum" });
  }
}
