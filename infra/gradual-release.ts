import { Validations } from "aws-cdk-lib";
import type { IAlarm } from "aws-cdk-lib/aws-cloudwatch";
import {
  type LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from "aws-cdk-lib/aws-codedeploy";
import { Alias, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { StageSettings } from "./stages";

export interface GradualReleaseProps {
  readonly function: LambdaFunction;
  readonly application: LambdaApplication;
  readonly release: StageSettings["release"];
}

const configs = {
  CANARY: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
  AT_ONCE: LambdaDeploymentConfig.ALL_AT_ONCE,
} as const;

/**
 * What callers reach is an alias of the function. A new version gets 10 % of the requests for ten minutes and then all of them;
 * an alarm in that time gives them back to the old version, and the deployment of the whole stack is rolled back.
 */
export class GradualRelease extends Construct {
  readonly alias: Alias;
  readonly #group: LambdaDeploymentGroup;

  constructor(scope: Construct, id: string, props: GradualReleaseProps) {
    super(scope, id);
    this.alias = new Alias(this, "Live", { aliasName: "live", version: props.function.currentVersion });
    this.#group = new LambdaDeploymentGroup(this, "Group", {
      application: props.application,
      alias: this.alias,
      deploymentConfig: configs[props.release],
    });
    Validations.of(this.#group.role).acknowledge({
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]",
      reason: "AWS keeps this policy for CodeDeploy as narrow as its deployments of functions permit.",
    });
  }

  /** Alarms that end a release. */
  endOn(alarms: readonly IAlarm[]): void {
    for (const alarm of alarms) this.#group.addAlarm(alarm);
  }
}
