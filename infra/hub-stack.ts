import { CfnOutput, Duration, Stack, type StackProps, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { envNames } from "../src/app/env";
import type { Watched } from "./alarm-spec";
import { HubAlarms } from "./alarms";
import { type Bundles, bundleNames } from "./bundles";
import { Canary } from "./canary";
import { HubDashboard } from "./dashboard";
import { EveryFunction } from "./every-function";
import { EveryQueue } from "./every-queue";
import { ExportSchedule } from "./export-schedule";
import { HubHttpApi } from "./http-api";
import { HttpFunction } from "./http-function";
import { Inbox } from "./inbox";
import { IngestSchedule } from "./ingest-schedule";
import { HubLogGroups } from "./log-groups";
import { NightlyCheck } from "./nightly-check";
import type { StageSettings } from "./stages";
import { StreamFunction } from "./stream-function";
import { HubTable } from "./table";
import { WebhookFunction } from "./webhook-function";

export interface HubStackProps extends StackProps {
  readonly settings: StageSettings;
  /** Folders with the functions, written by `npm run build`. */
  readonly bundles: Bundles;
  /** A restored table to answer from, see "Restore drill" in the runbook; default: the table of this stack. */
  readonly servedTableName?: string;
  /** Whether callers with a key may change records and upload files; default: the API cannot write, and there are no uploads. */
  readonly editing?: boolean;
  /** Issuers of tokens that the hub trusts, as JSON; default: callers have keys. */
  readonly issuers?: string;
  /**
   * Header in which an edge before the gateway passes the address of the client; requests must not reach the gateway past that edge.
   * Default: the address is that of the gateway's client.
   */
  readonly addressHeader?: string;
}

/** The whole hub in one account and region: client → HTTP API → function → table. */
export class HubStack extends Stack {
  constructor(scope: Construct, id: string, props: HubStackProps) {
    const { settings } = props;
    super(scope, id, { terminationProtection: settings.terminationProtection, ...props });
    Tags.of(this).add("application", "vicinato");

    const logGroups = new HubLogGroups(this, "Logs");
    const table = new HubTable(this, "Table", {
      maxReadUnits: settings.maxReadUnits,
      maxWriteUnits: settings.maxWriteUnits,
      servedTableName: props.servedTableName,
    });
    const api = new HttpFunction(this, "ApiFunction", {
      name: "api",
      description: "Vicinato: the GraphQL API and its playground",
      bundleFolder: props.bundles.api,
      logGroup: logGroups.functions,
      reservedConcurrency: settings.reservedConcurrency,
    });
    const data = new HttpFunction(this, "DataFunction", {
      name: "data",
      description: "Vicinato: files, HSDS and the catalogue",
      bundleFolder: props.bundles.data,
      logGroup: logGroups.functions,
      reservedConcurrency: settings.dataConcurrency,
    });
    const upload =
      props.editing === true
        ? new HttpFunction(this, "UploadFunction", {
            name: "upload",
            description: "Vicinato: files of partners",
            bundleFolder: props.bundles.upload,
            logGroup: logGroups.functions,
            reservedConcurrency: settings.uploadConcurrency,
            // An upload stops itself before that; a whole processor comes with 1,769 MB.
            timeout: Duration.seconds(29),
            memorySize: 1769,
          })
        : null;
    const http = new HubHttpApi(this, "HttpApi", {
      api: api.function,
      data: data.function,
      upload: upload?.function ?? null,
      accessLogGroup: logGroups.access,
      rateLimit: settings.rateLimit,
      burstLimit: settings.burstLimit,
      maxBytes: settings.maxBytes,
    });
    const stream = new StreamFunction(this, "StreamFunction", {
      bundleFolder: props.bundles.stream,
      logGroup: logGroups.functions,
      table,
    });
    const inbox = new Inbox(this, "Inbox");
    const ingest = new IngestSchedule(this, "IngestSchedule", {
      bundleFolder: props.bundles.ingest,
      functionLogGroup: logGroups.functions,
      machineLogGroup: logGroups.machines,
      table,
      inbox,
      concurrency: settings.ingestConcurrency,
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
    const canary = new Canary(this, "Canary", {
      bundleFolder: props.bundles.canary,
      logGroup: logGroups.functions,
      url: http.url,
    });
    const parts = [http, api, data, ...(upload === null ? [] : [upload]), stream, ingest, exports, webhooks];
    const own: readonly Watched[] = [...parts, check, table, canary];
    const alarms = new HubAlarms(this, "Alarms", {
      // Last, as they look for what is in the stack.
      watched: [...own, new EveryFunction(this, "Function", own), new EveryQueue(this, "Queue", own)],
    });
    new HubDashboard(this, "Page", {
      alarms: alarms.all,
      functions: bundleNames.filter((name) => name !== "upload" || upload !== null),
      logs: { requests: logGroups.access, functions: logGroups.functions, imports: logGroups.machines },
    });

    exports.grantRead(data.function);
    for (const { function: server } of upload === null ? [api, data] : [api, data, upload]) {
      table.grantRead(server);
      table.grantNotingUse(server);
      if (props.issuers !== undefined) server.addEnvironment(envNames.issuers, props.issuers);
      if (props.addressHeader !== undefined)
        server.addEnvironment(envNames.addressHeader, props.addressHeader);
    }
    if (upload !== null) for (const { function: writer } of [api, upload]) table.grantEdit(writer);

    new CfnOutput(this, "ApiUrl", { value: `${http.url}graphql`, description: "The GraphQL endpoint." });
    new CfnOutput(this, "PlaygroundUrl", { value: `${http.url}playground`, description: "The playground." });
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
