import { Duration, Stack, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  type CfnFunction,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { publishedRoot } from "../src/storage/engine/table-definition";
import { nodeFunction } from "./node-function";
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
    const unstarted = new Queue(this, "Unstarted", { enforceSSL: true, retentionPeriod: Duration.days(14) });
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
    const caller = new Role(this, "Caller", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    new Schedule(this, "Schedule", {
      description: "Vicinato: repeat what webhooks did not get",
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(this.#function, {
        deadLetterQueue: unstarted,
        retryAttempts: 0,
        role: caller,
      }),
    });
    this.#acknowledge(caller, unstarted);
  }

  /** Runs in which the progress of a webhook could not be noted. A receiver that fails is not counted. */
  metricFailed(): Metric {
    return this.#function.metricErrors({ statistic: "Sum" });
  }

  #acknowledge(caller: Role, unstarted: Queue): void {
    const name = Stack.of(this).getLogicalId(this.#function.node.defaultChild as CfnFunction);
    Validations.of(caller).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${name}.Arn>:*]`,
      reason: "Any version of the one function that it calls.",
    });
    for (const id of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"])
      Validations.of(unstarted).acknowledge({ id, reason: "This queue is itself where failures go." });
    Validations.of(this.#function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The next run of the schedule does what this one did not, and an alarm counts failures.",
    });
  }
}
