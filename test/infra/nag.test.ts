import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, NagPack, ServerlessChecks } from "cdk-nag";
import { hubStack } from "./synth-hub";

/** With all that it can have. */
const stack = hubStack({
  editing: true,
  backupVaultArn: "arn:aws:backup:eu-central-1:210987654321:backup-vault:vicinato",
});

function findings(): string[] {
  const packs = [new AwsSolutionsChecks(), new ServerlessChecks()];
  return packs.flatMap((pack) => pack.validateScope(stack).violations.map(({ ruleName }) => ruleName)).sort();
}

function acknowledgements(): [rule: string, reason: string][] {
  return stack.node
    .findAll()
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

  expect([...new Set(acknowledgements().map(([rule]) => rule))]).toEqual(found);
  for (const [, reason] of acknowledgements()) expect(reason).toMatch(/^\w.{30,}\.$/);
});
