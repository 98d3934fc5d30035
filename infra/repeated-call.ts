import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { type CronOptionsWithTimezone, Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

interface RepeatedCall {
  /** A time between two calls, or an hour of the day. */
  readonly every: CronOptionsWithTimezone | Duration;
  readonly description: string;
  /** Gets the calls that could not be made. */
  readonly unstarted: Queue;
}

/** Calls a function again and again. A run that fails is not repeated: the next one does what it left. */
export function repeatedCall(
  scope: Construct,
  called: LambdaFunction,
  { every, description, unstarted }: RepeatedCall,
): void {
  const role = new Role(scope, "Caller", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
  new Schedule(scope, "Schedule", {
    description,
    schedule: every instanceof Duration ? ScheduleExpression.rate(every) : ScheduleExpression.cron(every),
    target: new LambdaInvoke(called, { deadLetterQueue: unstarted, retryAttempts: 0, role }),
  });
  const name = Stack.of(scope).getLogicalId(called.node.defaultChild as CfnFunction);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${name}.Arn>:*]`,
    reason: "Any version of the one function that it calls.",
  });
  Validations.of(called).acknowledge({
    id: "Serverless-LambdaDLQ",
    reason: "The next run of the schedule does what this one did not, and an alarm counts failures.",
  });
}
