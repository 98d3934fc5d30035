import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as CallFunction } from "aws-cdk-lib/aws-events-targets";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { nodeFunction } from "./node-function";
import type { HubTable } from "./table";

export interface AfterReleaseProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
}

/**
 * After each deployment of the stack, and after each that was rolled back: migrates and rebuilds what the release stores in another
 * form, and verifies it. AWS reports the end of a deployment as an event, so that no operator and no pipeline has to remember it.
 */
export class AfterRelease extends Construct implements Watched {
  readonly #function: LambdaFunction;
  readonly #undone: Queue;

  constructor(scope: Construct, id: string, props: AfterReleaseProps) {
    super(scope, id);
    this.#function = nodeFunction(this, {
      name: "migrate",
      description: "Vicinato: rebuilds after a release what it stores in another form",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      // As the nightly check: it holds what is published and its comparison.
      memorySize: 3008,
      timeout: Duration.minutes(15),
    });
    props.table.grantRead(this.#function);
    props.table.grantImport(this.#function);
    this.#undone = failureQueue(this, "Undone");
    new Rule(this, "Deployed", {
      description: "Vicinato: the stack was deployed",
      eventPattern: {
        source: ["aws.cloudformation"],
        detailType: ["CloudFormation Stack Status Change"],
        detail: {
          "stack-id": [Stack.of(this).stackId],
          "status-details": { status: ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"] },
        },
      },
      targets: [new CallFunction(this.#function, { deadLetterQueue: this.#undone, retryAttempts: 2 })],
    });
    Validations.of(this.#function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The rule keeps the event that could not be delivered, and an alarm counts runs that failed.",
    });
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: this.#function.metricErrors({ statistic: "Sum" }),
        above: 0,
        periods: 1,
        meaning: "After a release what is stored could not be rebuilt, or still differs from the records.",
        section: "release-not-finished",
      },
      Undone: {
        metric: this.#undone.metricApproximateNumberOfMessagesVisible(),
        above: 0,
        periods: 1,
        meaning: "After a release nobody rebuilt what it stores in another form.",
        section: "release-not-finished",
        queue: this.#undone,
      },
    };
  }
}
