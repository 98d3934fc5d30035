import {
  GetWebACLCommand,
  type Rule,
  UpdateWebACLCommand,
  WAFOptimisticLockException,
  WAFV2Client,
} from "@aws-sdk/client-wafv2";

/** Requests a minute, by the limit. */
type Limits = Readonly<Record<"perAddress" | "together", number>>;

/** What the stack says of the firewall. */
export interface BrakeSettings {
  readonly firewall: { readonly Id: string; readonly Name: string; readonly Scope: "CLOUDFRONT" };
  /** Names of the rules with the limits. */
  readonly rules: Readonly<Record<keyof Limits, string>>;
  readonly usual: Limits;
  readonly braked: Limits;
}

/** Firewalls of the edge, in the region of the function. */
export const firewallClient = (): WAFV2Client => new WAFV2Client();

export type BrakeState = "lift" | "pull";

/** A deployment may change the firewall at the same moment. */
const attempts = 3;

/** Sets the limits of the firewall to those of the brake, or to the usual ones. Everything else in it stays as it is. */
export async function setBrake(
  state: BrakeState,
  { firewall, rules, usual, braked }: BrakeSettings,
  client: Pick<WAFV2Client, "send">,
): Promise<void> {
  const limits = state === "pull" ? braked : usual;
  const limitOf = new Map(
    Object.entries(rules).map(([limit, name]) => [name, limits[limit as keyof Limits]]),
  );
  for (let left = attempts - 1; ; left--) {
    const { WebACL: present, LockToken } = await client.send(new GetWebACLCommand(firewall));
    const { Rules = [], DefaultAction, VisibilityConfig, Description, CustomResponseBodies } = present!;
    const changed = Rules.map((rule) => withLimit(rule, limitOf.get(rule.Name!)));
    const found = changed.filter((rule, at) => rule !== Rules[at]).length;
    if (found !== limitOf.size)
      throw new Error(
        `The firewall ${firewall.Name} has ${found} of ${limitOf.size} limits: deploy its stack.`,
      );
    try {
      const rest = { DefaultAction, VisibilityConfig, Description, CustomResponseBodies };
      await client.send(new UpdateWebACLCommand({ ...firewall, ...rest, Rules: changed, LockToken }));
      return;
    } catch (error) {
      if (!(error instanceof WAFOptimisticLockException) || left === 0) throw error;
    }
  }
}

function withLimit(rule: Rule, limit: number | undefined): Rule {
  const rate = rule.Statement?.RateBasedStatement;
  if (limit === undefined || rate === undefined) return rule;
  return { ...rule, Statement: { RateBasedStatement: { ...rate, Limit: limit } } };
}

/** What somebody wants of the brake: an operator by a call, the budget and an alarm by their topic. */
export interface BrakeEvent {
  readonly brake?: BrakeState;
  readonly Records?: readonly { readonly Sns: { readonly Message: string } }[];
}

/** @throws Error for a call that says neither: a typing error must not count as a wish. */
export function wantedBy({ brake, Records }: BrakeEvent): BrakeState | null {
  if (Records !== undefined) return Records.some(({ Sns }) => isBeyond(Sns.Message)) ? "pull" : null;
  if (brake === "lift" || brake === "pull") return brake;
  throw new Error('Say what the brake has to do: {"brake":"lift"} or {"brake":"pull"}.');
}

/** A budget sends a text when a share is spent, and an alarm JSON whenever its state changes. */
function isBeyond(message: string): boolean {
  try {
    return (JSON.parse(message) as { readonly NewStateValue?: string }).NewStateValue === "ALARM";
  } catch {
    return true;
  }
}
