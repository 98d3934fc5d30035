import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/**
 * Where alarms are sent. People subscribe by hand (see the runbook), so that the template contains no address. Not
 * encrypted with the key of SNS: CloudWatch may not use that key, and alarms would be lost silently.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { displayName: "Vicinato alarms", enforceSSL: true });
    this.#grantPublishToAlarms();
  }

  /** `enforceSSL` replaces the default policy, which let alarms publish, with a policy of denials. */
  #grantPublishToAlarms(): void {
    const alarms = Stack.of(this).formatArn({ service: "cloudwatch", resource: "alarm:*" });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { ArnLike: { "aws:SourceArn": alarms } },
      }),
    );
  }
}
