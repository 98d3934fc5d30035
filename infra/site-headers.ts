import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import { webPolicies } from "../src/app/web-policies";

const override = true;

/** What the hub says with every answer; files of a bucket have only their type and their freshness. */
const always = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "cross-origin",
  "origin-agent-cluster": "?1",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-permitted-cross-domain-policies": "none",
} as const;

interface Headers {
  /** `null` for a text. */
  readonly policy: string | null;
  readonly isFramed?: boolean;
  /** What a page of an application says of the position of its visitor. */
  readonly geolocation?: "()" | "(self)";
}

/** The headers of the files that the edge sends, as the hub itself would send them. */
export class SiteHeaders extends Construct {
  readonly start = this.#headers("Start", { policy: webPolicies.frontPage, geolocation: "(self)" });
  readonly embedded = this.#headers("Embedded", {
    policy: webPolicies.embedded,
    isFramed: true,
    geolocation: "()",
  });
  readonly page = this.#headers("Page", { policy: webPolicies.frontPage, geolocation: "()" });
  readonly playground = this.#headers("Playground", { policy: webPolicies.playground, geolocation: "()" });
  readonly document = this.#headers("Document", { policy: webPolicies.document });
  readonly text = this.#headers("Text", { policy: null });

  #headers(id: string, { policy, isFramed = false, geolocation }: Headers): ResponseHeadersPolicy {
    const custom = { ...always, ...(geolocation && { "permissions-policy": `geolocation=${geolocation}` }) };
    const security: ResponseSecurityHeadersBehavior = {
      ...(policy && { contentSecurityPolicy: { contentSecurityPolicy: policy, override } }),
      ...(!isFramed && { frameOptions: { frameOption: HeadersFrameOption.DENY, override } }),
      contentTypeOptions: { override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(180),
        includeSubdomains: true,
        override,
      },
      xssProtection: { protection: false, override },
    };
    return new ResponseHeadersPolicy(this, id, {
      comment: "Vicinato: what the hub says with these files",
      securityHeadersBehavior: security,
      customHeadersBehavior: {
        customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override })),
      },
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: ["*"],
        accessControlAllowMethods: ["GET", "HEAD"],
        accessControlAllowOrigins: ["*"],
        originOverride: true,
      },
    });
  }
}
