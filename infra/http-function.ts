import { Duration, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

export interface HttpFunctionProps {
  readonly description: string;
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  /** Concurrent instances; `null` for the quota of the account. */
  readonly reservedConcurrency: number | null;
}

/** A function that answers requests of the gateway. */
export class HttpFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: HttpFunctionProps) {
    super(scope, id);
    // A role of its own, because the default one may write to every log group of the account.
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    props.logGroup.grantWrite(role);

    this.function = new LambdaFunction(this, "Function", {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundleFolder),
      handler: "index.handler",
      // CPU grows with memory: below this size, cold starts are noticeable.
      memorySize: 1024,
      // Below the 30 seconds of the gateway, so that a slow request ends with our own error.
      timeout: Duration.seconds(10),
      reservedConcurrentExecutions: props.reservedConcurrency ?? undefined,
      role,
      logGroup: props.logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    this.#acknowledge(role);
  }

  /** Requests that found no free instance of the function. */
  metricThrottles(): Metric {
    return this.function.metricThrottles();
  }

  #acknowledge(role: Role): void {
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray takes traces for no resource in particular; the two actions only send them.",
    });
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "Only the gateway calls this function, and waits for it: there is no event to keep for later.",
    });
  }
}
