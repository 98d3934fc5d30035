import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AlarmSpec, Watched } from "./alarm-spec";
import { failureQueue } from "./failure-queue";
import type { HubTable } from "./table";

export interface BackupCopyProps {
  readonly table: HubTable;
  /** Vault of another account or region. */
  readonly vaultArn: string;
}

const kept = Duration.days(35);

/**
 * A backup every night, and its copy in a vault of another account or region. Point-in-time recovery undoes a mistake; it is lost
 * with the account and the region, and the copy is not.
 */
export class BackupCopy extends Construct implements Watched {
  readonly #failures: Queue;

  constructor(scope: Construct, id: string, { table, vaultArn }: BackupCopyProps) {
    super(scope, id);
    const { tableArn } = table.served;
    const plan = new BackupPlan(this, "Plan", {
      backupVault: new BackupVault(this, "Vault", { removalPolicy: RemovalPolicy.RETAIN }),
    });
    plan.addRule(
      new BackupPlanRule({
        ruleName: "nightly",
        // After the imports and the check of the night.
        scheduleExpression: Schedule.cron({ minute: "0", hour: "6" }),
        deleteAfter: kept,
        copyActions: [
          {
            destinationBackupVault: BackupVault.fromBackupVaultArn(this, "Other", vaultArn),
            deleteAfter: kept,
          },
        ],
      }),
    );
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSBackupServiceRolePolicyForBackup"),
      ],
    });
    plan.addSelection("Table", {
      resources: [BackupResource.fromArn(tableArn)],
      role,
      disableDefaultBackupPolicy: true,
    });
    this.#failures = failureQueue(this, "Failures");
    const failed = new Rule(this, "Failed", {
      description: "Vicinato: a backup or its copy failed",
      eventPattern: {
        source: ["aws.backup"],
        detailType: ["Backup Job State Change", "Copy Job State Change"],
        detail: { state: ["ABORTED", "EXPIRED", "FAILED"], resourceArn: [tableArn] },
      },
      targets: [new SqsQueue(this.#failures)],
    });
    Validations.of(failed).acknowledge({
      id: "Serverless-EventBusDLQ",
      reason: "Its target is itself the queue where failures go.",
    });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
      reason: "AWS names this policy as the one that backups of tables and their copies need.",
    });
  }

  alarms(): Record<string, AlarmSpec> {
    return {
      Failed: {
        metric: this.#failures.metricApproximateNumberOfMessagesVisible(),
        above: 0,
        periods: 1,
        meaning: "Last night's backup, or its copy outside the account or region, failed.",
        section: "backup-failed",
      },
    };
  }
}
