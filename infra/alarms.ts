import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { AlarmTopic } from "./alarm-topic";
import { runbookSection } from "./runbook";

export interface HubAlarmsProps {
  /** The parts of the stack that say themselves when they fail. */
  readonly watched: readonly Watched[];
}

/** An alarm, and what it was made from. */
export interface RaisedAlarm {
  readonly name: string;
  readonly alarm: Alarm;
  readonly spec: AlarmSpec;
}

/** The alarms of the hub, each with a section in `docs/runbook.md`. */
export class HubAlarms extends Construct {
  readonly topicArn: string;
  readonly all: readonly RaisedAlarm[];

  constructor(scope: Construct, id: string, { watched }: HubAlarmsProps) {
    super(scope, id);
    const { topic } = new AlarmTopic(this, "Topic");
    this.topicArn = topic.topicArn;

    const action = new SnsAction(topic);
    this.all = watched.flatMap((part) =>
      Object.entries(part.alarms()).map(([own, spec]) => {
        const name = `${part.node.id}${own}`;
        const alarm = this.#alarm(name, spec);
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        return { name, alarm, spec };
      }),
    );
  }

  #alarm(name: string, { metric, above, periods, meaning, section, ...spec }: AlarmSpec): Alarm {
    return new Alarm(this, name, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: spec.of ?? 3,
      datapointsToAlarm: periods,
      treatMissingData: TreatMissingData[spec.missing ?? "NOT_BREACHING"],
      alarmDescription: `${meaning} See ${runbookSection(section)}`,
    });
  }
}
