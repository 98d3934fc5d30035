import { Stack, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  type FunctionOptions,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { envNames } from "../src/app/env";
import type { LambdaName } from "../src/app/lambda-names";

interface NodeFunctionProps extends Pick<FunctionOptions, "ephemeralStorageSize" | "memorySize" | "timeout"> {
  /** By which its metrics are found. */
  readonly name: LambdaName;
  readonly description: string;
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  /** Concurrent instances; the quota of the account if absent. */
  readonly reservedConcurrentExecutions?: number;
}

/** What every function of the hub has: the same Node, JSON logs, traces, and a role that may do nothing else. */
export function nodeFunction(
  scope: Construct,
  { name, bundleFolder, logGroup, ...props }: NodeFunctionProps,
): LambdaFunction {
  // A role of its own, because the default one may write to every log group of the account.
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "X-Ray takes traces, and streams are listed, for no resource in particular.",
  });
  return new LambdaFunction(scope, "Function", {
    ...props,
    environment: { [envNames.stage]: Stack.of(scope).stackName, [envNames.function]: name },
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(bundleFolder),
    handler: "index.handler",
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
  });
}
