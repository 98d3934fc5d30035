import { Duration, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { nodeFunction } from "./node-function";

export interface HttpFunctionProps {
  readonly description: string;
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  /** Concurrent instances; `null` for the quota of the account. */
  readonly reservedConcurrency: number | null;
  /** Below the 30 seconds of the gateway, so that a slow request ends with our own error. @default 10 seconds */
  readonly timeout?: Duration;
  /** Megabytes; CPU grows with them. @default 1024: below it, cold starts are noticeable */
  readonly memorySize?: number;
}

/** A function that answers requests of the gateway. */
export class HttpFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: HttpFunctionProps) {
    super(scope, id);
    this.function = nodeFunction(this, {
      description: props.description,
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      memorySize: props.memorySize ?? 1024,
      timeout: props.timeout ?? Duration.seconds(10),
      ...(props.reservedConcurrency !== null && { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "Only the gateway calls this function, and waits for it: there is no event to keep for later.",
    });
  }

  /** Requests that ended without an answer of the function: its time was over, or its memory full. */
  metricFailed(): Metric {
    return this.function.metricErrors({ statistic: "Sum" });
  }

  /** Requests that found no free instance of the function. */
  metricThrottles(): Metric {
    return this.function.metricThrottles();
  }
}
