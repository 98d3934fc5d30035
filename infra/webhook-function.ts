import { Duration } from "aws-cdk-lib";
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
import type { AlarmSpec, Watched } from "./alarm-spec";
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
export class WebhookFunction extends Construct implements Watched {
  readonly #function: LambdaFunction;

  constructor(scope: Construct, id: string, props: WebhookFunctionProps) {
    super(scope, id);
    this.#function = nodeFunction(this, {
      name: "webhooks",
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
      new DynamoEventSource(props.table.own, {
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

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        // Runs in which the progress of a webhook could not be noted. A receiver that fails is not counted.
        metric: this.#function.metricErrors({ statistic: "Sum" }),
        above: 0,
        // One failure may be a call to the store; the next run is a minute later.
        periods: 2,
        meaning: "Changes could not be sent to webhooks, because of the hub and not of a receiver.",
        section: "webhooks-do-not-arrive",
      },
    };
  }
}
