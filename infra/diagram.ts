import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { context } from "../cdk.json";
import { bundlesAt } from "./bundles";
import { HubStack } from "./hub-stack";
import { stackDiagram } from "./stack-diagram";
import { stages } from "./stages";

// npm run diagram: draws the stack of `prod` into its page, from its template, with empty functions so that no build is needed.
const bundle = mkdtempSync(path.join(tmpdir(), "vicinato-diagram-"));
writeFileSync(path.join(bundle, "index.js"), "");
const stack = new HubStack(new App({ context }), "vicinato-prod", {
  settings: { ...stages.prod, accountConcurrency: 1_000, editing: true },
  bundles: bundlesAt(() => bundle),
  edge: { webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/1", domain: null },
});
const page = path.resolve(__dirname, "../docs/stack.md");
const diagram = stackDiagram(Template.fromStack(stack).toJSON().Resources);
const text = readFileSync(page, "utf8");
writeFileSync(
  page,
  text.replace(/```mermaid\n[\s\S]*?```/, () => `\`\`\`mermaid\n${diagram}\n\`\`\``),
);
