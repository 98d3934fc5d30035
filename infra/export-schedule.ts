import { Duration, RemovalPolicy, Size, Stack, Validations } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import { Grant } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { envNames } from "../src/app/env";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import { nodeFunction } from "./node-function";
import { repeatedCall } from "./repeated-call";
import type { HubTable } from "./table";

export interface ExportScheduleProps {
  /** Folder that is uploaded unchanged; its `index.js` exports `handler`. */
  readonly bundleFolder: string;
  readonly logGroup: ILogGroup;
  readonly table: HubTable;
}

/** Looks for a newer version every five minutes, writes its files, and keeps them in a bucket that clients cannot list. */
export class ExportSchedule extends Construct implements Watched {
  readonly #bucket: Bucket;
  readonly #function: LambdaFunction;
  readonly #unstarted: Queue;

  constructor(scope: Construct, id: string, props: ExportScheduleProps) {
    super(scope, id);
    this.#bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Pages of other sites follow the redirection to a large file; without a signed address they still get nothing.
      cors: [
        {
          allowedOrigins: ["*"],
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
          allowedHeaders: ["range"],
          exposedHeaders: ["accept-ranges", "content-disposition", "content-range", "etag"],
          maxAge: 86_400,
        },
      ],
      versioned: true,
      lifecycleRules: [
        // The exporter removes what no version names; for a month a mistake can be undone.
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { expiredObjectDeleteMarker: true },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#function = nodeFunction(this, {
      name: "export",
      description: "Vicinato: writes whole sets as files",
      bundleFolder: props.bundleFolder,
      logGroup: props.logGroup,
      // A whole processor comes with 1,769 MB; rows are streamed and need little memory.
      memorySize: 1769,
      ephemeralStorageSize: Size.gibibytes(4),
      timeout: Duration.minutes(15),
    });
    props.table.grantRead(this.#function);
    props.table.grantLongReading(this.#function);
    this.#grantFiles(this.#function, ["s3:DeleteObject", "s3:PutObject"]);
    this.#unstarted = failureQueue(this, "Unstarted");
    repeatedCall(this, this.#function, {
      // The function itself keeps to one export in a quarter of an hour. Two that overlap would write the same files.
      every: Duration.minutes(5),
      description: "Vicinato: export newer data",
      unstarted: this.#unstarted,
    });
    Validations.of(this.#bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason: "Only two functions read it; the log of the gateway has every request for a file.",
    });
  }

  /** Exports what a machine imported as soon as it ends, failed or not: a failure may be that of one source of many. */
  after(machine: StateMachine): void {
    new Rule(this, "Imported", {
      description: "Vicinato: export what was imported",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: { stateMachineArn: [machine.stateMachineArn], status: ["FAILED", "SUCCEEDED"] },
      },
      targets: [new LambdaTarget(this.#function, { deadLetterQueue: this.#unstarted, retryAttempts: 2 })],
    });
  }

  /** Gives a function the right to read the files, and the name of the bucket. */
  grantRead(reader: LambdaFunction): void {
    this.#grantFiles(reader, []);
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: this.#function.metricErrors({ statistic: "Sum" }),
        above: 0,
        // One failure may be a call to the store; the next run is five minutes later.
        periods: 2,
        meaning: "Files for download could not be written: the last ones stay.",
        section: "export-failed",
      },
    };
  }

  /** Without the right to list, S3 answers for a missing file that it is forbidden. */
  #grantFiles(user: LambdaFunction, more: readonly string[]): void {
    user.addEnvironment(envNames.exportsBucket, this.#bucket.bucketName);
    Grant.addToPrincipal({
      grantee: user,
      actions: ["s3:GetObject", ...more],
      resourceArns: [this.#bucket.arnForObjects("*")],
    });
    Grant.addToPrincipal({
      grantee: user,
      actions: ["s3:ListBucket"],
      resourceArns: [this.#bucket.bucketArn],
    });
    const name = Stack.of(this).getLogicalId(this.#bucket.node.defaultChild as CfnBucket);
    Validations.of(user.role!).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${name}.Arn>/*]`,
      reason: "The names of files are hashes of their contents, which nobody knows beforehand.",
    });
  }
}
