import { Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";

/** Errors and throttles of every function of the stack, so that no new one is forgotten. */
export class EveryFunction extends Construct implements Watched {
  /** @param others may say themselves what an error of their function means. */
  constructor(
    scope: Construct,
    id: string,
    private readonly others: readonly Watched[],
  ) {
    super(scope, id);
  }

  alarms(): Record<string, AlarmSpec> {
    const all = Stack.of(this)
      .node.findAll()
      .filter((each) => each instanceof LambdaFunction);
    return Object.fromEntries(all.flatMap((each) => this.#alarmsOf(each)));
  }

  #alarmsOf(called: LambdaFunction): [string, AlarmSpec][] {
    const name = called.node.path
      .split("/")
      .slice(1)
      .join("")
      .replace(/Function$/, "");
    const errors: AlarmSpec = {
      metric: called.metricErrors({ statistic: "Sum" }),
      above: 0,
      periods: 1,
      meaning: `The function ${name} failed, or was ended: its time was over, or its memory full.`,
      section: "function-failed",
    };
    const throttled: AlarmSpec = {
      metric: called.metricThrottles({ statistic: "Sum" }),
      above: 0,
      periods: 2,
      meaning: `Calls of the function ${name} are refused because too many of its copies run at once.`,
      section: "function-throttled",
    };
    const own = this.#countsErrors(called) ? [] : ([[`${name}Errors`, errors]] as [string, AlarmSpec][]);
    return [...own, [`${name}Throttled`, throttled]];
  }

  /** Whether its own part of the stack has an alarm for errors, as those whose next run does what one left. */
  #countsErrors(called: LambdaFunction): boolean {
    const part = this.others.find(({ node }) => node === called.node.scope?.node);
    const metrics = Object.values(part?.alarms() ?? {}).map(({ metric }) => metric);
    return metrics.some((metric) => metric instanceof Metric && metric.metricName === "Errors");
  }
}
