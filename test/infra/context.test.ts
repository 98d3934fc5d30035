import { readFileSync } from "node:fs";
import { join } from "node:path";
import { context } from "../../cdk.json";
import { deploymentOf } from "../../infra/context";
import { reservations, stages } from "../../infra/stages";

const read = (settings: Record<string, unknown>) =>
  deploymentOf((name) => ({ ...context, stage: "prod", ...settings })[name]);
const servedTableName = "vicinato-prod-restored";
const servedTableStreamArn = `arn:aws:dynamodb:eu-south-1:123456789012:table/${servedTableName}/stream/2026-11-29T10:00:00.000`;
const backupVaultArn = "arn:aws:backup:eu-central-1:210987654321:backup-vault:vicinato";

test("a hub of cdk.json as it is has nothing of its own", () => {
  expect(read({})).toEqual({
    stage: "prod",
    region: "eu-south-1",
    servedTable: null,
    issuers: null,
    domainName: null,
    backupVaultArn: null,
  });
});

test("what a deployment has is written in the file, and stays", () => {
  const prod = {
    servedTableName,
    servedTableStreamArn,
    issuers: "[]",
    domainName: "data.example.org",
    backupVaultArn,
  };
  expect(read({ deployments: { dev: {}, prod } })).toMatchObject({
    servedTable: { name: servedTableName, streamArn: servedTableStreamArn },
    issuers: "[]",
    domainName: "data.example.org",
    backupVaultArn,
  });
});

test.each([
  ["a flag for editing", { editing: "true" }, /infra\/stages\.ts/],
  ["a flag that the next deployment could forget", { servedTableName }, /no flag.*"deployments"\."prod"/],
  ["a stage without settings", { deployments: { dev: {} } }, /"prod" in the context of cdk\.json is missing/],
  ["settings of no stage", { deployments: { prod: {}, production: {} } }, /"production", which is no stage/],
  ["an unknown setting", { deployments: { prod: { servedTable: "x" } } }, /"servedTable".*is unknown/],
  ["a setting that is no text", { deployments: { prod: { issuers: 1 } } }, /issuers.*must be a text/],
  [
    "an address in place of a name",
    { deployments: { prod: { domainName: "https://data.example.org/" } } },
    /domainName.*such as data\.example\.org/,
  ],
  ["a table without its stream", { deployments: { prod: { servedTableName } } }, /belong together/],
  [
    "the stream of another table",
    { deployments: { prod: { servedTableName: "other", servedTableStreamArn } } },
    /not the stream of the table other/,
  ],
  [
    "a stream of another region",
    { region: "eu-west-1", deployments: { prod: { servedTableName, servedTableStreamArn } } },
    /not in the region eu-west-1/,
  ],
  [
    "a vault without ARN",
    { deployments: { prod: { backupVaultArn: "vicinato" } } },
    /not the ARN of a vault/,
  ],
  [
    "a vault outside the European Union",
    { deployments: { prod: { backupVaultArn: backupVaultArn.replace("eu-central-1", "us-east-1") } } },
    /"us-east-1" is not in the European Union/,
  ],
])("rejects %s", (_what, settings, message) => {
  expect(() => read(settings)).toThrow(message);
});

test("a new account runs 10 functions at once, and can deploy every stage", () => {
  for (const settings of Object.values(stages))
    expect(reservations({ ...settings, accountConcurrency: 10 })).toEqual({
      reservedConcurrency: null,
      dataConcurrency: null,
      uploadConcurrency: null,
      streamConcurrency: null,
      ingestConcurrency: null,
    });
});

test("an account with the usual quota reserves what the stage names, and leaves 100 to others", () => {
  const { reservedConcurrency, dataConcurrency, uploadConcurrency } = stages.prod;
  const { streamConcurrency, ingestConcurrency } = stages.prod;
  const wanted = {
    ...{ reservedConcurrency, dataConcurrency, uploadConcurrency },
    ...{ streamConcurrency, ingestConcurrency },
  };
  const sum = Object.values(wanted).reduce((a, b) => a + b, 0);
  expect(reservations({ ...stages.prod, accountConcurrency: sum + 100 })).toEqual(wanted);
  expect(reservations({ ...stages.prod, accountConcurrency: sum + 99 }).streamConcurrency).toBeNull();
});

test("the application reads its settings there alone", () => {
  const app = readFileSync(join(__dirname, "../../infra/app.ts"), "utf8");
  expect(app.match(/tryGetContext/g)).toHaveLength(1);
});
