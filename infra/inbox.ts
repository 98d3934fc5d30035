import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { SfnStateMachine } from "aws-cdk-lib/aws-events-targets";
import { Grant, ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { envNames } from "../src/app/env";
import { reportsFolder } from "../src/ingest/acquire/inbox-layout";

/**
 * The bucket into which stewards and systems put the files that nobody publishes at an address, each under the code of its source. The
 * answer of the hub lies beside it, under `reports/`. Every file that was ever there stays: an import can be repeated from it.
 */
export class Inbox extends Construct {
  readonly #bucket: Bucket;
  /** For a person, or the role of a system, that gives files: the operators attach it. */
  readonly givers: ManagedPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          // Two editions of a yearly file.
          noncurrentVersionExpiration: Duration.days(800),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { prefix: reportsFolder, expiration: Duration.days(90) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // By itself: the property of the CDK would add a function of its own to do it.
    (this.#bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    const files = this.#bucket.arnForObjects("*");
    this.givers = new ManagedPolicy(this, "Givers", {
      description: "Puts files into the inbox of the hub, and reads its reports",
      statements: [
        new PolicyStatement({ actions: ["s3:PutObject"], resources: [files] }),
        new PolicyStatement({
          actions: ["s3:GetObject"],
          resources: [this.#bucket.arnForObjects(`${reportsFolder}*`)],
        }),
      ],
    });
    Validations.of(this.#bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason: "Every version of every file stays, and the import run of each names its checksum.",
    });
    this.#acknowledge(this.givers);
  }

  get bucketName(): string {
    return this.#bucket.bucketName;
  }

  /** Starts the machine with the name of each file that arrives. */
  starts(machine: StateMachine, unstarted: Queue): void {
    new Rule(this, "Arrived", {
      description: "Vicinato: import the source of a file that was put into the inbox",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: {
          bucket: { name: [this.#bucket.bucketName] },
          object: { key: [{ "anything-but": { prefix: reportsFolder } }] },
        },
      },
      targets: [
        new SfnStateMachine(machine, {
          input: RuleTargetInput.fromObject({ upload: EventField.fromPath("$.detail.object.key") }),
          deadLetterQueue: unstarted,
        }),
      ],
    });
  }

  /** Lets the function that imports read the files and write its reports, and passes it the name of the bucket. */
  grantImport(importer: LambdaFunction): void {
    importer.addEnvironment(envNames.inboxBucket, this.#bucket.bucketName);
    const grant = (actions: string[], ...resourceArns: string[]) =>
      Grant.addToPrincipal({ grantee: importer, actions, resourceArns });
    grant(["s3:GetObject"], this.#bucket.arnForObjects("*"));
    grant(["s3:PutObject"], this.#bucket.arnForObjects(`${reportsFolder}*`));
    grant(["s3:ListBucket"], this.#bucket.bucketArn);
    this.#acknowledge(importer.role!);
  }

  #acknowledge(of: Construct): void {
    const name = Stack.of(this).getLogicalId(this.#bucket.node.defaultChild as CfnBucket);
    for (const folder of ["", reportsFolder])
      Validations.of(of).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${name}.Arn>/${folder}*]`,
        reason: "Stewards choose the names of files, so nobody knows them beforehand.",
      });
  }
}
