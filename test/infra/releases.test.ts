import { stages } from "../../infra/stages";
import { hubTemplate } from "./synth-hub";

const vault = "arn:aws:backup:eu-central-1:210987654321:backup-vault:vicinato";
/** With all that it can have. */
const template = hubTemplate({ editing: true, backupVaultArn: vault });
const all = (type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);
const answering = ["ApiFunction", "DataFunction", "UploadFunction"];

test("requests reach an alias of each function, and never the newest code of one", () => {
  const uris = all("AWS::ApiGatewayV2::Integration").map(({ IntegrationUri }) => IntegrationUri.Ref);
  expect(uris).toEqual(answering.map((name) => expect.stringMatching(`^${name}ReleaseLive`)));
});

test("10 % of them reach a new version for ten minutes, and its alarms give them back to the old one", () => {
  const groups = all("AWS::CodeDeploy::DeploymentGroup");
  expect(groups).toHaveLength(answering.length);
  for (const { AlarmConfiguration, AutoRollbackConfiguration, DeploymentConfigName } of groups) {
    expect(DeploymentConfigName).toBe("CodeDeployDefault.LambdaCanary10Percent10Minutes");
    expect(AutoRollbackConfiguration).toEqual({
      Enabled: true,
      Events: expect.arrayContaining(["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]),
    });
    const alarms = AlarmConfiguration.Alarms.map(({ Name }: { Name: { Ref: string } }) =>
      Name.Ref.replace(/^Alarms|[0-9A-F]{8}$/g, ""),
    );
    expect(AlarmConfiguration.Enabled).toBe(true);
    expect(alarms).toEqual(
      expect.arrayContaining(["HttpApiServerErrors", ...answering.map((name) => `${name}Failed`)]),
    );
  }
  const aliases = Object.values(template.findResources("AWS::Lambda::Alias"));
  for (const { UpdatePolicy } of aliases) expect(UpdatePolicy).toHaveProperty("CodeDeployLambdaAliasUpdate");
});

test("dev gets a new version at once", () => {
  expect(stages.dev.release).toBe("AT_ONCE");
});

test("the end of each deployment of this stack, also of one that was rolled back, starts the step after it", () => {
  const rules = all("AWS::Events::Rule").filter(
    ({ EventPattern }) => EventPattern.source?.[0] === "aws.cloudformation",
  );
  expect(rules).toHaveLength(1);
  expect(rules[0].EventPattern).toEqual({
    source: ["aws.cloudformation"],
    "detail-type": ["CloudFormation Stack Status Change"],
    detail: {
      "stack-id": [{ Ref: "AWS::StackId" }],
      "status-details": { status: ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"] },
    },
  });
  expect(rules[0].Targets).toEqual([
    expect.objectContaining({
      Arn: { "Fn::GetAtt": [expect.stringMatching(/^AfterReleaseFunction/), "Arn"] },
      DeadLetterConfig: { Arn: expect.anything() },
    }),
  ]);
});

test("every night the table that is served is backed up, and copied to the vault outside", () => {
  const [plan] = all("AWS::Backup::BackupPlan");
  expect(plan.BackupPlan.BackupPlanRule).toEqual([
    expect.objectContaining({
      Lifecycle: { DeleteAfterDays: 35 },
      CopyActions: [{ DestinationBackupVaultArn: vault, Lifecycle: { DeleteAfterDays: 35 } }],
    }),
  ]);
  const [selection] = all("AWS::Backup::BackupSelection");
  expect(selection.BackupSelection.Resources).toEqual([
    { "Fn::GetAtt": [expect.stringMatching(/^Table/), "Arn"] },
  ]);
  const vaults = Object.values(template.findResources("AWS::Backup::BackupVault"));
  expect(vaults).toEqual([expect.objectContaining({ DeletionPolicy: "Retain" })]);
});
