import { RemovalPolicy } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import {
  AttributeType,
  Billing,
  type ITableV2,
  Operation,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Effect, Grant, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { envNames } from "../src/app/env";
import {
  allowancePartition,
  apiKeyPartition,
  auditPartition,
  historyPartition,
  longReaderPartition,
  tableDefinition,
  webhookPartition,
} from "../src/storage/engine/table-definition";
import type { AlarmSpec, Watched } from "./alarm-spec";
import type { ServedTable } from "./context";

export interface HubTableProps {
  /** Read units per second of the table and of each index: a limit of cost, not a size. */
  readonly maxReadUnits: number;
  /** Write units per second of the table and of each index. */
  readonly maxWriteUnits: number;
  /** Another table with the same keys to answer from; `null` for the table of this stack. */
  readonly served: ServedTable | null;
}

const key = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table, in the shape of `tableDefinition`. */
export class HubTable extends Construct implements Watched {
  /** The table that answers, and whose stream is followed: that of this stack, or a restored one. */
  readonly served: ITableV2;

  constructor(scope: Construct, id: string, props: HubTableProps) {
    super(scope, id);
    const caps = { maxReadRequestUnits: props.maxReadUnits, maxWriteRequestUnits: props.maxWriteUnits };
    const table = new TableV2(this, "Table", {
      partitionKey: key(tableDefinition.partitionKey),
      sortKey: key(tableDefinition.sortKey),
      globalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
        indexName: index.name,
        partitionKey: key(index.partitionKey),
        sortKey: key(index.sortKey),
        projectionType: ProjectionType.ALL,
        // Repeated for each index: indexes do not inherit them from the table.
        ...caps,
      })),
      billing: Billing.onDemand(caps),
      // Both images: a change also affects the lists that the record was in before.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      timeToLiveAttribute: tableDefinition.timeToLive,
      removalPolicy: RemovalPolicy.RETAIN,
      // AWS's own key: the data is open, so a key of ours would protect nothing and make restoring harder. Personal data changes this.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
    });
    this.served =
      props.served === null
        ? table
        : TableV2.fromTableAttributes(this, "Served", {
            tableName: props.served.name,
            tableStreamArn: props.served.streamArn,
          });
  }

  get servedName(): string {
    return this.served.tableName;
  }

  /** Lets a function read by key and by each index, and passes it the name of the table. No scan, which no request does, and no write. */
  grantRead(reader: LambdaFunction): Grant {
    reader.addEnvironment(envNames.tableName, this.servedName);
    const byKey = Grant.addToPrincipal({
      grantee: reader,
      actions: ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"],
      resourceArns: [this.served.tableArn],
    });
    const byIndex = Grant.addToPrincipal({
      grantee: reader,
      actions: ["dynamodb:Query"],
      resourceArns: tableDefinition.indexes.map(({ name }) => `${this.served.tableArn}/index/${name}`),
    });
    return byKey.combine(byIndex);
  }

  /** Lets a function write records one by one, as edits and uploads do: they check who owns them in the same transaction. */
  grantEdit(editor: LambdaFunction): Grant {
    const check = Grant.addToPrincipal({
      grantee: editor,
      actions: ["dynamodb:ConditionCheckItem"],
      resourceArns: [this.served.tableArn],
    });
    this.#keepHistory(editor);
    return this.#grantWrite(editor).combine(check);
  }

  /**
   * Denies a writer to change or remove entries of histories and audit trails. It only puts them, one by one. That a put replaces
   * nothing is a condition in the code: for a policy a new item and a replaced one are the same.
   */
  #keepHistory(writer: LambdaFunction): void {
    writer.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"],
        resources: [this.served.tableArn],
        conditions: {
          "ForAnyValue:StringLike": {
            "dynamodb:LeadingKeys": [`${historyPartition}*`, `${auditPartition}*`],
          },
        },
      }),
    );
  }

  /** Only edges are deleted: records leave tombstones. */
  #grantWrite(writer: LambdaFunction): Grant {
    return Grant.addToPrincipal({
      grantee: writer,
      actions: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
      resourceArns: [this.served.tableArn],
    });
  }

  /** Lets a function note the day on which a key was used last, and what callers spend; it reads no more of keys than other items. */
  grantNotingUse(reader: LambdaFunction): Grant {
    return Grant.addToPrincipal({
      grantee: reader,
      actions: ["dynamodb:UpdateItem"],
      resourceArns: [this.served.tableArn],
      conditions: {
        "ForAllValues:StringLike": {
          "dynamodb:LeadingKeys": [`${allowancePartition}*`, `${apiKeyPartition}*`],
        },
      },
    });
  }

  /** Lets a function note how far webhooks are. */
  grantDelivering(sender: LambdaFunction): Grant {
    return Grant.addToPrincipal({
      grantee: sender,
      actions: ["dynamodb:UpdateItem"],
      resourceArns: [this.served.tableArn],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${webhookPartition}*`] } },
    });
  }

  /** Lets a function say that it reads a whole version, so that publishers keep its pages. */
  grantLongReading(reader: LambdaFunction): Grant {
    return Grant.addToPrincipal({
      grantee: reader,
      actions: ["dynamodb:UpdateItem"],
      resourceArns: [this.served.tableArn],
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [longReaderPartition] } },
    });
  }

  /** Lets a function publish what is written. After a killed import it compares everything with the table. */
  grantPublish(publisher: LambdaFunction): Grant {
    return this.#grantWrite(publisher).combine(this.grantCompare(publisher));
  }

  /** Lets a function read the whole table, to compare it with what is published. */
  grantCompare(reader: LambdaFunction): Grant {
    return Grant.addToPrincipal({
      grantee: reader,
      actions: ["dynamodb:Scan"],
      resourceArns: [this.served.tableArn],
    });
  }

  /** Lets a function import and publish: it also deletes observations that a complete file no longer contains. */
  grantImport(importer: LambdaFunction): Grant {
    return this.grantPublish(importer);
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Errors: {
        metric: this.#systemErrors(),
        above: 0,
        periods: 2,
        meaning: "DynamoDB fails to answer reads.",
        section: "table-errors",
      },
      Throttled: {
        metric: this.#throttles(),
        above: 0,
        periods: 2,
        meaning: "DynamoDB refuses reads or writes: a cap is reached, or a partition is hot.",
        section: "table-throttled",
      },
    };
  }

  /** Reads that failed inside DynamoDB. */
  #systemErrors() {
    return this.served.metricSystemErrorsForOperations({
      operations: [Operation.BATCH_GET_ITEM, Operation.GET_ITEM, Operation.QUERY],
    });
  }

  /**
   * Reads and writes throttled by the caps above or a hot partition. Events and not `ThrottledRequests`, which miss a
   * batch that was throttled in part. DynamoDB counts each index separately.
   */
  #throttles() {
    const names = [null, ...tableDefinition.indexes.map(({ name }) => name)];
    const usingMetrics = Object.fromEntries(
      names.flatMap((indexName, position) => [
        [`r${position}`, this.#throttleEvents("ReadThrottleEvents", indexName)],
        [`w${position}`, this.#throttleEvents("WriteThrottleEvents", indexName)],
      ]),
    );
    // DynamoDB reports nothing if nothing is throttled, and a sum with a gap is a gap.
    const expression = Object.keys(usingMetrics)
      .map((id) => `FILL(${id}, 0)`)
      .join(" + ");
    return new MathExpression({ label: "Throttled reads and writes", expression, usingMetrics });
  }

  #throttleEvents(metricName: string, indexName: string | null) {
    return new Metric({
      namespace: "AWS/DynamoDB",
      metricName,
      statistic: "Sum",
      dimensionsMap: {
        TableName: this.servedName,
        ...(indexName === null ? {} : { GlobalSecondaryIndexName: indexName }),
      },
    });
  }
}
