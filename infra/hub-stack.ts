import { CfnOutput, Duration, Stack, type StackProps, Tags } from "aws-cdk-lib";
import { LambdaApplication } from "aws-cdk-lib/aws-codedeploy";
import type { Construct } from "constructs";
import { edgeHeaders, envNames } from "../src/app/env";
import { type LambdaName, lambdaNames } from "../src/app/lambda-names";
import { AfterRelease } from "./after-release";
import type { Watched } from "./alarm-spec";
import { HubAlarms } from "./alarms";
import { BackupCopy } from "./backup-copy";
import type { Bundles } from "./bundles";
import { Canary } from "./canary";
import type { Deployment } from "./context";
import { HubDashboard } from "./dashboard";
import { type EdgeDomain, HubEdge } from "./edge";
import { EveryFunction } from "./every-function";
import { EveryQueue } from "./every-queue";
import { ExportSchedule } from "./export-schedule";
import { HubHttpApi } from "./http-api";
import { HttpFunction } from "./http-function";
import { Inbox } from "./inbox";
import { IngestSchedule } from "./ingest-schedule";
import { HubLogGroups } from "./log-groups";
import { NightlyCheck } from "./nightly-check";
import { OriginSecrets } from "./origin-secrets";
import { Site } from "./site";
import { reservations, type StageSettings } from "./stages";
import { StreamFunction } from "./stream-function";
import { HubTable } from "./table";
import { WebhookFunction } from "./webhook-function";

export interface HubStackProps
  extends StackProps,
    Partial<Omit<Deployment, "domainName" | "region" | "stage">> {
  readonly settings: StageSettings;
  /** Folders with the functions, written by `npm run build`. */
  readonly bundles: Bundles;
  /** What CloudFront takes from us-east-1, see `EdgeStack`. */
  readonly edge: { readonly webAclArn: string; readonly domain: EdgeDomain | null };
}

/** They run at deployments, or in the stack beside this one: their errors ring, and nobody draws them. */
const notMeasured: readonly LambdaName[] = ["brake", "site"];

/** The whole hub in one account and region: client → CloudFront → HTTP API → function → table. */
export class HubStack extends Stack {
  readonly distributionId: string;

  constructor(scope: Construct, id: string, props: HubStackProps) {
    const { settings } = props;
    const reserved = reservations(settings);
    super(scope, id, { terminationProtection: settings.terminationProtection, ...props });
    Tags.of(this).add("application", "vicinato");

    const logGroups = new HubLogGroups(this, "Logs");
    const table = new HubTable(this, "Table", {
      maxReadUnits: settings.maxReadUnits,
      maxWriteUnits: settings.maxWriteUnits,
      served: props.servedTable ?? null,
    });
    const release = {
      application: new LambdaApplication(this, "Releases"),
      release: settings.release,
    };
    const api = new HttpFunction(this, "ApiFunction", {
      name: "api",
      description: "Vicinato: the GraphQL API and its playground",
      bundleFolder: props.bundles.api,
      logGroup: logGroups.functions,
      reservedConcurrency: reserved.reservedConcurrency,
      release,
    });
    const data = new HttpFunction(this, "DataFunction", {
      name: "data",
      description: "Vicinato: files, HSDS and the catalogue",
      bundleFolder: props.bundles.data,
      logGroup: logGroups.functions,
      reservedConcurrency: reserved.dataConcurrency,
      release,
    });
    const upload = settings.editing
      ? new HttpFunction(this, "UploadFunction", {
          name: "upload",
          description: "Vicinato: files of partners",
          bundleFolder: props.bundles.upload,
          logGroup: logGroups.functions,
          reservedConcurrency: reserved.uploadConcurrency,
          release,
          // An upload stops itself before that; a whole processor comes with 1,769 MB.
          timeout: Duration.seconds(29),
          memorySize: 1769,
        })
      : null;
    const http = new HubHttpApi(this, "HttpApi", {
      api: api.release.alias,
      data: data.release.alias,
      upload: upload?.release.alias ?? null,
      accessLogGroup: logGroups.access,
      rateLimit: settings.rateLimit,
      burstLimit: settings.burstLimit,
      maxBytes: settings.maxBytes,
    });
    const secrets = new OriginSecrets(this, "OriginSecrets", { number: settings.originSecret });
    const site = new Site(this, "Site", {
      bundleFolder: props.bundles.site,
      logGroup: logGroups.functions,
    });
    const edge = new HubEdge(this, "Edge", { http, secrets, site, ...props.edge });
    this.distributionId = edge.distribution.distributionId;
    const stream = new StreamFunction(this, "StreamFunction", {
      bundleFolder: props.bundles.stream,
      logGroup: logGroups.functions,
      reservedConcurrency: reserved.streamConcurrency,
      table,
    });
    const inbox = new Inbox(this, "Inbox");
    const ingest = new IngestSchedule(this, "IngestSchedule", {
      bundleFolder: props.bundles.ingest,
      functionLogGroup: logGroups.functions,
      machineLogGroup: logGroups.machines,
      table,
      inbox,
      concurrency: reserved.ingestConcurrency,
    });
    const exports = new ExportSchedule(this, "ExportSchedule", {
      bundleFolder: props.bundles.export,
      logGroup: logGroups.functions,
      table,
    });
    exports.after(ingest.machine);
    const webhooks = new WebhookFunction(this, "Webhooks", {
      bundleFolder: props.bundles.webhooks,
      logGroup: logGroups.functions,
      table,
    });
    const check = new NightlyCheck(this, "Check", {
      bundleFolder: props.bundles.check,
      logGroup: logGroups.functions,
      table,
    });
    const afterRelease = new AfterRelease(this, "AfterRelease", {
      bundleFolder: props.bundles.migrate,
      logGroup: logGroups.functions,
      table,
    });
    const backup =
      props.backupVaultArn == null
        ? null
        : new BackupCopy(this, "Backup", { table, vaultArn: props.backupVaultArn });
    const canary = new Canary(this, "Canary", {
      bundleFolder: props.bundles.canary,
      logGroup: logGroups.functions,
      url: edge.url,
    });
    const servers = [api, data, ...(upload === null ? [] : [upload])];
    const jobs = [
      stream,
      ingest,
      exports,
      webhooks,
      check,
      afterRelease,
      ...(backup === null ? [] : [backup]),
    ];
    const own: readonly Watched[] = [http, ...servers, ...jobs, table, canary];
    const alarms = new HubAlarms(this, "Alarms", {
      // Last, as they look for what is in the stack.
      watched: [...own, new EveryFunction(this, "Function", own), new EveryQueue(this, "Queue", own)],
    });
    new HubDashboard(this, "Page", {
      alarms: alarms.all,
      functions: lambdaNames.filter(
        (name) => !notMeasured.includes(name) && (name !== "upload" || upload !== null),
      ),
      logs: { requests: logGroups.access, functions: logGroups.functions, imports: logGroups.machines },
    });
    for (const server of upload === null ? [api, data] : [api, data, upload])
      server.release.endOn(alarms.endingReleases);

    exports.grantRead(data.function);
    // The gateway knows the address of the hub no more.
    data.function.addEnvironment(envNames.publicUrl, edge.url);
    for (const { function: server } of upload === null ? [api, data] : [api, data, upload]) {
      table.grantRead(server);
      table.grantNotingUse(server);
      if (props.issuers != null) server.addEnvironment(envNames.issuers, props.issuers);
      server.addEnvironment(envNames.originSecrets, secrets.accepted);
      server.addEnvironment(envNames.addressHeader, edgeHeaders.address);
    }
    if (upload !== null) for (const { function: writer } of [api, upload]) table.grantEdit(writer);

    new CfnOutput(this, "ApiUrl", { value: `${edge.url}graphql`, description: "The GraphQL endpoint." });
    new CfnOutput(this, "PlaygroundUrl", { value: `${edge.url}playground/`, description: "The playground." });
    new CfnOutput(this, "TableName", { value: table.servedName, description: "The table that is served." });
    new CfnOutput(this, "InboxName", {
      value: inbox.bucketName,
      description: "The bucket into which files of sources are put.",
    });
    new CfnOutput(this, "InboxGiversArn", {
      value: inbox.givers.managedPolicyArn,
      description: "The policy of who puts them there.",
    });
    new CfnOutput(this, "AlarmTopicArn", {
      value: alarms.topicArn,
      description: "Subscribe to it for alarms.",
    });
  }
}
