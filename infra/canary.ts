import { Duration } from "aws-cdk-lib";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { envNames } from "../src/app/env";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { hubMetric } from "./hub-metric";
import { nodeFunction } from "./node-function";
import { repeatedCall } from "./repeated-call";

export interface CanaryProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  /** Where people reach the hub, with a slash at the end. */
  readonly url: string;
}

/** Asks the hub every five minutes from outside, as a client does. It may read nothing of the account. */
export class Canary extends Construct implements Watched {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: CanaryProps) {
    super(scope, id);
    this.function = nodeFunction(this, {
      name: "canary",
      description: "Vicinato: asks the hub as its clients do",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      // It waits most of the time.
      memorySize: 256,
      timeout: Duration.minutes(1),
    });
    this.function.addEnvironment(envNames.publicUrl, props.url);
    repeatedCall(this, this.function, {
      every: Duration.minutes(5),
      description: "Vicinato: ask the hub as its clients do",
      unstarted: failureQueue(this, "Unstarted"),
    });
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: hubMetric(this, "canary", "CanaryFailed", { statistic: "Maximum" }),
        above: 0,
        periods: 2,
        meaning: "The hub does not answer its clients as it must, or nobody asked it.",
        section: "canary-failed",
        // Silence means that the canary itself does not run.
        missing: "BREACHING",
      },
    };
  }
}
