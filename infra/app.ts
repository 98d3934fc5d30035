import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { builtBundles } from "./bundles";
import { deploymentOf } from "./context";
import { HubStack } from "./hub-stack";
import { stages } from "./stages";

const app = new App();
const { stage, region, ...deployment } = deploymentOf((name) => app.node.tryGetContext(name));

// The account comes from the operator's profile, and nothing is looked up in it. So `cdk synth` needs neither credentials nor a
// network. The region does not: without one in the profile the CDK takes us-east-1.
new HubStack(app, `vicinato-${stage}`, {
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region },
  settings: stages[stage],
  bundles: builtBundles,
  ...deployment,
});

// At synth, and not only in a test, because every deployment passes here; it costs about a second. A finding stops the
// deployment until it is fixed, or acknowledged with a reason beside its cause.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
