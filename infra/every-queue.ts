import { Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";

/** Every queue of failures of the stack that has no alarm of its own. */
export class EveryQueue extends Construct implements Watched {
  constructor(
    scope: Construct,
    id: string,
    private readonly others: readonly Watched[],
  ) {
    super(scope, id);
  }

  alarms(): Record<string, AlarmSpec> {
    const watched = this.others.flatMap((part) => Object.values(part.alarms()).map(({ queue }) => queue));
    const left = Stack.of(this)
      .node.findAll()
      .filter((each) => each instanceof Queue && !watched.includes(each)) as Queue[];
    return Object.fromEntries(left.map((queue) => this.#alarmOf(queue)));
  }

  #alarmOf(queue: Queue): [string, AlarmSpec] {
    const name = queue.node.path.split("/").slice(1).join("");
    const spec: AlarmSpec = {
      metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum" }),
      above: 0,
      periods: 1,
      meaning: `The queue ${name} has calls that could not be made.`,
      section: "calls-not-made",
      queue,
    };
    return [name, spec];
  }
}
