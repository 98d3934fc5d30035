import { CfnOutput, Duration, Stack, type StackProps, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { edgeHeaders, envNames } from "../src/app/env";
import { HubAlarms } from "./alarms";
import type { Bundles } from "./bundles";
import type { Deployment } from "./context";
import { type EdgeDomain, HubEdge } from "./edge";
import { ExportSchedule } from "./export-schedule";
import { HubHttpApi } from "./http-api";
import { HttpFunction } from "./http-function";
import { IngestSchedule } from "./ingest-schedule";
import { HubLogGroups } from "./log-groups";
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
    const api = new HttpFunction(this, "ApiFunction", {
      description: "Vicinato: the GraphQL API and its playground",
      bundleFolder: props.bundles.api,
      logGroup: logGroups.functions,
      reservedConcurrency: reserved.reservedConcurrency,
    });
    const data = new HttpFunction(this, "DataFunction", {
      description: "Vicinato: files, HSDS and the catalogue",
      bundleFolder: props.bundles.data,
      logGroup: logGroups.functions,
      reservedConcurrency: reserved.dataConcurrency,
    });
    const upload = settings.editing
      ? new HttpFunction(this, "UploadFunction", {
          description: "Vicinato: files of partners",
          bundleFolder: props.bundles.upload,
          logGroup: logGroups.functions,
          reservedConcurrency: reserved.uploadConcurrency,
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
    const ingest = new IngestSchedule(this, "IngestSchedule", {
      bundleFolder: props.bundles.ingest,
      functionLogGroup: logGroups.functions,
      machineLogGroup: logGroups.machines,
      table,
    });
    const exports = new ExportSchedule(this, "ExportSchedule", {
      bundleFolder: props.bundles.export,
      logGroup: logGroups.functions,
      table,
    });
    const webhooks = new WebhookFunction(this, "Webhooks", {
      bundleFolder: props.bundles.webhooks,
      logGroup: logGroups.functions,
      table,
    });
    const alarms = new HubAlarms(this, "Alarms", {
      watched: [
        http,
        api,
        data,
        ...(upload === null ? [] : [upload]),
        stream,
        ingest,
        exports,
        webhooks,
        table,
      ],
    });

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
    new CfnOutput(this, "AlarmTopicArn", {
      value: alarms.topicArn,
      description: "Subscribe to it for alarms.",
    });
  }
}
