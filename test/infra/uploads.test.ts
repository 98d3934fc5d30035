import { Match, type Template } from "aws-cdk-lib/assertions";
import { paths } from "../../infra/http-api";
import { stages } from "../../infra/stages";
import { auditPartition, historyPartition } from "../../src/storage/engine/table-definition";
import { hubTemplate } from "./synth-hub";

const template = hubTemplate({ editing: true });

const routesOf = (from: Template): string[] =>
  Object.values(from.findResources("AWS::ApiGatewayV2::Route")).map(({ Properties }) => Properties.RouteKey);

interface Statement {
  readonly Action: string | readonly string[];
  readonly Effect: "Allow" | "Deny";
}

function statementsOf(name: string): readonly Statement[] {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  const [found] = policies.filter(([id]) => id.startsWith(name));
  return found![1].Properties.PolicyDocument.Statement;
}

test("without edits there are no uploads: neither a function nor a route", () => {
  const reading = hubTemplate();
  expect(Object.keys(reading.findResources("AWS::Lambda::Function")).join()).not.toContain("Upload");
  expect(routesOf(reading)).toHaveLength(paths.api.length + paths.data.length);
});

test("with edits the gateway passes uploads, and nothing else, to a function of their own", () => {
  expect(routesOf(template)).toHaveLength(paths.api.length + paths.data.length + 1);
  const routes = Object.values(template.findResources("AWS::ApiGatewayV2::Route"));
  const route = routes.find(({ Properties }) => Properties.RouteKey === "ANY /uploads/{mapping}")!;
  const integration = route.Properties.Target["Fn::Join"][1][1].Ref;
  const { IntegrationUri } = template.findResources("AWS::ApiGatewayV2::Integration")[integration]!
    .Properties;
  // The alias, behind which versions are released.
  expect(IntegrationUri.Ref).toMatch(/^UploadFunctionReleaseLive/);
});

test("the function ends before the gateway does, and has few copies", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Description: Match.stringLikeRegexp("files of partners"),
    Timeout: 29,
    ReservedConcurrentExecutions: stages.prod.uploadConcurrency,
  });
});

test("it may do to the table what an edit may, and no scan; histories and audit trails stay", () => {
  expect(statementsOf("UploadFunction")).toEqual(
    statementsOf("ApiFunction").map((each) => ({ ...each, Resource: expect.anything() })),
  );
  expect(JSON.stringify(statementsOf("UploadFunction"))).not.toContain("dynamodb:Scan");
  expect(statementsOf("UploadFunction").filter(({ Effect }) => Effect === "Deny")).toMatchObject([
    {
      Action: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"],
      Condition: {
        "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": [`${historyPartition}*`, `${auditPartition}*`] },
      },
    },
  ]);
});
