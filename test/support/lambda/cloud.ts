import type { Template } from "aws-cdk-lib/assertions";
import type { APIGatewayProxyStructuredResultV2 as GatewayResult } from "aws-lambda";
import { paths } from "../../../infra/http-api";
import { edgeHeaders } from "../../../src/app/env";
import { openTable } from "../../../src/app/open-table";
import type { Table } from "../../../src/storage/engine/table";
import { startBucket } from "../bucket";
import { type EngineServer, startEngineServer } from "../engine-server";
import { type FaultyProxy, startFaultyProxy } from "../faulty-proxy";
import { bodyOf, type GatewayRequest, gatewayEvent } from "../lambda-bridge";
import type { Entries } from "../table-copies";
import { type Measured, ringing } from "./alarm-states";
import { type Deployed, deploy, localSecret, type StartChanges } from "./deployed";
import type { EmulatedFunction, Outcome } from "./emulated-function";
import { logFilter } from "./log-filter";
import { runbookFilters } from "./runbook";

interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The call of the function; `null` if the gateway answered by itself. */
  readonly outcome: Outcome | null;
}

/** The stack on this machine: the functions in their runtime, a real engine, and the gateway as far as clients and alarms notice it. */
export interface Cloud extends Pick<Deployed, "template"> {
  /** What lies between the functions and their table: it can be slow, full or gone. */
  readonly store: FaultyProxy;
  readonly engine: EngineServer;
  /** The table itself, past the store above. */
  readonly table: Table;
  /** A function by the id of its part, started at its first use. */
  part(name: string, changes?: StartChanges): EmulatedFunction;
  /** Replaces a function, as a deployment does; without changes by what the template says. */
  redeploy(name: string, changes?: StartChanges): EmulatedFunction;
  request(request: GatewayRequest): Promise<GatewayAnswer>;
  /** Asks the API. */
  ask(query: string, more?: Asked): Promise<GatewayAnswer & { readonly json: GraphAnswer }>;
  /** Begins a period of the alarms. */
  newPeriod(): void;
  /** The sections of the runbook whose alarms ring on what was measured in the period. */
  alarms(...more: Measured[]): readonly string[];
  /** What the searches of a section of the runbook find. */
  found(section: string): readonly string[];
  stop(): Promise<void>;
}

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

export async function startCloud(entries: Entries): Promise<Cloud> {
  const engine = await startEngineServer(entries);
  const store = await startFaultyProxy(engine.url);
  const bucket = await startBucket();
  const deployed = deploy({ dynamoDb: store.url, s3: bucket.endpoint });
  const at = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(at, { share: false });
  const parts = new Map<string, EmulatedFunction>();
  const gateway = gatewayOf(deployed);
  const before = new Map<string, { readonly line: number; readonly counts: EmulatedFunction["counts"] }>();

  const part = (name: string, changes: StartChanges = patient): EmulatedFunction => {
    if (!parts.has(name)) parts.set(name, deployed.start(name, changes));
    return parts.get(name)!;
  };
  const redeploy = (name: string, changes: StartChanges = {}): EmulatedFunction => {
    parts.get(name)?.stop();
    parts.delete(name);
    before.delete(name);
    const environment = { ...patient.environment, ...changes.environment };
    return part(name, { ...patient, ...changes, environment });
  };
  const request = async (sent: GatewayRequest): Promise<GatewayAnswer> => {
    const name = partFor(sent.target);
    const headers = { [edgeHeaders.secret]: localSecret, ...sent.headers };
    return gateway.answer(name, () => part(name).invoke(gatewayEvent({ ...sent, headers })));
  };
  const logs = (): readonly { readonly group: string; readonly line: string }[] => [
    ...[...parts.values()].flatMap(({ lines }) => lines.map((line) => ({ group: "/aws/lambda/", line }))),
    ...gateway.lines.map((line) => ({ group: "/aws/vendedlogs/", line })),
  ];
  const measured = (): Measured[] => [
    ...gateway.measured(),
    ...[...parts].flatMap(([name, { lines, counts }]) => {
      const since = before.get(name) ?? { line: 0, counts: { Invocations: 0, Errors: 0, Throttles: 0 } };
      return [...embedded(lines.slice(since.line)), ...platform(deployed.idOf(name), counts, since.counts)];
    }),
  ];
  return {
    ...{ engine, store, table, part, redeploy, request, template: deployed.template },
    async ask(query, { headers = {}, variables = {} } = {}) {
      const sent = { "content-type": "application/json", ...headers };
      const body = JSON.stringify({ query, variables });
      const answer = await request({ method: "POST", target: "/graphql", headers: sent, body });
      return { ...answer, json: JSON.parse(answer.body.toString()) as GraphAnswer };
    },
    newPeriod() {
      gateway.newPeriod();
      for (const [name, { lines, counts }] of parts)
        before.set(name, { line: lines.length, counts: { ...counts } });
    },
    alarms: (...more) => ringing(deployed.template, [...measured(), ...more]),
    found: (section) =>
      runbookFilters()
        .filter(({ anchor }) => anchor === section)
        .flatMap(({ group, pattern }) => {
          const passes = logFilter(pattern);
          return logs()
            .filter((log) => group.startsWith(log.group) && passes(log.line))
            .map(({ line }) => line);
        }),
    async stop() {
      deployed.stop();
      await close();
      await store.close();
      await bucket.close();
      engine.close();
    },
  };
}

/** So long that no test depends on the speed of the machine; one about time says its own. */
const patient: StartChanges = { timeoutMs: 600_000, environment: { VICINATO_DEADLINE_MS: "99999" } };

/** The part whose function has the route. */
function partFor(target: string): string {
  const path = target.split("?")[0]!;
  const has = (routes: readonly string[]): boolean =>
    routes.some((route) =>
      new RegExp(`^${route.replace(/\{proxy\+\}/, ".+").replace(/\{\w+\}/, "[^/]+")}$`).test(path),
    );
  if (has(paths.upload)) return "UploadFunction";
  return has(paths.data) ? "DataFunction" : "ApiFunction";
}

/** What the gateway does by itself: its limits, its access log and its metrics. */
function gatewayOf({ template }: Deployed) {
  const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
  const { DefaultRouteSettings: limits, AccessLogSettings: log } = stage!.Properties;
  const lines: string[] = [];
  let period = { count: 0, client: 0, server: 0, line: 0 };
  let [tokens, filled] = [limits.ThrottlingBurstLimit as number, performance.now()];
  const taken = (): boolean => {
    const now = performance.now();
    tokens = Math.min(
      limits.ThrottlingBurstLimit,
      tokens + ((now - filled) / 1000) * limits.ThrottlingRateLimit,
    );
    filled = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
  const refuse = (status: number, message: string): Omit<GatewayAnswer, "outcome"> => ({
    ...{ status, headers: { "content-type": "application/json" } },
    body: Buffer.from(JSON.stringify({ message })),
  });
  const made = ({ answer, errorType }: Outcome): Omit<GatewayAnswer, "outcome"> => {
    if (errorType === "TooManyRequestsException") return refuse(503, "Service Unavailable");
    if (errorType !== null) return refuse(500, "Internal Server Error");
    const result = answer as GatewayResult;
    const headers = result.headers as Readonly<Record<string, string>> | undefined;
    return { status: result.statusCode!, headers: headers ?? {}, body: bodyOf(result) };
  };
  return {
    lines,
    async answer(route: string, call: () => Promise<Outcome>): Promise<GatewayAnswer> {
      const began = performance.now();
      const outcome = taken() ? await call() : null;
      const answer = outcome === null ? refuse(429, "Too Many Requests") : made(outcome);
      const latency = Math.round(performance.now() - began);
      const lambdaStatus = outcome?.errorType === "TooManyRequestsException" ? "429" : "200";
      const known: Readonly<Record<string, string>> = {
        routeKey: route,
        status: String(answer.status),
        integrationStatus: outcome === null ? "-" : lambdaStatus,
        responseLatency: String(latency),
        responseLength: String(answer.body.length),
        "error.responseType": outcome === null ? "THROTTLED" : "-",
      };
      lines.push(log.Format.replace(/\$context\.([\w.]+)/g, (_: string, name: string) => known[name] ?? "-"));
      period.count++;
      if (answer.status >= 500) period.server++;
      else if (answer.status >= 400) period.client++;
      return { ...answer, outcome };
    },
    newPeriod() {
      period = { count: 0, client: 0, server: 0, line: lines.length };
    },
    measured(): Measured[] {
      if (period.count === 0) return [];
      const of = (name: string, values: readonly number[]) => ({
        namespace: "AWS/ApiGateway",
        name,
        of: "",
        values,
      });
      // Each request is a sample of every metric. No latency: that of this machine is not that of AWS.
      const { count, client, server } = period;
      const samples = (counted: number) => Array.from({ length: count }, (_, i) => (i < counted ? 1 : 0));
      return [
        ...[of("Count", samples(count)), of("4xx", samples(client)), of("5xx", samples(server))],
        ...filtered(template, lines.slice(period.line)),
      ];
    },
  };
}

/** What the metric filters of the template count in lines of the gateway. */
function filtered(template: Template, lines: readonly string[]): Measured[] {
  return Object.values(template.findResources("AWS::Logs::MetricFilter")).flatMap(({ Properties }) =>
    Properties.MetricTransformations.map((to: { MetricNamespace: string; MetricName: string }) => ({
      ...{ namespace: to.MetricNamespace, name: to.MetricName, of: "" },
      values: lines.filter(logFilter(Properties.FilterPattern)).map(() => 1),
    })),
  );
}

/** The metrics that lines of a log hold, as CloudWatch takes them from lines that are JSON as a whole. */
function embedded(lines: readonly string[]): Measured[] {
  return lines.flatMap((line) => {
    const fields = line.includes('"_aws"') ? JSON.parse(line) : {};
    const directives: readonly Directive[] = fields._aws?.CloudWatchMetrics ?? [];
    return directives.flatMap(({ Namespace, Dimensions: [names = []], Metrics }) =>
      Metrics.map(({ Name }) => ({
        ...{ namespace: Namespace, name: Name, values: [Number(fields[Name])] },
        of: names.includes("Function") ? JSON.stringify({ Name: "Function", Value: fields.Function }) : "",
      })),
    );
  });
}

interface Directive {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string }[];
}

const platform = (
  id: string,
  counts: EmulatedFunction["counts"],
  before: EmulatedFunction["counts"],
): Measured[] =>
  (["Invocations", "Errors", "Throttles"] as const).map((name) => ({
    ...{ namespace: "AWS/Lambda", name, values: [counts[name] - before[name]] },
    of: JSON.stringify({ Ref: id }),
  }));
