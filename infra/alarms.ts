import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Construct } from "constructs";
import { AlarmTopic } from "./alarm-topic";
import type { ExportSchedule } from "./export-schedule";
import type { HubHttpApi } from "./http-api";
import type { HttpFunction } from "./http-function";
import type { IngestSchedule } from "./ingest-schedule";
import type { StreamFunction } from "./stream-function";
import type { HubTable } from "./table";
import type { WebhookFunction } from "./webhook-function";

export interface HubAlarmsProps {
  readonly api: HttpFunction;
  readonly data: HttpFunction;
  readonly exports: ExportSchedule;
  readonly http: HubHttpApi;
  readonly ingest: IngestSchedule;
  readonly stream: StreamFunction;
  readonly table: HubTable;
  /** `null` without uploads. */
  readonly upload: HttpFunction | null;
  readonly webhooks: WebhookFunction;
}

interface AlarmSpec {
  readonly metric: IMetric;
  /** The alarm goes off above this value. */
  readonly above: number;
  /** How many of three periods of five minutes must be above it. */
  readonly periods: number;
  /** What happened, in words for the person on call. */
  readonly meaning: string;
  /** Anchor of its section in the runbook. */
  readonly section: string;
}

const sumOf = (usingMetrics: Record<string, IMetric>): MathExpression =>
  new MathExpression({ expression: Object.keys(usingMetrics).join(" + "), usingMetrics });

/** The alarms of the hub, each with a section in `docs/runbook.md`. */
export class HubAlarms extends Construct {
  readonly topicArn: string;

  constructor(
    scope: Construct,
    id: string,
    { api, data, exports, http, ingest, stream, table, upload, webhooks }: HubAlarmsProps,
  ) {
    super(scope, id);
    const { topic } = new AlarmTopic(this, "Topic");
    this.topicArn = topic.topicArn;

    const specs: Record<string, AlarmSpec> = {
      ServerErrors: {
        metric: http.metricServerErrorPercent(),
        above: 5,
        // Two, because at night a single failure among few requests is a high percentage.
        periods: 2,
        meaning: "More than 5 % of requests are answered with 5xx.",
        section: "server-errors",
      },
      SlowAnswers: {
        metric: http.metricLatencyP95(),
        above: 1500,
        periods: 3,
        meaning: "One request in twenty takes longer than 1.5 seconds.",
        section: "slow-answers",
      },
      FunctionThrottled: {
        metric: sumOf({
          api: api.metricThrottles(),
          data: data.metricThrottles(),
          ...(upload && { upload: upload.metricThrottles() }),
        }),
        above: 0,
        periods: 2,
        meaning: "Requests are refused because too many copies of a function run at once.",
        section: "function-throttled",
      },
      ExportFailed: {
        metric: exports.metricFailed(),
        above: 0,
        // One failure may be a call to the store; the next run is five minutes later.
        periods: 2,
        meaning: "Files for download could not be written: the last ones stay.",
        section: "export-failed",
      },
      StreamBehind: {
        metric: stream.metricAge(),
        above: 600_000,
        periods: 2,
        meaning: "Published documents are more than ten minutes behind the records.",
        section: "stream-behind",
      },
      StreamGivenUp: {
        metric: stream.metricGivenUp(),
        above: 0,
        periods: 1,
        meaning: "A batch of writes was given up: published documents may miss it.",
        section: "stream-given-up",
      },
      ImportFailed: {
        metric: ingest.metricFailed(),
        above: 0,
        periods: 1,
        meaning: "A source could not be downloaded or imported at its hour.",
        section: "import-failed",
      },
      TableErrors: {
        metric: table.metricSystemErrors(),
        above: 0,
        periods: 2,
        meaning: "DynamoDB fails to answer reads.",
        section: "table-errors",
      },
      TableThrottled: {
        metric: table.metricThrottles(),
        above: 0,
        periods: 2,
        meaning: "DynamoDB refuses reads or writes: a cap is reached, or a partition is hot.",
        section: "table-throttled",
      },
      ...(upload && {
        UploadFailed: {
          metric: upload.metricFailed(),
          above: 0,
          // Of few requests: each is a partner who got no report.
          periods: 1,
          meaning: "An upload of a partner ended without an answer.",
          section: "upload-failed",
        },
      }),
      WebhooksFailed: {
        metric: webhooks.metricFailed(),
        above: 0,
        // One failure may be a call to the store; the next run is a minute later.
        periods: 2,
        meaning: "Changes could not be sent to webhooks, because of the hub and not of a receiver.",
        section: "webhooks-do-not-arrive",
      },
    };
    const action = new SnsAction(topic);
    for (const [name, spec] of Object.entries(specs)) {
      const alarm = this.#alarm(name, spec);
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }

  #alarm(name: string, { metric, above, periods, meaning, section }: AlarmSpec): Alarm {
    return new Alarm(this, name, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
      datapointsToAlarm: periods,
      // No traffic is not a fault.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${meaning} See docs/runbook.md#${section}`,
    });
  }
}
