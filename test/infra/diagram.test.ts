import { readFileSync } from "node:fs";
import path from "node:path";
import { type Resources, stackDiagram } from "../../infra/stack-diagram";
import { hubTemplate } from "./synth-hub";

const page = readFileSync(path.resolve(__dirname, "../../docs/stack.md"), "utf8");

test("the diagram of the documents is that of the template: npm run diagram", () => {
  const { Resources } = hubTemplate({ editing: true }).toJSON();
  const diagram = stackDiagram(Resources as Resources);
  expect(page).toContain(`\`\`\`mermaid\n${diagram}\n\`\`\``);
  const functions = Object.values(Resources as Resources).filter(
    ({ Type, Properties }) => Type === "AWS::Lambda::Function" && Properties.Handler === "index.handler",
  );
  expect(diagram.match(/\["function \w+"\]/g)).toHaveLength(functions.length);
});

test("an arrow follows integrations, aliases and queues of failures", () => {
  const drawnOf = (Type: string, Properties: object = {}) => ({ Type, Properties });
  const diagram = stackDiagram({
    Api00000000: drawnOf("AWS::ApiGatewayV2::Api"),
    Failures11111111: drawnOf("AWS::SQS::Queue"),
    Route: drawnOf("AWS::ApiGatewayV2::Route", {
      ApiId: { Ref: "Api00000000" },
      Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] },
    }),
    Integration: drawnOf("AWS::ApiGatewayV2::Integration", { IntegrationUri: { Ref: "Alias" } }),
    Alias: drawnOf("AWS::Lambda::Alias", { FunctionName: { "Fn::GetAtt": ["Work22222222", "Arn"] } }),
    Work22222222: drawnOf("AWS::Lambda::Function", { Role: { "Fn::GetAtt": ["Role", "Arn"] } }),
    Mapping: drawnOf("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: { "Fn::GetAtt": ["Table33333333", "StreamArn"] },
      FunctionName: { Ref: "Work22222222" },
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["Failures11111111", "Arn"] } } },
    }),
    Table33333333: drawnOf("AWS::DynamoDB::GlobalTable"),
    Policy: drawnOf("AWS::IAM::Policy", {
      Roles: [{ Ref: "Role" }],
      PolicyDocument: {
        Statement: [
          {
            Effect: "Allow",
            Action: "dynamodb:GetItem",
            Resource: { "Fn::GetAtt": ["Table33333333", "Arn"] },
          },
          {
            Effect: "Deny",
            Action: "dynamodb:PutItem",
            Resource: { "Fn::GetAtt": ["Table33333333", "Arn"] },
          },
        ],
      },
    }),
  });
  expect(diagram.split("\n").filter((line) => line.includes("-->"))).toEqual([
    "  Api -->|requests| Work",
    "  Table -->|stream| Work",
    "  Work -->|given up| Failures",
    "  Work -->|reads| Table",
  ]);
});
