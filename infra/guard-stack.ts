import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Tags, Validations } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Grant, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { AlarmTopic } from "./alarm-topic";
import { failureQueue } from "./failure-queue";
import { type Firewall, limitRules } from "./firewall";
import { nodeFunction } from "./node-function";
import type { StageSettings } from "./stages";

export interface GuardStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly firewall: Firewall;
  readonly distributionId: string;
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
}

/** Shares of the budget at which people are warned. */
const warnings = [50, 80] as const;

/**
 * What bounds the bill: a budget, an alarm on the bytes that the edge sends, and the brake, which lowers the limits of the firewall. It is
 * in us-east-1, where CloudFront reports its traffic and its firewall is.
 */
export class GuardStack extends Stack {
  constructor(scope: Construct, id: string, props: GuardStackProps) {
    const { settings, firewall, distributionId, bundleFolder, ...rest } = props;
    super(scope, id, { terminationProtection: settings.terminationProtection, ...rest });
    Tags.of(this).add("application", "vicinato");
    const { topic: people } = new AlarmTopic(this, "People");
    const { topic: brake } = new AlarmTopic(this, "Brake");
    for (const topic of [people, brake]) this.#letBudgetPublish(topic);
    this.#flood(distributionId, settings.floodGigabytes, [people, brake]);
    this.#budget(settings.monthlyBudget, people, brake);
    const puller = this.#brake(settings, firewall, bundleFolder);
    const deadLetterQueue = failureQueue(this, "Undelivered");
    brake.addSubscription(new LambdaSubscription(puller, { deadLetterQueue }));
    this.#failures(people, {
      BrakeFails: puller.metricErrors({ period: Duration.minutes(5) }),
      BrakeNotReached: deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum" }),
    });

    new CfnOutput(this, "GuardTopicArn", {
      value: people.topicArn,
      description: "Subscribe to it for the budget and floods.",
    });
    new CfnOutput(this, "BrakeFunction", {
      value: puller.functionName,
      description: 'Call it with {"brake":"lift"} to lift the brake, or "pull".',
    });
  }

  #letBudgetPublish(topic: Topic): void {
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "BudgetOfThisAccount",
        principals: [new ServicePrincipal("budgets.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
  }

  /** A budget is counted some times a day: within minutes a flood shows in the bytes. */
  #flood(distributionId: string, gigabytes: number, topics: readonly Topic[]): void {
    const alarm = new Alarm(this, "Flood", {
      metric: new Metric({
        namespace: "AWS/CloudFront",
        metricName: "BytesDownloaded",
        dimensionsMap: { DistributionId: distributionId, Region: "Global" },
        statistic: "Sum",
        period: Duration.minutes(5),
      }),
      threshold: gigabytes * 1e9,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `The edge sent more than ${gigabytes} GB in five minutes: the brake is on. See docs/runbook.md#flood`,
    });
    for (const topic of topics) alarm.addAlarmAction(new SnsAction(topic));
  }

  /** A flood goes on as long as the brake fails. */
  #failures(people: Topic, metrics: Readonly<Record<string, Metric>>): void {
    for (const [id, metric] of Object.entries(metrics)) {
      const alarm = new Alarm(this, id, {
        metric,
        threshold: 0,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
        alarmDescription: "The brake did not work: pull it by hand. See docs/runbook.md#flood",
      });
      alarm.addAlarmAction(new SnsAction(people));
    }
  }

  #budget(dollars: number, people: Topic, brake: Topic): void {
    const to = (topic: Topic) => [{ subscriptionType: "SNS", address: topic.topicArn }];
    const at = (threshold: number, notificationType: "ACTUAL" | "FORECASTED", subscribers: object[]) => ({
      notification: {
        notificationType,
        comparisonOperator: "GREATER_THAN",
        threshold,
        thresholdType: "PERCENTAGE",
      },
      subscribers: subscribers as CfnBudget.SubscriberProperty[],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: this.stackName,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: dollars, unit: "USD" },
      },
      notificationsWithSubscribers: [
        ...warnings.map((share) => at(share, "ACTUAL", to(people))),
        at(100, "FORECASTED", to(people)),
        // A notification may have one topic: people get their own a little later.
        at(100, "ACTUAL", to(brake)),
        at(101, "ACTUAL", to(people)),
      ],
    });
  }

  #brake({ edge, edgeBraked }: StageSettings, firewall: Firewall, bundleFolder: string): LambdaFunction {
    const puller = nodeFunction(this, {
      name: "brake",
      description: "Vicinato: lowers the limits of the edge when it costs too much",
      bundleFolder,
      logGroup: new LogGroup(this, "Logs", {
        logGroupName: `/aws/lambda/${this.stackName}/brake`,
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      memorySize: 256,
      timeout: Duration.seconds(30),
    });
    puller.addEnvironment(
      "VICINATO_BRAKE",
      this.toJsonString({
        firewall: { Id: firewall.aclId, Name: firewall.aclName, Scope: "CLOUDFRONT" },
        rules: limitRules,
        usual: edge,
        braked: edgeBraked,
      }),
    );
    Grant.addToPrincipal({
      grantee: puller,
      actions: ["wafv2:GetWebACL", "wafv2:UpdateWebACL"],
      resourceArns: [firewall.arn],
    });
    // An update of a firewall needs the right to name the groups of rules in it.
    Grant.addToPrincipal({
      grantee: puller,
      actions: ["wafv2:UpdateWebACL"],
      resourceArns: [
        this.formatArn({
          service: "wafv2",
          account: "*",
          resource: "global",
          resourceName: "managedruleset/*/*",
        }),
      ],
    });
    Validations.of(puller.role!).acknowledge({
      id: "AwsSolutions-IAM5[Resource::arn:aws:wafv2:us-east-1:*:global/managedruleset/*/*]",
      reason: "Groups of rules of AWS have an account and numbers of AWS, which it does not publish.",
    });
    Validations.of(puller).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "The topic keeps what it could not deliver in a queue.",
    });
    return puller;
  }
}
