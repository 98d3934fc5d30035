import { type Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { IConstruct } from "constructs";
import type { LambdaName } from "../src/app/lambda-names";
import { type MetricName, metricNamespace } from "../src/app/observe/metrics";

interface HubMetricOptions {
  /** @default Sum */
  readonly statistic?: string;
  /** @default five minutes */
  readonly period?: Duration;
}

/** A number that a function writes into its log. */
export const hubMetric = (
  scope: IConstruct,
  name: LambdaName,
  metricName: MetricName,
  { statistic = "Sum", ...options }: HubMetricOptions = {},
): Metric =>
  new Metric({
    ...{ namespace: metricNamespace, metricName, statistic, ...options },
    dimensionsMap: { Stage: Stack.of(scope).stackName, Function: name },
  });
