import { Duration, Size, Stack, Validations } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  JitterType,
  LogLevel,
  StateMachine,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import { everyNight } from "../src/ingest/run/reading-times";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import type { Inbox } from "./inbox";
import { nodeFunction } from "./node-function";
import { dailySilence, partOfDay } from "./once-a-day";
import type { HubTable } from "./table";

export interface IngestScheduleProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly functionLogGroup: ILogGroup;
  readonly machineLogGroup: ILogGroup;
  readonly table: HubTable;
  readonly inbox: Inbox;
  /** Concurrent instances of the function; `null` for the quota of the account. */
  readonly concurrency: number | null;
}

/**
 * Reads sources every night, and the source of a file when it comes to the inbox. A function lives for 15 minutes at most. It stops before that and returns
 * its position, and the state machine calls it again from there until all is done.
 */
export class IngestSchedule extends Construct implements Watched {
  readonly machine: StateMachine;
  readonly #nights: ScheduleGroup;

  constructor(scope: Construct, id: string, props: IngestScheduleProps) {
    super(scope, id);
    const importer = this.#function(props);
    this.machine = new StateMachine(this, "Machine", {
      comment: "Reads sources, part by part",
      definitionBody: DefinitionBody.fromChainable(this.#loop(importer)),
      // A longer run would overlap with the next one.
      timeout: Duration.hours(20),
      tracingEnabled: true,
      logs: { destination: props.machineLogGroup, level: LogLevel.ALL, includeExecutionData: true },
    });
    const unstarted = failureQueue(this, "Unstarted");
    // Of its own, because its starts are counted.
    this.#nights = new ScheduleGroup(this, "Nights");
    new Schedule(this, "Schedule", {
      description: "Vicinato: read the sources whose turn it is",
      schedule: ScheduleExpression.cron(everyNight),
      scheduleGroup: this.#nights,
      target: new StepFunctionsStartExecution(this.machine, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: unstarted,
      }),
    });
    props.inbox.grantImport(importer);
    props.inbox.starts(this.machine, unstarted);
    this.#acknowledge(importer);
  }

  alarms(): Record<string, AlarmSpec> {
    const ended = (metric: Metric, meaning: string): AlarmSpec => ({
      ...{ metric, meaning, above: 0, periods: 1, section: "import-failed" },
    });
    const sum = { statistic: "Sum" };
    return {
      Failed: ended(
        this.machine.metricFailed(sum),
        "A source, or a file of the inbox, could not be fetched or imported.",
      ),
      TimedOut: ended(this.machine.metricTimedOut(sum), "An import did not end within twenty hours."),
      Aborted: ended(
        this.machine.metricAborted(sum),
        "An import was stopped by hand: the rest was not read.",
      ),
      NeverStarted: dailySilence(this.#nights.metricAttempts({ ...sum, period: partOfDay }), {
        meaning: "No import began last night: the data becomes old.",
        section: "import-never-started",
      }),
    };
  }

  #function({ bundleFolder, functionLogGroup, table, concurrency }: IngestScheduleProps): LambdaFunction {
    const importer = nodeFunction(this, {
      name: "ingest",
      description: "Vicinato: download and import sources",
      bundleFolder,
      logGroup: functionLogGroup,
      // A whole processor comes with 1,769 MB; files are streamed and need little memory.
      memorySize: 1769,
      ephemeralStorageSize: Size.gibibytes(4),
      timeout: Duration.minutes(15),
      ...(concurrency !== null && { reservedConcurrentExecutions: concurrency }),
    });
    table.grantRead(importer);
    table.grantImport(importer);
    return importer;
  }

  #acknowledge(importer: LambdaFunction): void {
    Validations.of(importer).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The state machine alone calls it, waits for its answer, and fails where it fails.",
    });
    const name = Stack.of(this).getLogicalId(importer.node.defaultChild as CfnFunction);
    Validations.of(this.machine).acknowledge(
      {
        id: `AwsSolutions-IAM5[Resource::<${name}.Arn>:*]`,
        reason: "Any version of the one function that it calls.",
      },
      {
        id: "AwsSolutions-IAM5[Resource::*]",
        reason: "X-Ray takes traces, and logs are delivered, for no resource in particular.",
      },
    );
  }

  #loop(importer: LambdaFunction): LambdaInvoke {
    const part = new LambdaInvoke(this, "Part", {
      lambdaFunction: importer,
      payloadResponseOnly: true,
      retryOnServiceExceptions: true,
    });
    // Another import is running, or its process was killed and its lease has not ended yet.
    part.addRetry({
      errors: ["ImportRunning"],
      interval: Duration.minutes(2),
      backoffRate: 2,
      maxAttempts: 6,
    });
    // The instances that are reserved for it, or all of the account, are busy: with the files of others, or with many uploads.
    part.addRetry({
      errors: ["Lambda.TooManyRequestsException"],
      interval: Duration.seconds(10),
      backoffRate: 2,
      maxDelay: Duration.minutes(5),
      maxAttempts: 60,
      jitterStrategy: JitterType.FULL,
    });
    const failed = new Fail(this, "SomeFailed", {
      error: "SourcesFailed",
      causePath: "States.JsonToString($.failed)",
    });
    const ended = new Choice(this, "AllWell")
      .when(Condition.isPresent("$.failed[0]"), failed)
      .otherwise(new Succeed(this, "Done"));
    part.next(
      new Choice(this, "IsDone").when(Condition.booleanEquals("$.done", true), ended).otherwise(part),
    );
    return part;
  }
}
