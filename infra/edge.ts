import { Duration, Validations } from "aws-cdk-lib";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import { edgeHeaders } from "../src/app/env";
import type { HubHttpApi } from "./http-api";
import type { OriginSecrets } from "./origin-secrets";
import type { Site } from "./site";

/** The name under which clients know the hub, with its certificate of us-east-1. */
export interface EdgeDomain {
  readonly name: string;
  readonly certificate: ICertificate;
}

export interface HubEdgeProps {
  readonly http: HubHttpApi;
  readonly secrets: OriginSecrets;
  readonly site: Site;
  readonly webAclArn: string;
  /** `null` for a name of CloudFront. */
  readonly domain: EdgeDomain | null;
}

/** What every client reaches: CloudFront, with a firewall, before the gateway and the files of the page. */
export class HubEdge extends Construct {
  readonly distribution: Distribution;
  /** The address of the hub for its clients, with a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { http, secrets, site, webAclArn, domain }: HubEdgeProps) {
    super(scope, id);
    const origin = new HttpOrigin(http.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      // The gateway ends a request after 30 seconds.
      readTimeout: Duration.seconds(30),
      customHeaders: { [edgeHeaders.secret]: secrets.sent },
    });
    this.distribution = new Distribution(this, "Distribution", {
      comment: "Vicinato",
      webAclId: webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Europe and North America: nearest to the readers, and with the lowest price for traffic.
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && {
        domainNames: [domain.name],
        certificate: domain.certificate,
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultBehavior: { ...this.#answers(), origin },
      additionalBehaviors: site.behaviours(origin),
    });
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}/`;
    Validations.of(this.distribution).acknowledge(
      { id: "AwsSolutions-CFR1", reason: "Open data of a city are for readers in every country." },
      {
        id: "AwsSolutions-CFR3",
        reason:
          "Its log would name addresses and what they ask, such as where somebody lives; the gateway logs routes.",
      },
    );
    if (domain === null)
      Validations.of(this.distribution).acknowledge({
        id: "AwsSolutions-CFR4",
        reason:
          "Only a hub with a domain of its own can choose: under its own name CloudFront sets the versions of TLS.",
      });
  }

  /** Of the API: an answer is cached as long as it says. */
  #answers(): Omit<BehaviorOptions, "origin"> {
    return {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // The hub compresses what is worth it, with a tag for each form.
      compress: false,
      cachePolicy: new CachePolicy(this, "AnswerCache", {
        comment: "As long as the answer says; never one with a key",
        // Without cache-control nothing is kept; a file of one version says a year.
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        queryStringBehavior: CacheQueryStringBehavior.all(),
        cookieBehavior: CacheCookieBehavior.none(),
        // With the key in it, a request with a key never gets what others got; its own answer is `private` or `no-store`.
        headerBehavior: CacheHeaderBehavior.allowList("accept", "accept-language", "authorization"),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: false,
      }),
      originRequestPolicy: new OriginRequestPolicy(this, "RequestHeaders", {
        comment:
          "What the hub reads, and the address of the client. Not the host, by which the gateway finds the API",
        headerBehavior: OriginRequestHeaderBehavior.allowList(
          "content-encoding",
          "content-type",
          edgeHeaders.address,
          "x-request-id",
        ),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
    };
  }
}
