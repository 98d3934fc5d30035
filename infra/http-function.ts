import { Duration, Validations } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LambdaName } from "../src/app/lambda-names";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { GradualRelease, type GradualReleaseProps } from "./gradual-release";
import { hubMetric } from "./hub-metric";
import { nodeFunction } from "./node-function";

export interface HttpFunctionProps {
  readonly name: Extract<LambdaName, "api" | "data" | "upload">;
  readonly description: string;
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  /** Concurrent instances; `null` for the quota of the account. */
  readonly reservedConcurrency: number | null;
  /** How a new version of it comes to callers. */
  readonly release: Pick<GradualReleaseProps, "application" | "release">;
  /** Below the 30 seconds of the gateway, so that a slow request ends with our own error. @default 10 seconds */
  readonly timeout?: Duration;
  /** Megabytes; CPU grows with them. @default 1024: below it, cold starts are noticeable */
  readonly memorySize?: number;
}

/** A function that answers requests of the gateway. */
export class HttpFunction extends Construct implements Watched {
  readonly function: LambdaFunction;
  readonly #name: HttpFunctionProps["name"];
  readonly #reserved: number | null;
  /** Its alias is what the gateway calls. */
  readonly release: GradualRelease;

  constructor(scope: Construct, id: string, props: HttpFunctionProps) {
    super(scope, id);
    this.#name = props.name;
    this.#reserved = props.reservedConcurrency;
    this.function = nodeFunction(this, {
      name: props.name,
      description: props.description,
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      memorySize: props.memorySize ?? 1024,
      timeout: props.timeout ?? Duration.seconds(10),
      ...(props.reservedConcurrency !== null && { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    this.release = new GradualRelease(this, "Release", { function: this.function, ...props.release });
    Validations.of(this.function).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "Only the gateway calls this function, and waits for it: there is no event to keep for later.",
    });
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: this.function.metricErrors({ statistic: "Sum" }),
        above: 0,
        // Each is a caller without an answer.
        periods: 1,
        meaning: "A request ended without an answer of the function: its time was over, or its memory full.",
        section: "function-failed",
        endsRelease: true,
      },
      Faults: {
        metric: new MathExpression({
          label: "Faults, percent",
          expression: "100 * faults / requests",
          usingMetrics: {
            faults: hubMetric(this, this.#name, "Faults"),
            requests: hubMetric(this, this.#name, "Requests"),
          },
        }),
        above: 1,
        endsRelease: true,
        // Two, because at night a single fault among few requests is a high percentage.
        periods: 2,
        meaning: "More than 1 % of answers lack something that failed, whatever their status.",
        section: "faults",
      },
      ...(this.#reserved !== null && {
        Crowded: {
          metric: this.function.metric("ConcurrentExecutions", { statistic: "Maximum" }),
          above: 0.8 * this.#reserved,
          periods: 2,
          meaning: "More than 80 % of the reserved copies of a function run at once.",
          section: "function-throttled",
        },
      }),
    };
  }
}
