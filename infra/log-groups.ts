import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * Logs hold IP addresses, which are personal data, so they live no longer than they are of use: access logs
 * three months, to see an abuse or a slow change; function logs one month, to find a fault.
 */
const logRetention = {
  access: RetentionDays.THREE_MONTHS,
  functions: RetentionDays.ONE_MONTH,
} as const;

/** One group each for the gateway, the functions and the state machines; they go with the stack, for the same reason. */
export class HubLogGroups extends Construct {
  readonly access: LogGroup;
  readonly functions: LogGroup;
  readonly machines: LogGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    this.access = new LogGroup(this, "Access", {
      // Under this prefix the gateway needs no entry in the account's log policy, which has room for few.
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
      // As that of the gateway.
      logGroupName: `/aws/vendedlogs/${stackName}/machines`,
      retention: logRetention.functions,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
