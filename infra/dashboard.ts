import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { AlarmWidget, Dashboard, GraphWidget, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LambdaName } from "../src/app/lambda-names";
import { type MetricName, metricUnits } from "../src/app/observe/metrics";
import type { RaisedAlarm } from "./alarms";
import { hubMetric } from "./hub-metric";
import { runbookSection } from "./runbook";

export interface HubDashboardProps {
  readonly alarms: readonly RaisedAlarm[];
  /** The functions whose requests and runs are drawn. */
  readonly functions: readonly LambdaName[];
  /** By the words for its link. */
  readonly logs: Readonly<Record<string, ILogGroup>>;
}

/** What each request or run reports, and how it is added up. */
const drawn: readonly (readonly [MetricName, statistic: string])[] = [
  ["Requests", "Sum"],
  ["Faults", "Sum"],
  ["Milliseconds", "p95"],
  ["ColdStarts", "Sum"],
  ["AnswerBytes", "Sum"],
  ["ReadUnits", "Sum"],
  ["CostPoints", "Sum"],
  ["CacheHits", "Sum"],
];

/** One page for the person on call: what the hub does, and then each section of the runbook with its alarms and links. */
export class HubDashboard extends Construct {
  constructor(scope: Construct, id: string, { alarms, functions, logs }: HubDashboardProps) {
    super(scope, id);
    const { region, stackName } = Stack.of(this);
    const logLinks = Object.entries(logs).map(
      ([words, { logGroupName }]) => `[${words}](${logAddress(region, logGroupName)})`,
    );
    const dashboard = new Dashboard(this, "Dashboard", {
      dashboardName: stackName,
      defaultInterval: Duration.hours(6),
    });
    dashboard.addWidgets(
      text(`# ${stackName}\nLogs: ${logLinks.join(" · ")} · [traces](${consoleAddress(region)}#xray:traces)`),
    );
    dashboard.addWidgets(
      ...drawn.map(
        ([name, statistic]) =>
          new GraphWidget({
            title: `${name} (${statistic === "Sum" ? metricUnits[name] : `${statistic}, ${metricUnits[name]}`})`,
            left: functions.map((each) => hubMetric(this, each, name, { statistic }).with({ label: each })),
            width: 6,
          }),
      ),
    );
    for (const section of new Set(alarms.map(({ spec }) => spec.section))) {
      const raised = alarms.filter(({ spec }) => spec.section === section);
      const queues = raised.flatMap(({ spec: { queue } }) => queue ?? []);
      const links = [
        `[what to do](${runbookSection(section)})`,
        ...logLinks,
        ...queues.map(({ queueName, node }) => {
          const name = node.path.split("/").slice(1).join(" ");
          return `[queue ${name}](${queueAddress(Stack.of(this), queueName)})`;
        }),
      ];
      dashboard.addWidgets(text(`## ${section.replaceAll("-", " ")}\n${links.join(" · ")}`));
      dashboard.addWidgets(
        ...raised.map(({ alarm, name }) => new AlarmWidget({ title: name, alarm, width: 6 })),
      );
    }
    new CfnOutput(this, "Address", {
      value: `${consoleAddress(region)}#dashboards/dashboard/${stackName}`,
      description: "The page for the person on call.",
    });
  }
}

const text = (markdown: string): TextWidget => new TextWidget({ markdown, width: 24, height: 2 });

const consoleAddress = (region: string): string =>
  `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;

/** The console writes a slash in a name as $252F: encoded twice, with $ for the second %. */
const logAddress = (region: string, group: string): string =>
  `${consoleAddress(region)}#logsV2:log-groups/log-group/${group.replaceAll("/", "$252F")}`;

/** There the messages are read, and sent again or deleted. */
const queueAddress = ({ region, account }: Stack, name: string): string =>
  `https://${region}.console.aws.amazon.com/sqs/v3/home?region=${region}#/queues/https%3A%2F%2Fsqs.${region}.amazonaws.com%2F${account}%2F${name}`;
