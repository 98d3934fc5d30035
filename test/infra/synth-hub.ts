import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { context } from "../../cdk.json";
import { bundlesAt } from "../../infra/bundles";
import { EdgeStack } from "../../infra/edge-stack";
import { GuardStack } from "../../infra/guard-stack";
import { HubStack, type HubStackProps } from "../../infra/hub-stack";
import { stages } from "../../infra/stages";

/** The settings of `prod`, in an account that may run enough functions. */
const settings = { ...stages.prod, accountConcurrency: 1000 };

const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/test/1";

/** The stack of `prod` under the flags of `cdk.json`, with an empty function, so that no build is needed. */
export function hubStack({
  editing = false,
  ...props
}: Partial<HubStackProps> & { editing?: boolean } = {}): HubStack {
  const bundleFolder = emptyBundle();
  return new HubStack(new App({ context }), "vicinato-test", {
    settings: { ...settings, editing },
    bundles: bundlesAt(() => bundleFolder),
    edge: { webAclArn, domain: null },
    ...props,
  });
}

const templates = new Map<string, Template>();

/** Its template: once for all suites of a worker that want the same one, because a synthesis takes seconds. */
export function hubTemplate(props: Parameters<typeof hubStack>[0] = {}): Template {
  const key = JSON.stringify(props);
  const template = templates.get(key) ?? Template.fromStack(hubStack(props));
  templates.set(key, template);
  return template;
}

/** All stacks of a deployment, as `infra/app.ts` puts them together. */
export function deployment({ domainName }: { readonly domainName: string | null }) {
  const bundleFolder = emptyBundle();
  const app = new App({ context });
  const account = "123456789012";
  const all = { settings: { ...settings, editing: true } };
  const global = { ...all, env: { account, region: "us-east-1" } };
  const edge = new EdgeStack(app, "vicinato-test-edge", { ...global, domainName });
  const hub = new HubStack(app, "vicinato-test", {
    ...all,
    env: { account, region: "eu-south-1" },
    bundles: bundlesAt(() => bundleFolder),
    edge: { webAclArn: edge.firewall.arn, domain: edge.domain },
    backupVaultArn: "arn:aws:backup:eu-central-1:210987654321:backup-vault:vicinato",
  });
  const guard = new GuardStack(app, "vicinato-test-guard", {
    ...global,
    firewall: edge.firewall,
    distributionId: hub.distributionId,
    bundleFolder,
  });
  return { edge, hub, guard };
}

function emptyBundle(): string {
  const bundleFolder = mkdtempSync(join(tmpdir(), "vicinato-bundle-"));
  writeFileSync(join(bundleFolder, "index.js"), "exports.handler = async () => ({ statusCode: 204 });");
  return bundleFolder;
}
