import { Duration, Size, Stack, Validations } from "aws-cdk-lib";
import type { CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  LogLevel,
  StateMachine,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import { sourceGroups } from "../src/ingest/run/source-groups";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { nodeFunction } from "./node-function";
import type { HubTable } from "./table";

export interface IngestScheduleProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly functionLogGroup: ILogGroup;
  readonly machineLogGroup: ILogGroup;
  readonly table: HubTable;
}

/**
 * Imports each group of sources at its hours. A function lives for 15 minutes at most. It stops before that and returns
 * its position, and the state machine calls it again from there until all is done.
 */
export class IngestSchedule extends Construct implements Watched {
  readonly #machine: StateMachine;

  constructor(scope: Construct, id: string, props: IngestScheduleProps) {
    super(scope, id);
    const importer = this.#function(props);
    this.#machine = new StateMachine(this, "Machine", {
      comment: "Imports a group of sources, part by part",
      definitionBody: DefinitionBody.fromChainable(this.#loop(importer)),
      // A longer run would overlap with the next one.
      timeout: Duration.hours(20),
      tracingEnabled: true,
      logs: { destination: props.machineLogGroup, level: LogLevel.ALL, includeExecutionData: true },
    });
    const unstarted = failureQueue(this, "Unstarted");
    for (const [group, hours] of Object.entries(sourceGroups)) {
      new Schedule(this, `Schedule${group}`, {
        description: `Vicinato: import the ${group} sources`,
        schedule: ScheduleExpression.cron(hours),
        target: new StepFunctionsStartExecution(this.#machine, {
          input: ScheduleTargetInput.fromObject({ group }),
          deadLetterQueue: unstarted,
        }),
      });
    }
    this.#acknowledge(importer);
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: this.#machine.metricFailed({ statistic: "Sum" }),
        above: 0,
        periods: 1,
        meaning: "A source could not be downloaded or imported at its hour.",
        section: "import-failed",
      },
    };
  }

  #function({ bundleFolder, functionLogGroup, table }: IngestScheduleProps): LambdaFunction {
    const importer = nodeFunction(this, {
      name: "ingest",
      description: "Vicinato: download and import sources",
      bundleFolder,
      logGroup: functionLogGroup,
      // A whole processor comes with 1,769 MB; files are streamed and need little memory.
      memorySize: 1769,
      ephemeralStorageSize: Size.gibibytes(4),
      timeout: Duration.minutes(15),
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
    Validations.of(this.#machine).acknowledge(
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
