import { Stack } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { EdgeLimits } from "./stages";

/** Names of the rules with the numbers of a stage: the brake finds them by these. */
export const limitRules = { perAddress: "PerAddress", together: "Together" } as const;

/** Rules of AWS, with those that are only counted because usual requests of the hub break them. */
const managed = [
  { name: "AWSManagedRulesAmazonIpReputationList", counted: [] },
  { name: "AWSManagedRulesKnownBadInputsRuleSet", counted: [] },
  {
    name: "AWSManagedRulesCommonRuleSet",
    counted: [
      // Programs of partners.
      "NoUserAgent_HEADER",
      // An operation in an address may have 8 kB, and an upload 3 MB.
      "SizeRestrictions_QUERYSTRING",
      "SizeRestrictions_BODY",
      // Operations, and texts and links of records, are no code of this server: GraphQL and the checks of records read them.
      "CrossSiteScripting_BODY",
      "CrossSiteScripting_QUERYARGUMENTS",
      "EC2MetaDataSSRF_BODY",
      "EC2MetaDataSSRF_QUERYARGUMENTS",
      "GenericLFI_BODY",
      "GenericLFI_QUERYARGUMENTS",
      "GenericRFI_BODY",
      "GenericRFI_QUERYARGUMENTS",
      "RestrictedExtensions_QUERYARGUMENTS",
    ],
  },
] as const;

const tooMany = {
  type: "about:blank",
  title: "Too Many Requests",
  status: 429,
  detail:
    "Too many requests came in the last minute. Wait a minute, and repeat a GET rather than a POST: it is cached.",
  detailIt:
    "Nell'ultimo minuto sono arrivate troppe richieste. Attendere un minuto e preferire GET a POST: la risposta viene dalla cache.",
  code: "RATE_LIMITED",
};

/** The firewall of the edge: what AWS knows as attacks, and requests a minute from one address and from all together. */
export class Firewall extends Construct {
  readonly arn: string;
  readonly aclId: string;
  readonly aclName: string;

  constructor(scope: Construct, id: string, limits: EdgeLimits) {
    super(scope, id);
    this.aclName = `${Stack.of(this).stackName}-firewall`;
    const acl = new CfnWebACL(this, "Acl", {
      name: this.aclName,
      description: "Vicinato: attacks that AWS knows, and requests a minute",
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("Firewall"),
      customResponseBodies: {
        TooMany: { contentType: "APPLICATION_JSON", content: JSON.stringify(tooMany) },
      },
      rules: [
        ...managed.map(managedRule),
        ...Object.entries(limitRules).map(([limit, name], at) =>
          limitRule(name, limits[limit as keyof EdgeLimits], limit === "perAddress", managed.length + at),
        ),
      ],
    });
    this.arn = acl.attrArn;
    this.aclId = acl.attrId;
  }
}

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // Samples show addresses and what they ask.
  sampledRequestsEnabled: false,
});

function managedRule({ name, counted }: (typeof managed)[number], priority: number): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    visibilityConfig: visible(name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

function limitRule(
  name: string,
  limit: number,
  isPerAddress: boolean,
  priority: number,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: "TooMany",
          responseHeaders: [{ name: "retry-after", value: "60" }],
        },
      },
    },
    visibilityConfig: visible(name),
    statement: {
      rateBasedStatement: {
        limit,
        evaluationWindowSec: 60,
        ...(isPerAddress
          ? { aggregateKeyType: "IP" }
          : { aggregateKeyType: "CONSTANT", scopeDownStatement: everyRequest }),
      },
    },
  };
}

/** Without a condition the firewall does not count all together. */
const everyRequest: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString: "/",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};
