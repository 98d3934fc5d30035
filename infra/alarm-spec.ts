import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { IConstruct } from "constructs";

/** What rings, when, and where the runbook says what to do. */
export interface AlarmSpec {
  readonly metric: IMetric;
  /** The alarm goes off above this value. */
  readonly above: number;
  /** How many of the last periods must be above it. */
  readonly periods: number;
  /** Of how many. @default 3 */
  readonly of?: number;
  /** What happened, in words for the person on call. */
  readonly meaning: string;
  /** Anchor of its section in the runbook. Alarms of the same kind, one a function, share a section. */
  readonly section: string;
  /** The queue whose messages it counts, for the links of the dashboard. */
  readonly queue?: IQueue;
  /**
   * What a period without a value is. BREACHING for what reports regularly: its silence is a fault.
   * @default NOT_BREACHING: no traffic is not a fault
   */
  readonly missing?: "BREACHING" | "NOT_BREACHING";
}

/** A part of the stack that can fail. The name of an alarm is the id of its construct and the name here. */
export interface Watched extends IConstruct {
  alarms(): Record<string, AlarmSpec>;
}
