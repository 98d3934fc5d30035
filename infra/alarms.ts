import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { AlarmTopic } from "./alarm-topic";

export interface HubAlarmsProps {
  /** The parts of the stack that say themselves when they fail. */
  readonly watched: readonly Watched[];
}

/** The alarms of the hub, each with a section in `docs/runbook.md`. */
export class HubAlarms extends Construct {
  readonly topicArn: string;
  /** Those that end a release. */
  readonly endingReleases: readonly Alarm[];

  constructor(scope: Construct, id: string, { watched }: HubAlarmsProps) {
    super(scope, id);
    const { topic } = new AlarmTopic(this, "Topic");
    this.topicArn = topic.topicArn;

    const action = new SnsAction(topic);
    const ending: Alarm[] = [];
    for (const part of watched)
      for (const [name, spec] of Object.entries(part.alarms())) {
        const alarm = this.#alarm(`${part.node.id}${name}`, spec);
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        if (spec.endsRelease) ending.push(alarm);
      }
    this.endingReleases = ending;
  }

  #alarm(name: string, { metric, above, periods, meaning, section, ...spec }: AlarmSpec): Alarm {
    return new Alarm(this, name, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: spec.of ?? 3,
      datapointsToAlarm: periods,
      treatMissingData: TreatMissingData[spec.missing ?? "NOT_BREACHING"],
      alarmDescription: `${meaning} See docs/runbook.md#${section}`,
    });
  }
}
