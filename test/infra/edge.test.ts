import { Template } from "aws-cdk-lib/assertions";
import { limitRules } from "../../infra/firewall";
import { paths } from "../../infra/http-api";
import { startPage } from "../../infra/site";
import { stages } from "../../infra/stages";
import { edgeHeaders, envNames } from "../../src/app/env";
import { deployment } from "./synth-hub";

const stacks = deployment({ domainName: null });
const [edge, hub, guard] = [stacks.edge, stacks.hub, stacks.guard].map((stack) =>
  Template.fromStack(stack),
) as [Template, Template, Template];

const only = (template: Template, type: string) => {
  const found = Object.values(template.findResources(type));
  expect(found).toHaveLength(1);
  return found[0]!.Properties;
};

const config = only(hub, "AWS::CloudFront::Distribution").DistributionConfig;
const policyOf = (type: string, id: { Ref: string }) => hub.findResources(type)[id.Ref]!.Properties;
const functionsOf = (template: Template) => Object.entries(template.findResources("AWS::Lambda::Function"));

describe("the edge", () => {
  test("has the firewall of us-east-1, and the newest TLS", () => {
    expect(config).toMatchObject({ HttpVersion: "http2and3", PriceClass: "PriceClass_100" });
    expect(JSON.stringify(config.WebACLId)).toContain("us-east-1");
    expect(JSON.stringify(config.WebACLId)).toContain("vicinato-test-edge");
  });

  test("keeps an answer as long as it says, in one copy for each form, and with a key in none for others", () => {
    const { DefaultCacheBehavior } = config;
    const policy = policyOf(
      "AWS::CloudFront::CachePolicy",
      DefaultCacheBehavior.CachePolicyId,
    ).CachePolicyConfig;
    expect(policy).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 });
    expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      CookiesConfig: { CookieBehavior: "none" },
      EnableAcceptEncodingGzip: true,
      EnableAcceptEncodingBrotli: false,
      HeadersConfig: { Headers: expect.arrayContaining(["accept", "authorization"]) },
      QueryStringsConfig: { QueryStringBehavior: "all" },
    });
    expect(DefaultCacheBehavior).toMatchObject({
      Compress: false,
      ViewerProtocolPolicy: "redirect-to-https",
    });
    expect(DefaultCacheBehavior.AllowedMethods).toContain("POST");
  });

  test("proves itself to the functions, which know its secret and the next one, and learn the address of the client", () => {
    const origin = config.Origins.find(
      ({ CustomOriginConfig }: { CustomOriginConfig?: unknown }) => CustomOriginConfig,
    );
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: "https-only",
      OriginSSLProtocols: ["TLSv1.2"],
    });
    const [{ HeaderName, HeaderValue }] = origin.OriginCustomHeaders;
    expect(HeaderName).toBe(edgeHeaders.secret);
    const [sent, next] = Object.keys(hub.findResources("AWS::SecretsManager::Secret"));
    const resolved = (secret: string | undefined) =>
      `"{{resolve:secretsmanager:",{"Ref":"${secret}"},":SecretString:::}}`;
    expect(JSON.stringify(HeaderValue)).toContain(resolved(sent));
    const answering = functionsOf(hub).filter(([id]) => /^(Api|Data|Upload)Function/.test(id));
    expect(answering).toHaveLength(3);
    for (const [, { Properties }] of answering) {
      const { Variables } = Properties.Environment;
      expect(JSON.stringify(Variables[envNames.originSecrets])).toContain(
        `${resolved(sent)},{{resolve`.slice(0, 40),
      );
      expect(JSON.stringify(Variables[envNames.originSecrets])).toContain(`{"Ref":"${next}"}`);
      expect(Variables[envNames.addressHeader]).toBe(edgeHeaders.address);
    }
    const { OriginRequestPolicyId } = config.DefaultCacheBehavior;
    const { HeadersConfig } = policyOf(
      "AWS::CloudFront::OriginRequestPolicy",
      OriginRequestPolicyId,
    ).OriginRequestPolicyConfig;
    expect(HeadersConfig.Headers).toContain(edgeHeaders.address);
    // With the host of the client the gateway finds no API.
    expect(HeadersConfig.HeaderBehavior).toBe("whitelist");
    expect(HeadersConfig.Headers).not.toContain("host");
  });

  test("links of the catalogue and of HSDS name the edge, and not the gateway", () => {
    const [, data] = functionsOf(hub).find(([id]) => id.startsWith("DataFunction"))!;
    const { [envNames.publicUrl]: url } = data.Properties.Environment.Variables;
    expect(JSON.stringify(url)).toMatch(
      /"https:\/\/",\{"Fn::GetAtt":\["EdgeDistribution\w+","DomainName"\]\}/,
    );
  });

  test("sends the page, the playground and the schema from the bucket, and asks the hub where that has none", () => {
    const behaviours: { PathPattern: string; TargetOriginId: string }[] = config.CacheBehaviors;
    const patterns = behaviours.map(({ PathPattern }) => PathPattern);
    expect(patterns).toEqual(["/", "/embed", "/page/*", "/playground/*", "/schema", "/schema.graphql"]);
    // Addresses of the API, so that the hub answers the same.
    expect(patterns.map((pattern) => pattern.replace("*", "{proxy+}"))).toEqual(
      paths.api.filter((path) => !["/graphql", "/playground", "/status"].includes(path)),
    );
    const groups = config.OriginGroups.Items;
    for (const { TargetOriginId } of behaviours)
      expect(groups.map(({ Id }: { Id: string }) => Id)).toContain(TargetOriginId);
    expect(groups[0].FailoverCriteria.StatusCodes.Items).toEqual(expect.arrayContaining([403, 404, 503]));
    const bucket = config.Origins.find(({ S3OriginConfig }: { S3OriginConfig?: unknown }) => S3OriginConfig);
    expect(bucket.OriginAccessControlId).toBeDefined();
  });

  test("shows the page at the address of the hub", () => {
    const handler = new Function(`${startPage}; return handler;`)();
    expect(handler({ request: { uri: "/", querystring: {} } })).toEqual({
      uri: "/page/index.html",
      querystring: {},
    });
  });
});

describe("the firewall", () => {
  const acl = only(edge, "AWS::WAFv2::WebACL");
  const ruleOf = (name: string) => acl.Rules.find(({ Name }: { Name: string }) => Name === name);

  test("limits one address and all together, and says so in the form of the hub", () => {
    expect(ruleOf(limitRules.perAddress).Statement.RateBasedStatement).toMatchObject({
      ...{ AggregateKeyType: "IP", Limit: stages.prod.edge.perAddress, EvaluationWindowSec: 60 },
    });
    expect(ruleOf(limitRules.together).Statement.RateBasedStatement).toMatchObject({
      ...{ AggregateKeyType: "CONSTANT", Limit: stages.prod.edge.together, EvaluationWindowSec: 60 },
    });
    for (const name of Object.values(limitRules))
      expect(ruleOf(name).Action.Block.CustomResponse).toMatchObject({ ResponseCode: 429 });
    expect(JSON.parse(acl.CustomResponseBodies.TooMany.Content)).toMatchObject({
      ...{ status: 429, code: "RATE_LIMITED", detailIt: expect.any(String) },
    });
  });

  test("blocks neither uploads nor long operations: what looks at contents only counts", () => {
    const common = ruleOf("AWSManagedRulesCommonRuleSet").Statement.ManagedRuleGroupStatement;
    const counted = common.RuleActionOverrides.map(({ Name }: { Name: string }) => Name);
    expect(counted).toEqual(
      expect.arrayContaining(["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]),
    );
    for (const { ActionToUse } of common.RuleActionOverrides) expect(ActionToUse).toEqual({ Count: {} });
  });

  test("priorities are its own", () => {
    const priorities = acl.Rules.map(({ Priority }: { Priority: number }) => Priority);
    expect(new Set(priorities).size).toBe(priorities.length);
  });
});

describe("the guard", () => {
  const alarmOf = (metric: string) => {
    const [alarm] = Object.values(
      guard.findResources("AWS::CloudWatch::Alarm", { Properties: { MetricName: metric } }),
    );
    return alarm!.Properties;
  };
  const brakeTopic = () => only(guard, "AWS::SNS::Subscription").TopicArn;

  test("warns of the budget, and pulls the brake with the last dollar or a flood", () => {
    const { Budget, NotificationsWithSubscribers } = only(guard, "AWS::Budgets::Budget");
    expect(Budget.BudgetLimit).toEqual({ Amount: stages.prod.monthlyBudget, Unit: "USD" });
    const brake = brakeTopic();
    const pulled = NotificationsWithSubscribers.filter(
      ({ Subscribers }: { Subscribers: { Address: unknown }[] }) =>
        JSON.stringify(Subscribers[0]!.Address) === JSON.stringify(brake),
    );
    expect(pulled.map(({ Notification }: { Notification: unknown }) => Notification)).toMatchObject([
      { NotificationType: "ACTUAL", Threshold: 100 },
    ]);
    const alarm = alarmOf("BytesDownloaded");
    expect(alarm).toMatchObject({
      Threshold: stages.prod.floodGigabytes * 1e9,
      AlarmActions: expect.arrayContaining([brake]),
    });
    // Only people hear of its end: a brake that lifts itself would let the flood go on.
    expect(alarm.OKActions).toBeUndefined();
    expect(alarm.AlarmDescription).toMatch(/docs\/runbook\.md#flood$/);
  });

  test("rings for people when the brake fails, or is not reached", () => {
    const people = alarmOf("BytesDownloaded").AlarmActions.map((topic: unknown) => JSON.stringify(topic));
    for (const name of ["Errors", "ApproximateNumberOfMessagesVisible"]) {
      const alarm = alarmOf(name);
      expect(alarm).toMatchObject({ Threshold: 0, ComparisonOperator: "GreaterThanThreshold" });
      // Not the brake itself, which would be called by its own failure.
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(people).toContain(JSON.stringify(alarm.AlarmActions[0]));
      expect(alarm.AlarmActions[0]).not.toEqual(brakeTopic());
    }
  });

  test("its brake may change that firewall, and nothing else", () => {
    const policies = Object.values(guard.findResources("AWS::IAM::Policy"));
    const actions = policies.flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: unknown }) => Action),
    );
    expect([...new Set(actions)].filter((action) => !/^(logs|xray):/.test(String(action))).sort()).toEqual([
      "wafv2:GetWebACL",
      "wafv2:UpdateWebACL",
    ]);
  });
});

test("a domain has a certificate of us-east-1, and its name is that of every link", () => {
  const own = deployment({ domainName: "data.example.org" });
  const template = Template.fromStack(own.hub);
  const { Aliases, ViewerCertificate } = only(template, "AWS::CloudFront::Distribution").DistributionConfig;
  expect([Aliases, ViewerCertificate]).toMatchObject([
    ["data.example.org"],
    { MinimumProtocolVersion: "TLSv1.2_2021", SslSupportMethod: "sni-only" },
  ]);
  const [, data] = functionsOf(template).find(([id]) => id.startsWith("DataFunction"))!;
  expect(data.Properties.Environment.Variables[envNames.publicUrl]).toBe("https://data.example.org/");
  Template.fromStack(own.edge).hasResourceProperties("AWS::CertificateManager::Certificate", {
    DomainName: "data.example.org",
    ValidationMethod: "DNS",
  });
});
