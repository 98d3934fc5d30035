import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { context } from "../../cdk.json";
import { bundlesAt } from "../../infra/bundles";
import { HubStack, type HubStackProps } from "../../infra/hub-stack";
import { stages } from "../../infra/stages";

/** The settings of `prod`, in an account that may run enough functions. */
const settings = { ...stages.prod, accountConcurrency: 1000 };

/** The stack of `prod` under the flags of `cdk.json`, with an empty function, so that no build is needed. */
export function hubStack({
  editing = false,
  ...props
}: Partial<HubStackProps> & { editing?: boolean } = {}): HubStack {
  const bundleFolder = mkdtempSync(join(tmpdir(), "vicinato-bundle-"));
  writeFileSync(join(bundleFolder, "index.js"), "exports.handler = async () => ({ statusCode: 204 });");
  return new HubStack(new App({ context }), "vicinato-test", {
    settings: { ...settings, editing },
    bundles: bundlesAt(() => bundleFolder),
    ...props,
  });
}
