import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * Logs contain IP addresses, which are personal data, so they are kept only while useful: access logs for three months,
 * to see abuse or a slow change; function logs for one month, to find a fault.
 */
const logRetention = {
  access: RetentionDays.THREE_MONTHS,
  functions: RetentionDays.ONE_MONTH,
} as const;

/**
 * One group each for the gateway, the functions and the state machines; they are deleted with the stack, for the same
 * reason.
 */
export class HubLogGroups extends Construct {
  readonly access: LogGroup;
  readonly functions: LogGroup;
  readonly machines: LogGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    this.access = new LogGroup(this, "Access", {
      // With this prefix the gateway needs no entry in the account's log policy, which is limited in size.
      logGroupName: `/aws/vendedlogs/${stackName}/access`,
      retention: logRetention.access,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.functions = new LogGroup(this, "Functions", {
      logGroupName: `/aws/lambda/${stackName}/api`,
      retention: logRetention.functions,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.machines = new LogGroup(this, "Machines", {
      // The same prefix as for the gateway.
      logGroupName: `/aws/vendedlogs/${stackName}/machines`,
      retention: logRetention.functions,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
