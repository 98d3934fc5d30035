import { Duration } from "aws-cdk-lib";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { hubMetric } from "./hub-metric";
import { nodeFunction } from "./node-function";
import { dailyAbove, dailySilence, partOfDay } from "./once-a-day";
import { repeatedCall } from "./repeated-call";
import type { HubTable } from "./table";

export interface NightlyCheckProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
}

/** After the imports of the night: compares what is stored and published with the records, and looks how old the data is. */
export class NightlyCheck extends Construct implements Watched {
  readonly #function: LambdaFunction;

  constructor(scope: Construct, id: string, props: NightlyCheckProps) {
    super(scope, id);
    this.#function = nodeFunction(this, {
      name: "check",
      description: "Vicinato: checks what is stored, and how old it is",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      // It holds what is published and its comparison; a whole processor comes with 1,769 MB.
      memorySize: 3008,
      timeout: Duration.minutes(15),
    });
    props.table.grantRead(this.#function);
    props.table.grantCompare(this.#function);
    repeatedCall(this, this.#function, {
      every: { minute: "10", hour: "4" },
      description: "Vicinato: check what is stored",
      unstarted: failureQueue(this, "Unstarted"),
    });
  }

  alarms(): Record<string, AlarmSpec> {
    const last = { statistic: "Maximum", period: partOfDay };
    const drift = hubMetric(this, "check", "Drift", last);
    return {
      Drift: dailyAbove(drift, 0, {
        meaning: "What is stored or published is not what the records say.",
        section: "drift",
      }),
      SourcesLate: dailyAbove(hubMetric(this, "check", "SourcesLate", last), 0, {
        meaning: "A source is older than its own frequency allows.",
        section: "old-data",
      }),
      Silent: dailySilence(drift, {
        meaning: "Nobody checked last night what is stored, and how old it is.",
        section: "check-failed",
      }),
    };
  }
}
