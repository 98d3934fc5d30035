import { Template } from "aws-cdk-lib/assertions";
import { envNames } from "../../src/app/env";
import { hubStack } from "./synth-hub";

const hash = "0123456789abcdef".repeat(4);

/** What the function of the API may do to tables, without where. */
function actionsOf(template: Template): string[] {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  const statements = policies.flatMap(([id, { Properties }]) =>
    id.startsWith("ApiFunction") ? Properties.PolicyDocument.Statement : [],
  );
  return statements
    .flatMap(({ Action }) => [Action].flat() as string[])
    .filter((action) => action.startsWith("dynamodb:"))
    .sort();
}

test("with the hash of the editors' key the function may write record by record, and gets the hash", () => {
  const template = Template.fromStack(hubStack({ editorKeyHash: hash }));
  expect(actionsOf(template)).toEqual([
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Query",
    "dynamodb:UpdateItem",
  ]);
  const functions = Object.entries(template.findResources("AWS::Lambda::Function"));
  expect(
    functions.map(([id, { Properties }]) => [
      id.replace(/Function[0-9A-F]{8}$/, ""),
      Properties.Environment.Variables[envNames.editorKeyHash],
    ]),
  ).toEqual([
    ["Api", hash],
    ["Data", undefined],
    ["Stream", undefined],
    ["IngestSchedule", undefined],
    ["ExportSchedule", undefined],
  ]);
});

test("without it that function may write nothing", () => {
  const actions = actionsOf(Template.fromStack(hubStack()));
  expect(actions.filter((action) => /Write|Put|Update|Delete/.test(action))).toEqual([]);
});
