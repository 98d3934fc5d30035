import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { builtBundles } from "./bundles";
import { deploymentOf } from "./context";
import { EdgeStack } from "./edge-stack";
import { GuardStack } from "./guard-stack";
import { HubStack } from "./hub-stack";
import { stages } from "./stages";

const app = new App();
const { stage, region, domainName, ...deployment } = deploymentOf((name) => app.node.tryGetContext(name));

// The account comes from the operator's profile, and nothing is looked up in it. So `cdk synth` needs neither credentials nor a
// network. The region does not: without one in the profile the CDK takes us-east-1.
const account = process.env.CDK_DEFAULT_ACCOUNT;
const settings = stages[stage];
// CloudFront takes its certificate and its firewall, and reports its traffic, there alone. No data is in these stacks.
const global = { account, region: "us-east-1" };
const edge = new EdgeStack(app, `vicinato-${stage}-edge`, { env: global, settings, domainName });
const hub = new HubStack(app, `vicinato-${stage}`, {
  env: { account, region },
  settings,
  edge: { webAclArn: edge.firewall.arn, domain: edge.domain },
  bundles: builtBundles,
  ...deployment,
});
new GuardStack(app, `vicinato-${stage}-guard`, {
  env: global,
  settings,
  firewall: edge.firewall,
  distributionId: hub.distributionId,
  bundleFolder: builtBundles.brake,
});

// At synth, and not only in a test, because every deployment passes here; it costs about a second. A finding stops the
// deployment until it is fixed, or acknowledged with a reason beside its cause.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
