import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, NagPack, ServerlessChecks } from "cdk-nag";
import { deployment } from "./synth-hub";

/** With all that they can have: without a domain CloudFront has one finding more. */
const stacks = Object.values(deployment({ domainName: null }));

function findings(): string[] {
  const packs = [new AwsSolutionsChecks(), new ServerlessChecks()];
  return packs
    .flatMap((pack) =>
      stacks.flatMap((stack) => pack.validateScope(stack).violations.map(({ ruleName }) => ruleName)),
    )
    .sort();
}

function acknowledgements(): [rule: string, reason: string][] {
  return stacks
    .flatMap((stack) => stack.node.findAll())
    .flatMap((construct) => construct.node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries<string>(data))
    .map(([rule, reason]): [string, string] => [rule.replace(/^annotation::/i, ""), reason])
    .sort();
}

test("breaks no rule of AwsSolutions and Serverless that is not acknowledged", () => {
  expect(findings()).toEqual([]);
});

test("acknowledges only current findings, each with a written reason", () => {
  const blind = jest.spyOn(NagPack.prototype as unknown as { isAcknowledged(): boolean }, "isAcknowledged");
  blind.mockReturnValue(false);
  const found = findings();
  blind.mockRestore();

  expect([...new Set(acknowledgements().map(([rule]) => rule))]).toEqual([...new Set(found)]);
  for (const [, reason] of acknowledgements()) expect(reason).toMatch(/^\w.{30,}\.$/);
});
