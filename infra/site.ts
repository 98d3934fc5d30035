import {
  type CfnResource,
  CustomResource,
  Duration,
  FileSystem,
  RemovalPolicy,
  Stack,
  Validations,
} from "aws-cdk-lib";
import {
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IOrigin,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { OriginGroup, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Grant } from "aws-cdk-lib/aws-iam";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { nodeFunction } from "./node-function";
import { SiteHeaders } from "./site-headers";

interface SiteProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`, and `site` beside it has the files. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
}

/** The page has a name in the bucket, where an address of nothing would be the list of it. */
export const startPage = `function handler(event) {
  var request = event.request;
  request.uri = "/page/index.html";
  return request;
}`;

/** The page, the playground and the schema as files in a bucket: they come from the edge whether the API answers or not. */
export class Site extends Construct {
  readonly #bucket: Bucket;
  readonly #headers: SiteHeaders;

  constructor(scope: Construct, id: string, { bundleFolder, logGroup }: SiteProps) {
    super(scope, id);
    this.#bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Everything in it is written again by the next deployment.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.#bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason: "Only the edge reads it, and what it has is public.",
    });
    this.#headers = new SiteHeaders(this, "Headers");
    this.#deploy(bundleFolder, logGroup);
  }

  /**
   * The addresses that the edge answers from the bucket. Where that has no file or does not answer, the hub is asked.
   * @param hub where the same files come from otherwise.
   */
  behaviours(hub: IOrigin): Record<string, BehaviorOptions> {
    const origin = new OriginGroup({
      primaryOrigin: S3BucketOrigin.withOriginAccessControl(this.#bucket),
      fallbackOrigin: hub,
      // Without the right to list, S3 answers for a missing file that it is forbidden.
      fallbackStatusCodes: [403, 404, 500, 502, 503, 504],
    });
    const files = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    };
    const start = new EdgeFunction(this, "StartPage", {
      comment: "Vicinato: the page at the address of the hub",
      code: FunctionCode.fromInline(startPage),
      runtime: FunctionRuntime.JS_2_0,
    });
    const functionAssociations = [{ function: start, eventType: FunctionEventType.VIEWER_REQUEST }];
    return {
      "/": { ...files, responseHeadersPolicy: this.#headers.start, functionAssociations },
      "/embed": { ...files, responseHeadersPolicy: this.#headers.embedded },
      "/page/*": { ...files, responseHeadersPolicy: this.#headers.page },
      "/playground/*": { ...files, responseHeadersPolicy: this.#headers.playground },
      "/schema": { ...files, responseHeadersPolicy: this.#headers.document },
      "/schema.graphql": { ...files, responseHeadersPolicy: this.#headers.text },
    };
  }

  #deploy(bundleFolder: string, logGroup: ILogGroup): void {
    const writer = nodeFunction(this, {
      name: "site",
      description: "Vicinato: writes the files of the page at a deployment",
      bundleFolder,
      logGroup,
      memorySize: 512,
      timeout: Duration.minutes(2),
    });
    Grant.addToPrincipal({
      grantee: writer,
      actions: ["s3:DeleteObject", "s3:PutObject"],
      resourceArns: [this.#bucket.arnForObjects("*")],
    });
    Grant.addToPrincipal({
      grantee: writer,
      actions: ["s3:ListBucket"],
      resourceArns: [this.#bucket.bucketArn],
    });
    const name = Stack.of(this).getLogicalId(this.#bucket.node.defaultChild as CfnBucket);
    Validations.of(writer.role!).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${name}.Arn>/*]`,
      reason: "The names of files have hashes of their contents, which nobody knows beforehand.",
    });
    Validations.of(writer).acknowledge({
      id: "Serverless-LambdaDLQ",
      reason: "CloudFormation alone calls it, waits for its answer, and rolls back without one.",
    });
    const files = new CustomResource(this, "Files", {
      serviceToken: writer.functionArn,
      properties: { bucket: this.#bucket.bucketName, content: FileSystem.fingerprint(bundleFolder) },
    });
    files.node.addDependency(writer.role!);
    // Seconds, in place of an hour, in which CloudFormation waits for a function that cannot answer.
    (files.node.defaultChild as CfnResource).addPropertyOverride("ServiceTimeout", 300);
  }
}
