import { Aws, Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { metricNamespace } from "../src/app/observe/metrics";
import type { AlarmSpec, Watched } from "./alarm-spec";

export interface HubHttpApiProps {
  /** Answers GraphQL, the page, the playground and the schema. */
  readonly api: IFunction;
  /** Answers what programs fetch: files, HSDS and the catalogue. */
  readonly data: IFunction;
  /** Takes files of partners; `null` where callers may change nothing. */
  readonly upload: IFunction | null;
  readonly accessLogGroup: ILogGroup;
  /** Bytes in five minutes above which an alarm rings. */
  readonly maxBytes: number;
  /** Requests per second of all clients together. @default 100 */
  readonly rateLimit?: number;
  /** Concurrent requests. @default 100 */
  readonly burstLimit?: number;
}

/** The paths of each function; the gateway answers any other with 404, without calling one. */
export const paths = {
  api: [
    "/",
    "/embed",
    "/graphql",
    "/page/{proxy+}",
    "/playground",
    "/playground/{proxy+}",
    "/schema",
    "/schema.graphql",
    "/status",
  ],
  data: [
    "/.well-known/{proxy+}",
    "/catalogue",
    "/catalogue.jsonld",
    "/catalogue.ttl",
    "/conformance",
    "/exports",
    "/exports/{proxy+}",
    "/favicon.ico",
    "/hsds",
    "/hsds/{proxy+}",
    "/robots.txt",
  ],
  upload: ["/uploads/{mapping}"],
} as const;

/**
 * One line per request. The route and not the path, because the query string of a GET carries the variables of an
 * operation, for instance where somebody lives. No header, so no token either, and no address: the line of the function with the same
 * id has a hash of it.
 */
export const accessLogFields = {
  requestId: "$context.requestId",
  // UTC, as 22/Nov/2026:10:00:00 +0000
  time: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  // The result of the Lambda call itself: 200 even if the function answers 404, 429 without a free instance.
  lambdaStatus: "$context.integrationStatus",
  latencyMs: "$context.responseLatency",
  functionLatencyMs: "$context.integrationLatency",
  bytes: "$context.responseLength",
  // Why the gateway rejected the request, for instance THROTTLED; "-" if it did not.
  refusal: "$context.error.responseType",
} as const;

/** In five minutes. */
const fewRequests = 300;

/** The front door: routes, throttling and access logs. */
export class HubHttpApi extends Construct implements Watched {
  readonly #api: HttpApi;
  readonly #stage: HttpStage;
  readonly #maxBytes: number;
  readonly #limitedName: string;

  constructor(scope: Construct, id: string, props: HubHttpApiProps) {
    super(scope, id);
    // No corsPreflight: the gateway would then answer OPTIONS itself, and the application has its own rules.
    this.#api = new HttpApi(this, "Api", {
      apiName: Stack.of(this).stackName,
      description: "Vicinato: public GraphQL API",
      createDefaultStage: false,
    });
    for (const name of ["api", "data", "upload"] as const) {
      const called = props[name];
      if (called === null) continue;
      const integration = new HttpLambdaIntegration(`Handler${name}`, called, {
        // One permission for the gateway instead of one per route: many routes reach the same function.
        scopePermissionToRoute: false,
      });
      for (const path of paths[name]) this.#api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    }

    this.#stage = new HttpStage(this, "Stage", {
      httpApi: this.#api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: props.rateLimit ?? 100, burstLimit: props.burstLimit ?? 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(props.accessLogGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.#maxBytes = props.maxBytes;
    this.#limitedName = `Limited ${Stack.of(this).stackName}`;
    new MetricFilter(this, "Limited", {
      logGroup: props.accessLogGroup,
      filterPattern: FilterPattern.stringValue("$.status", "=", "429"),
      metricNamespace,
      metricName: this.#limitedName,
      defaultValue: 0,
    });
    Validations.of(this.#api).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "The data is open, and only the edge gets an answer: it has the secret, the limits per address and the firewall.",
    });
  }

  /** Where the edge finds it. */
  get host(): string {
    return `${this.#api.apiId}.execute-api.${Stack.of(this).region}.${Aws.URL_SUFFIX}`;
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      ServerErrors: {
        metric: this.#serverErrorPercent(),
        above: 5,
        // Two, because at night a single failure among few requests is a high percentage.
        periods: 2,
        meaning: "More than 5 % of requests are answered with 5xx.",
        section: "server-errors",
        endsRelease: true,
      },
      SlowAnswers: {
        metric: this.#latencyP95(),
        above: 1500,
        periods: 3,
        meaning: "One request in twenty takes longer than 1.5 seconds.",
        section: "slow-answers",
      },
      ClientErrors: {
        metric: this.#share(this.#stage.metricClientError()),
        above: 40,
        periods: 3,
        meaning: "More than 40 % of many requests are answered with 4xx.",
        section: "client-errors",
      },
      Limited: {
        metric: this.#share(this.#limited()),
        above: 5,
        periods: 2,
        meaning: "More than 5 % of many requests are answered with 429.",
        section: "caller-limited",
      },
      BytesOut: {
        metric: this.#stage.metricDataProcessed({ statistic: "Sum" }),
        above: this.#maxBytes,
        periods: 3,
        meaning: "More bytes leave the hub than its people ask for: each costs.",
        section: "bytes-out",
      },
    };
  }

  /** In percent. Few requests are no share: a single visitor with a broken link would ring. */
  #share(part: Metric): MathExpression {
    return new MathExpression({
      label: "Percent of requests",
      expression: `IF(requests > ${fewRequests}, 100 * part / requests, 0)`,
      usingMetrics: { part: part.with({ statistic: "Sum" }), requests: this.#stage.metricCount() },
    });
  }

  /** Of the gateway and of the functions: only the log of the gateway has both. */
  #limited(): Metric {
    return new Metric({ namespace: metricNamespace, metricName: this.#limitedName });
  }

  /** Share of requests answered with 5xx, 0 to 100. No value without requests. */
  #serverErrorPercent(): MathExpression {
    return new MathExpression({
      label: "Server errors, percent",
      expression: "100 * errors / requests",
      usingMetrics: { errors: this.#stage.metricServerError(), requests: this.#stage.metricCount() },
    });
  }

  /** Milliseconds, gateway included, within which 95 of 100 requests are answered. */
  #latencyP95(): Metric {
    return this.#stage.metricLatency({ statistic: "p95" });
  }
}
