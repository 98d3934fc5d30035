import { Duration, Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** Keeps for two weeks what failed or did not start, for the operators. */
export function failureQueue(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, { enforceSSL: true, retentionPeriod: Duration.days(14) });
  for (const rule of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"])
    Validations.of(queue).acknowledge({ id: rule, reason: "This queue is itself where failures go." });
  return queue;
}
