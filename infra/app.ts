import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { builtBundles } from "./bundles";
import { HubStack } from "./hub-stack";
import { euRegion, stageName, stages } from "./stages";

const app = new App();
const stage = stageName(app.node.tryGetContext("stage"));

// The account comes from the operator's profile, and nothing is looked up in it. So `cdk synth` needs neither credentials nor a
// network. The region does not: without one in the profile the CDK takes us-east-1.
new HubStack(app, `vicinato-${stage}`, {
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: euRegion(app.node.tryGetContext("region")) },
  settings: stages[stage],
  bundles: builtBundles,
  servedTableName: app.node.tryGetContext("servedTableName"),
  editing: app.node.tryGetContext("editing") === "true",
  issuers: app.node.tryGetContext("issuers"),
  addressHeader: app.node.tryGetContext("addressHeader"),
});

// At synth, and not only in a test, because every deployment passes here; it costs about a second. A finding stops the
// deployment until it is fixed, or acknowledged with a reason beside its cause.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
