import { WAFOptimisticLockException, type WAFV2Client } from "@aws-sdk/client-wafv2";
import { type BrakeSettings, setBrake, wantedBy } from "../../src/app/brake/brake";

const settings: BrakeSettings = {
  firewall: { Id: "1", Name: "firewall", Scope: "CLOUDFRONT" },
  rules: { perAddress: "PerAddress", together: "Together" },
  usual: { perAddress: 1_500, together: 30_000 },
  braked: { perAddress: 30, together: 120 },
};

const rate = (Name: string, Limit: number, AggregateKeyType: string) => ({
  ...{ Name, Priority: 1, Action: { Block: {} } },
  Statement: { RateBasedStatement: { Limit, AggregateKeyType, EvaluationWindowSec: 60 } },
});
const managed = { Name: "Managed", Priority: 0, Statement: { ManagedRuleGroupStatement: { Name: "x" } } };
const acl = {
  Name: "firewall",
  DefaultAction: { Allow: {} },
  VisibilityConfig: { MetricName: "Firewall" },
  CustomResponseBodies: { TooMany: { Content: "{}" } },
  Rules: [managed, rate("PerAddress", 1_500, "IP"), rate("Together", 30_000, "CONSTANT")],
};

/** A firewall that another change may reach first. */
function firewall(rules: readonly unknown[] = acl.Rules, conflicts = 0) {
  const updates: Record<string, unknown>[] = [];
  const send = async ({ input }: { readonly input: Record<string, unknown> }) => {
    if (!("LockToken" in input))
      return { WebACL: { ...acl, Rules: rules }, LockToken: `token-${updates.length}` };
    updates.push(input);
    if (updates.length <= conflicts)
      throw new WAFOptimisticLockException({ message: "changed meanwhile", $metadata: {} });
    return {};
  };
  return { client: { send } as unknown as WAFV2Client, updates };
}

test("pulled, it lowers both limits and leaves the rest of the firewall as it is", async () => {
  const { client, updates } = firewall();
  await setBrake("pull", settings, client);
  const { Rules: _, Name: __, ...rest } = acl;
  expect(updates).toEqual([
    {
      ...settings.firewall,
      ...rest,
      Description: undefined,
      LockToken: "token-0",
      Rules: [managed, rate("PerAddress", 30, "IP"), rate("Together", 120, "CONSTANT")],
    },
  ]);
});

test("lifted, it gives the usual limits back", async () => {
  const { client, updates } = firewall([
    managed,
    rate("PerAddress", 30, "IP"),
    rate("Together", 120, "CONSTANT"),
  ]);
  await setBrake("lift", settings, client);
  expect(updates[0]!.Rules).toEqual(acl.Rules);
});

test("tries again when a deployment changed the firewall at the same moment, three times at most", async () => {
  const once = firewall(acl.Rules, 1);
  await setBrake("pull", settings, once.client);
  expect(once.updates.map(({ LockToken }) => LockToken)).toEqual(["token-0", "token-1"]);
  await expect(setBrake("pull", settings, firewall(acl.Rules, 9).client)).rejects.toThrow(
    "changed meanwhile",
  );
});

test("fails where the limits are not there, instead of doing nothing", async () => {
  const { client, updates } = firewall([managed]);
  await expect(setBrake("pull", settings, client)).rejects.toThrow("has 0 of 2 limits");
  expect(updates).toEqual([]);
});

test.each([
  ["an operator", { brake: "lift" } as const, "lift"],
  ["the budget", { Records: [{ Sns: { Message: "AWS Budget Notification …" } }] }, "pull"],
  ["the alarm", { Records: [{ Sns: { Message: '{"NewStateValue":"ALARM"}' } }] }, "pull"],
  ["the end of the alarm", { Records: [{ Sns: { Message: '{"NewStateValue":"OK"}' } }] }, null],
])("does what %s wants", (_, event, wanted) => {
  expect(wantedBy(event)).toBe(wanted);
});

test("rejects a call that says nothing it knows", () => {
  expect(() => wantedBy({ brake: "LIFT" as "lift" })).toThrow('{"brake":"lift"}');
});
