import type { Template } from "aws-cdk-lib/assertions";
import { envNames } from "../../src/app/env";
import { apiKeyPartition, auditPartition, historyPartition } from "../../src/storage/engine/table-definition";
import { hubTemplate } from "./synth-hub";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Effect: "Allow" | "Deny";
  readonly Condition?: unknown;
}

/** What a function may do to tables, or may not, without where. */
function statementsOf(
  template: Template,
  name: string,
  effect: Statement["Effect"] = "Allow",
): readonly Statement[] {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  return policies
    .flatMap(([id, { Properties }]): Statement[] =>
      id.startsWith(name) ? Properties.PolicyDocument.Statement : [],
    )
    .filter(({ Effect }) => Effect === effect);
}

const actionsOf = (statements: readonly Statement[]): string[] =>
  statements
    .flatMap(({ Action }) => [Action].flat())
    .filter((action) => action.startsWith("dynamodb:"))
    .sort();

/** Statements that permit writes. */
const writesOf = (template: Template, name: string): readonly Statement[] =>
  statementsOf(template, name).filter((each) => /Write|Put|Update|Delete/.test(actionsOf([each]).join()));

const notingUse = {
  Action: "dynamodb:UpdateItem",
  Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["Allowance*", `${apiKeyPartition}*`] } },
};

test("where callers may change records, the function of the API may write record by record", () => {
  const template = hubTemplate({ editing: true });
  expect(actionsOf(statementsOf(template, "ApiFunction"))).toEqual([
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Query",
    "dynamodb:UpdateItem",
    "dynamodb:UpdateItem",
  ]);
});

test("the function of the API may not change or remove what histories and audit trails have", () => {
  const template = hubTemplate({ editing: true });
  expect(statementsOf(template, "ApiFunction", "Deny")).toMatchObject([
    {
      Action: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"],
      Condition: {
        "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": [`${historyPartition}*`, `${auditPartition}*`] },
      },
    },
  ]);
});

test("otherwise it writes nothing but when a key was used, as the function of the files", () => {
  const template = hubTemplate();
  for (const name of ["ApiFunction", "DataFunction"])
    expect(writesOf(template, name)).toMatchObject([notingUse]);
});

test("only the functions that answer requests get the issuers of tokens", () => {
  const issuers =
    '[{"issuer":"https://id.example.org","audience":"hub","jwks":"https://id.example.org/keys"}]';
  const template = hubTemplate({ issuers, editing: true });
  const functions = Object.entries(template.findResources("AWS::Lambda::Function"));
  expect(
    functions.map(([id, { Properties }]) => [
      id.replace(/Function[0-9A-F]{8}$/, ""),
      Properties.Environment?.Variables[envNames.issuers],
    ]),
  ).toEqual([
    ["Api", issuers],
    ["Data", issuers],
    ["Upload", issuers],
    ["Site", undefined],
    ["Stream", undefined],
    ["IngestSchedule", undefined],
    ["ExportSchedule", undefined],
    ["Webhooks", undefined],
    ["Check", undefined],
    ["AfterRelease", undefined],
    ["Canary", undefined],
  ]);
});
